//! Which part of a document names which.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::place::Places;
use crate::diagnostic::Span;
use crate::document::part::{SECURITY, lies_in, part};
use crate::document::{Document, Operation, Text};

/// A part that names another, and where in it the name stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct User {
    pub(super) part: String,
    pub(super) at: Span,
}

/// The users of each part, by its pointer.
pub(super) struct Uses(BTreeMap<String, Vec<User>>);

impl Uses {
    /// All of a document.
    pub(super) fn find(document: &Document, places: &Places<'_>) -> Self {
        let part_of = |span| {
            let pointer = places.place(span)?;
            Some(part(&pointer)?.to_owned())
        };
        let mut uses: BTreeMap<String, Vec<User>> = BTreeMap::new();
        for (from, to) in &document.references {
            if let (Some(user), Some(used)) = (part_of(*from), part_of(*to))
                && user != used
            {
                uses.entry(used).or_default().push(User { part: user, at: *from });
            }
        }
        // The document's own requirements hold where an operation has none.
        for (_, operation) in operations(document) {
            if operation.security.is_none()
                && let Some(user) = part_of(operation.span)
            {
                uses.entry(SECURITY.to_owned()).or_default().push(User {
                    part: user,
                    at: operation.span,
                });
            }
        }
        Self(uses)
    }

    /// Who names a part, or something that lies in it.
    pub(super) fn of(&self, used: &str) -> impl Iterator<Item = &User> {
        let from = (Bound::Included(used), Bound::Unbounded);
        let near = self.0.range::<str, _>(from);
        // Between a part and what lies in it stand those whose names only begin alike.
        let near = near.take_while(move |(other, _)| other.starts_with(used));
        let near = near.filter(move |(other, _)| lies_in(other, used));
        near.flat_map(|(_, users)| users)
    }
}

/// Each operation that the document calls, with its path.
pub(super) fn operations(
    document: &Document,
) -> impl Iterator<Item = (&Text, &Operation)> {
    document.paths.iter().flat_map(|path| {
        let item = &document.path_items[path.value.0 as usize];
        item.operations.iter().map(move |operation| (&path.name, operation))
    })
}
