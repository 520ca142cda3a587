//! How a reply differs from what the document says.

use std::fmt;

/// How a reply differs from what the document says. It names places, never values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    kind: MismatchKind,
    message: String,
}

/// The kind of a [`Mismatch`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MismatchKind {
    /// The document does not declare this status.
    UndeclaredStatus,
    /// The content type is another one than documented.
    ContentType,
    /// There is no body where one is documented.
    Empty,
    /// The body is not well-formed: truncated, or not JSON at all.
    Malformed,
    /// The body is well-formed, but has another shape than documented.
    Shape,
    /// A header is missing, or has another shape than documented.
    #[cfg(feature = "headers")]
    Header,
    /// The body is over the client's limit, or broke off.
    Incomplete,
}

impl Mismatch {
    pub(super) fn new(kind: MismatchKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }

    /// The kind of mismatch.
    #[must_use]
    pub fn kind(&self) -> MismatchKind {
        self.kind
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mismatch {}
