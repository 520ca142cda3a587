//! `[select]`: which operations become calls.

use serde::Deserialize;
use toml::Spanned;

use super::span;
use crate::diagnostic::{FileId, Span};

/// Which operations become calls, with the types they reach; all of them, where it names none.
///
/// An operation is selected that any of the entries names, and that no entry of `without` names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectConfig {
    /// Their ids; or a method and a path, as `GET /orders`.
    #[serde(default)]
    pub operations: Vec<Spanned<String>>,
    /// Their tags, any of them.
    #[serde(default)]
    pub tags: Vec<Spanned<String>>,
    /// Their paths: `*` stands for one segment, `**` for any number of them.
    #[serde(default)]
    pub paths: Vec<Spanned<String>>,
    /// What is not selected, whatever the entries beside it say.
    #[serde(default)]
    pub without: WithoutConfig,
    /// Which source file this is.
    #[serde(skip)]
    pub file: FileId,
}

/// What is not selected.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutConfig {
    /// Ids of operations; or a method and a path.
    #[serde(default)]
    pub operations: Vec<Spanned<String>>,
    /// Tags, any of an operation's.
    #[serde(default)]
    pub tags: Vec<Spanned<String>>,
    /// Paths, with `*` and `**`.
    #[serde(default)]
    pub paths: Vec<Spanned<String>>,
}

impl SelectConfig {
    /// Whether nothing is said, so that everything is selected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            operations,
            tags,
            paths,
            without,
            file: _,
        } = self;
        let without = [&without.operations, &without.tags, &without.paths];
        [operations, tags, paths].into_iter().chain(without).all(Vec::is_empty)
    }

    /// The place of an entry.
    #[must_use]
    pub fn place(&self, entry: &Spanned<String>) -> Span {
        span(self.file, entry.span())
    }
}
