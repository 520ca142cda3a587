//! What is not in the crate.

use serde::Serialize;

/// A part of the document that could not be honoured, and so has nothing in the crate that stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// What it is.
    pub kind: LeftOutKind,
    /// What the document calls it.
    pub name: String,
    /// The code of the diagnostic.
    pub code: &'static str,
    /// Why, as the diagnostic says.
    pub reason: String,
    /// Where the reason stands: file, line and column.
    pub place: String,
}

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum LeftOutKind {
    /// An operation.
    Operation {
        /// The method and the path.
        call: String,
    },
    /// A schema of `components`.
    Schema,
    /// Anything else that operations or schemas share.
    Other,
}
