//! What a link of a response leads to.

use serde::Serialize;

use super::StatusMatch;
use crate::name::{TypeName, ValueName};

/// A link from a response to a call that may follow it; documented, never followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The response it stands in.
    pub status: StatusMatch,
    /// Where it leads.
    pub target: LinkTarget,
    /// What the next call is given: the name of a parameter, or `None` for its body, and a value or runtime expression
    /// (OpenAPI 3.2.0, "Runtime Expressions").
    pub given: Vec<(Option<String>, String)>,
    /// What the document says of it.
    pub description: Option<String>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum LinkTarget {
    /// To an operation of this crate.
    Operation {
        /// The type of its tag.
        group: TypeName,
        /// Its method.
        method: ValueName,
    },
    /// To what the document calls so.
    Elsewhere(String),
}
