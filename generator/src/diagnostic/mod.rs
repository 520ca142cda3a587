//! What is wrong with the input, and where.

mod code;
mod excerpt;
mod finding;
mod human;
mod json;
mod list;
mod nearest;
mod source;
mod span;

pub use code::Code;
pub use finding::{Finding, RelatedPlace};
pub use human::human;
pub use json::json;
pub use list::{Diagnostics, Outline};
pub use nearest::nearest;
pub use source::{Lines, Position, Source, Sources};
pub use span::{FileId, Span};

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Generated all the same; what was done about it is said.
    Warning,
}

/// One thing that is wrong: what, where, why and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// The JSON pointer of the node at `span`, once located.
    pub pointer: Option<String>,
    /// What is wrong, one sentence without a full stop.
    pub message: String,
    /// What to say at the place itself.
    pub label: Option<String>,
    /// A second place that explains the first, and what to say there.
    pub related: Option<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A reason to refuse the document.
    #[must_use]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, message.into())
    }

    /// Something the user should know that does not stop generation.
    #[must_use]
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, message.into())
    }

    /// Adds what to say at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related = Some((span, label.into()));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn new(severity: Severity, code: Code, span: Span, message: String) -> Self {
        Self {
            code,
            severity,
            span,
            pointer: None,
            message,
            label: None,
            related: None,
            help: None,
        }
    }
}
