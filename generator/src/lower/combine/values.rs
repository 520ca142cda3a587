//! Lists of literal values, compared without looking at each pair.

use std::collections::BTreeSet;

use crate::document::{Value, ValueKind};

/// Values to look others up in.
#[derive(Default)]
pub(super) struct Known<'v> {
    plain: BTreeSet<(u8, &'v str)>,
    /// Arrays and objects, of which a list of values has few.
    nested: Vec<&'v ValueKind>,
}

impl<'v> Known<'v> {
    pub(super) fn has(&self, value: &Value) -> bool {
        match plain(&value.kind) {
            Some(key) => self.plain.contains(&key),
            None => self.nested.contains(&&value.kind),
        }
    }

    /// Adds a value; `false` when it was there.
    pub(super) fn insert(&mut self, value: &'v Value) -> bool {
        match plain(&value.kind) {
            Some(key) => self.plain.insert(key),
            None if self.nested.contains(&&value.kind) => false,
            None => {
                self.nested.push(&value.kind);
                true
            }
        }
    }
}

/// What orders a value that holds no others.
fn plain(kind: &ValueKind) -> Option<(u8, &str)> {
    match kind {
        ValueKind::Null => Some((0, "")),
        ValueKind::Bool(false) => Some((1, "")),
        ValueKind::Bool(true) => Some((2, "")),
        ValueKind::Number(text) => Some((3, text)),
        ValueKind::String(text) => Some((4, text)),
        ValueKind::Array(_) | ValueKind::Object(_) => None,
    }
}
