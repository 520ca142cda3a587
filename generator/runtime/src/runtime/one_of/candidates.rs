//! Which branch a value is, where its shape has to tell.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::tell::Tell;

/// The branches that a value fits and that read it.
pub struct Candidates<'v, U> {
    value: &'v Value,
    found: Vec<(usize, U)>,
}

impl<'v, U: Serialize> Candidates<'v, U> {
    /// Starts with none.
    #[must_use]
    pub fn new(value: &'v Value) -> Self {
        Self { value, found: Vec::new() }
    }

    /// Adds a branch, if the value has one of its shapes and can be read as it.
    pub fn offer<T: DeserializeOwned>(&mut self, tells: &[Tell], wrap: fn(T) -> U) {
        let fitting = tells.iter().filter(|tell| tell.fits(self.value));
        if let Some(weight) = fitting.map(Tell::weight).max()
            && let Ok(branch) = T::deserialize(self.value)
        {
            self.found.push((weight, wrap(branch)));
        }
    }

    /// The branch that the value is: the only one, else the one that keeps more of it than any other, else the one
    /// that asks for more. `None` where that does not decide.
    #[must_use]
    pub fn best(mut self) -> Option<U> {
        if self.found.len() == 1 {
            return self.found.pop().map(|(_, branch)| branch);
        }
        let value = self.value;
        let ranked = self.found.into_iter().map(|(weight, branch)| {
            let kept =
                serde_json::to_value(&branch).map_or(0, |back| kept(value, &back));
            ((kept, weight), branch)
        });
        let mut best: Option<((usize, usize), U)> = None;
        let mut tied = false;
        for (rank, branch) in ranked {
            match &best {
                Some((known, _)) if *known > rank => {}
                Some((known, _)) if *known == rank => tied = true,
                _ => (best, tied) = (Some((rank, branch)), false),
            }
        }
        best.filter(|_| !tied).map(|(_, branch)| branch)
    }
}

/// How many of a value's parts are still there after it was read and written.
fn kept(value: &Value, back: &Value) -> usize {
    match (value, back) {
        (Value::Object(members), Value::Object(others)) => {
            let found = members.iter().filter_map(|(name, member)| {
                others.get(name).map(|other| 1 + kept(member, other))
            });
            found.sum()
        }
        (Value::Array(items), Value::Array(others)) => {
            items.iter().zip(others).map(|(item, other)| 1 + kept(item, other)).sum()
        }
        _ => 0,
    }
}
