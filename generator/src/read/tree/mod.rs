//! A YAML or JSON text as a tree whose every node knows its place.
//!
//! Nodes live side by side in one vector and strings without escapes are ranges of the source, so that a document of
//! seven megabytes takes little more memory than its text.
//! A node that a YAML alias names is shared, not copied.

mod build;
mod forest;
mod join;
mod leave_out;
mod locate;
mod references;
mod unique;

use std::sync::Arc;

pub(super) use build::{Builder, Extent, Scalar, Stop};
pub(super) use forest::Forest;

use crate::diagnostic::{FileId, Span};

/// How deeply values may nest, aliases followed.
pub(super) const MAX_DEPTH: u32 = 200;

/// The position of a node among those of all trees of a forest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

/// A whole text, read.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    file: FileId,
    source: Arc<str>,
    /// The strings that had escapes, one after the other.
    decoded: String,
    nodes: Vec<Node>,
    /// The number of the first node: how many the trees before this one have.
    first: u32,
    members: Vec<Member>,
    items: Vec<NodeId>,
    root: NodeId,
    /// Whether children stand in their parents and in the order of the source; YAML aliases may stand elsewhere.
    in_order: bool,
}

/// One property of an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    key: Str,
    key_start: u32,
    key_end: u32,
    /// Its value.
    pub(super) value: NodeId,
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub(super) enum View<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as the source writes it.
    Number(&'t str),
    /// A string.
    Text(&'t str),
    /// An array.
    List(&'t [NodeId]),
    /// An object, in source order.
    Object(&'t [Member]),
}

#[derive(Debug, Clone, Copy)]
struct Node {
    start: u32,
    end: u32,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Null,
    Bool(bool),
    Number(Str),
    Text(Str),
    List(Slice),
    Object(Slice),
}

/// A string of the source or, when it had escapes, of [`Tree::decoded`].
#[derive(Debug, Clone, Copy)]
enum Str {
    Source(Slice),
    Decoded(Slice),
}

#[derive(Debug, Clone, Copy)]
struct Slice {
    start: u32,
    len: u32,
}

impl Tree {
    /// The text that was read.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The outermost node.
    pub(super) fn root(&self) -> NodeId {
        self.root
    }

    /// Where a node stands.
    pub(super) fn span(&self, id: NodeId) -> Span {
        let Node { start, end, .. } = self.nodes[self.index(id)];
        Span {
            file: self.file,
            start,
            end,
        }
    }

    /// What a node is.
    pub(super) fn view(&self, id: NodeId) -> View<'_> {
        match self.nodes[self.index(id)].kind {
            Kind::Null => View::Null,
            Kind::Bool(value) => View::Bool(value),
            Kind::Number(digits) => View::Number(self.str(digits)),
            Kind::Text(text) => View::Text(self.str(text)),
            Kind::List(slice) => View::List(&self.items[slice.range()]),
            Kind::Object(slice) => View::Object(&self.members[slice.range()]),
        }
    }

    /// A string node's string.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match self.view(id) {
            View::Text(text) => Some(text),
            _ => None,
        }
    }

    /// An object's members; none for anything else.
    pub(super) fn members(&self, id: NodeId) -> &[Member] {
        match self.view(id) {
            View::Object(members) => members,
            _ => &[],
        }
    }

    /// The value under a key.
    pub(super) fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let mut members = self.members(id).iter();
        let found = members.find(|member| self.key(member) == key)?;
        Some(found.value)
    }

    /// A member's key.
    pub(super) fn key(&self, member: &Member) -> &str {
        self.str(member.key)
    }

    /// Where a member's key stands.
    pub(super) fn key_span(&self, member: &Member) -> Span {
        Span {
            file: self.file,
            start: member.key_start,
            end: member.key_end,
        }
    }

    fn index(&self, id: NodeId) -> usize {
        (id.0 - self.first) as usize
    }

    fn str(&self, text: Str) -> &str {
        match text {
            Str::Source(slice) => &self.source[slice.range()],
            Str::Decoded(slice) => &self.decoded[slice.range()],
        }
    }
}

impl View<'_> {
    /// What it is, with its article.
    pub(super) fn noun(self) -> &'static str {
        match self {
            View::Null => "null",
            View::Bool(_) => "a boolean",
            View::Number(_) => "a number",
            View::Text(_) => "a string",
            View::List(_) => "an array",
            View::Object(_) => "an object",
        }
    }
}

impl NodeId {
    fn index(self) -> usize {
        self.0 as usize
    }
}

impl Slice {
    fn range(self) -> std::ops::Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}
