//! How much may be read to tell a value within values that fit several branches.

use std::cell::Cell;

use serde_json::Value;

/// How often each part of a value may be read on average, by the branches of all unions within the outermost one. Without a
/// bound, a value whose parts each fit two branches would be read in every combination of them: a server could make a
/// client work for years on a short reply.
const EACH: usize = 256;

thread_local! {
    /// How many parts may still be read for the outermost union that is told on this thread; `None` outside of one.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// What telling one value costs, and whether the bound ends with it.
pub(super) struct Readings {
    parts: usize,
    outermost: bool,
}

impl Readings {
    /// Begins to tell a value.
    pub(super) fn of(value: &Value) -> Self {
        let parts = parts(value);
        let outermost = LEFT.get().is_none();
        if outermost {
            LEFT.set(Some(parts.saturating_mul(EACH)));
        }
        Self { parts, outermost }
    }

    /// Takes one reading of the value; `false` when that is too much. The outermost union is read once by each of its
    /// branches, however many they are: only what lies within can multiply.
    pub(super) fn take(&self) -> bool {
        if self.outermost {
            return true;
        }
        let left = LEFT.get().unwrap_or_default().checked_sub(self.parts);
        LEFT.set(Some(left.unwrap_or_default()));
        left.is_some()
    }
}

impl Drop for Readings {
    fn drop(&mut self) {
        if self.outermost {
            LEFT.set(None);
        }
    }
}

/// How many values there are in a value, itself among them.
fn parts(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(parts).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(parts).sum::<usize>(),
        _ => 1,
    }
}
