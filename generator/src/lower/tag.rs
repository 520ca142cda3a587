//! Tags: which one an operation is grouped by, and what a tag is part of.

use std::collections::BTreeMap;

use super::docs;
use crate::document::{Document, Operation, Tag};
use crate::ir::Docs;

/// How many tags above a tag its documentation names; what is above those is said of them.
const LEVELS: usize = 8;

/// The tags that the document lists, by name; of two with one name, the first.
pub(super) struct Tags<'a>(BTreeMap<&'a str, &'a Tag>);

impl<'a> Tags<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut by_name = BTreeMap::new();
        for tag in &document.tags {
            by_name.entry(&*tag.name.text).or_insert(tag);
        }
        Self(by_name)
    }

    /// The tag that an operation is grouped by: its first that is not of a kind which only marks operations (OpenAPI
    /// 3.2.0, "Tag Object").
    pub(super) fn grouping<'o>(&self, operation: &'o Operation) -> Option<&'o str> {
        let mut names = operation.tags.iter().map(|tag| &*tag.text);
        let first = names.clone().next();
        names.find(|name| !self.marks(name)).or(first)
    }

    fn marks(&self, name: &str) -> bool {
        let kind = self.0.get(name).and_then(|tag| tag.kind.as_ref());
        kind.is_some_and(|kind| matches!(&*kind.text, "badge" | "audience"))
    }

    /// What the document says of a tag.
    pub(super) fn docs(&self, tag: &Tag) -> Docs {
        Docs {
            constraints: self.hierarchy(tag),
            link: docs::link(tag.external_docs.as_ref()),
            ..docs::prose(tag.summary.as_ref(), tag.description.as_ref())
        }
    }

    /// The tags above a tag, as a sentence.
    fn hierarchy(&self, tag: &Tag) -> Vec<String> {
        let parent = |tag: &Tag| self.0.get(&*tag.parent.as_ref()?.text).copied();
        let mut above: Vec<&Tag> = Vec::new();
        let mut next = parent(tag);
        while let Some(found) = next.filter(|_| above.len() < LEVELS) {
            let again = |known: &&Tag| known.name.text == found.name.text;
            if found.name.text == tag.name.text || above.iter().any(again) {
                break;
            }
            above.push(found);
            next = parent(found);
        }
        let titles = above.iter().map(|tag| tag.summary.as_ref().unwrap_or(&tag.name));
        let titles = titles.map(|title| title.text.trim()).collect::<Vec<_>>();
        if titles.is_empty() {
            return Vec::new();
        }
        vec![format!("Part of {}.", titles.join(", part of "))]
    }
}
