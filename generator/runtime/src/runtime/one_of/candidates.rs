//! Which branch a value is, where its shape has to tell.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::branch;
use super::readings::Readings;
use super::tell::Tell;

/// The branches that a value fits and that read it.
pub struct Candidates<'v, U> {
    value: &'v Value,
    found: Vec<(usize, U)>,
    /// Whether a branch whose shape the value has could not read it.
    failed: bool,
    readings: Readings,
}

impl<'v, U: Serialize> Candidates<'v, U> {
    /// Starts with none.
    #[must_use]
    pub fn new(value: &'v Value) -> Self {
        Self {
            value,
            found: Vec::new(),
            failed: false,
            readings: Readings::of(value),
        }
    }

    /// Adds a branch, if the value has one of its shapes and can be read as it. Where too much was read already, no
    /// branch is told.
    pub fn offer<T: DeserializeOwned>(&mut self, tells: &[Tell], wrap: fn(T) -> U) {
        let fitting = tells.iter().filter(|tell| tell.fits(self.value));
        let Some(weight) = fitting.map(Tell::weight).max() else { return };
        if !self.readings.take() {
            self.failed = true;
            return self.found.clear();
        }
        match branch(self.value) {
            Ok(branch) => self.found.push((weight, wrap(branch))),
            Err(_) => self.failed = true,
        }
    }

    /// The branch that the value is: the only one, else the one that keeps more of it than any other, else the one
    /// that asks for more. `None` where that does not decide, and where another branch was perhaps meant: one whose
    /// shape the value has, but which could not read it, while this one would lose a part of it.
    #[must_use]
    pub fn best(mut self) -> Option<U> {
        if self.found.len() == 1 && !self.failed {
            return self.found.pop().map(|(_, branch)| branch);
        }
        let value = self.value;
        let (failed, whole) = (self.failed, kept(value, value));
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
        let is_clear = |kept: usize| !tied && (!failed || kept == whole);
        best.filter(|((kept, _), _)| is_clear(*kept)).map(|(_, branch)| branch)
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
