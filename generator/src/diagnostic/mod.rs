//! What is wrong with the input, and where.

mod code;
mod source;
mod span;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

pub use code::Code;
pub use source::{Position, Source, Sources};
pub use span::{FileId, Span};

/// Knows the JSON pointers of one file's nodes.
pub trait Outline: Debug + Send + Sync {
    /// The pointer (RFC 6901) of the innermost node that contains the span; empty for the whole document.
    fn pointer(&self, span: Span) -> String;
}

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

/// All that was found in one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    outlines: BTreeMap<FileId, Arc<dyn Outline>>,
}

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Makes a file's JSON pointers known.
    pub fn outline(&mut self, file: FileId, outline: Arc<dyn Outline>) {
        self.outlines.insert(file, outline);
    }

    /// The JSON pointer of the innermost node that contains the span, when its file has been read.
    #[must_use]
    pub fn pointer(&self, span: Span) -> Option<String> {
        Some(self.outlines.get(&span.file)?.pointer(span))
    }

    /// Whether any of them refuses the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }
}
