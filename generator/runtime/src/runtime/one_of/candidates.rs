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
    /// that asks for more. `None` where that does not decide, and where this one would lose a part of the value that
    /// another branch keeps, or perhaps would have kept: its shape the value has, but it could not read it.
    #[must_use]
    pub fn best(mut self) -> Option<U> {
        if self.found.len() == 1 && !self.failed {
            return self.found.pop().map(|(_, branch)| branch);
        }
        let value = self.value;
        let (failed, whole) = (self.failed, kept(value, value));
        let ranked = self.found.into_iter().map(|(weight, branch)| {
            let back = serde_json::to_value(&branch).unwrap_or_default();
            ((kept(value, &back), weight), back, branch)
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(rank, ..)| *rank);
        let (best, back, branch) = ranked.pop()?;
        let tied = ranked.last().is_some_and(|(rank, ..)| *rank == best);
        let loses = || ranked.iter().any(|(_, other, _)| !covers(value, &back, other));
        let is_whole = best.0 == whole;
        (!tied && (is_whole || !failed && !loses())).then_some(branch)
    }
}

/// Whether what came back of a value has each part of it that came back in another way.
fn covers(value: &Value, back: &Value, other: &Value) -> bool {
    match (value, other) {
        (Value::Object(members), Value::Object(others)) => {
            let mut both = members
                .iter()
                .filter_map(|(name, member)| Some((name, member, others.get(name)?)));
            both.all(|(name, member, other)| {
                back.get(name).is_some_and(|back| covers(member, back, other))
            })
        }
        (Value::Array(items), Value::Array(others)) => {
            let mut both = items.iter().zip(others).enumerate();
            both.all(|(index, (item, other))| {
                back.get(index).is_some_and(|back| covers(item, back, other))
            })
        }
        _ => true,
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
