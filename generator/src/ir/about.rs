//! What a document says of who stands behind its API.

use serde::Serialize;

/// Who stands behind the API, and under which terms.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct About {
    /// The API in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// A line each, in the order of the document's own specification.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about.
    pub label: &'static str,
    /// What is to be said, one after the other.
    pub parts: Vec<FactPart>,
}

/// A piece of such a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum FactPart {
    /// Prose.
    Text(String),
    /// An address that a reader may follow: ASCII, `http` or `https`.
    Link(String),
    /// A name as it is.
    Name(String),
}

impl About {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
