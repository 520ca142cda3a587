//! All that was found in one run.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use super::{Diagnostic, FileId, Finding, Severity, Sources, Span, finding};

/// Knows the JSON pointers of one file's nodes.
pub trait Outline: Debug + Send + Sync {
    /// The pointer (RFC 6901) of the innermost node that contains the span; empty for the whole document.
    fn pointer(&self, span: Span) -> String;
}

/// How many diagnostics are kept: far more than anybody reads.
const MOST: usize = 20_000;

/// All that was found in one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    errors: bool,
    outlines: BTreeMap<FileId, Arc<dyn Outline>>,
}

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one; beyond twenty thousand they only count as errors, so that no document can fill the memory with them.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let error = diagnostic.severity == Severity::Error;
        if self.found.len() < MOST || (error && !self.errors) {
            self.found.push(diagnostic);
        }
        self.errors |= error;
    }

    /// How many are kept.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Takes back all but the first `count` that are kept.
    pub fn take_back(&mut self, count: usize) {
        self.found.truncate(count);
        self.errors = self.found.iter().any(|found| found.severity == Severity::Error);
    }

    /// Makes a file's JSON pointers known.
    pub fn outline(&mut self, file: FileId, outline: Arc<dyn Outline>) {
        self.outlines.insert(file, outline);
    }

    /// Other findings in the same files.
    #[must_use]
    pub fn with(&self, found: Vec<Diagnostic>) -> Self {
        Self {
            errors: found.iter().any(|found| found.severity == Severity::Error),
            found,
            outlines: self.outlines.clone(),
        }
    }

    /// The JSON pointer of the innermost node that contains the span, when its file has been read.
    #[must_use]
    pub fn pointer(&self, span: Span) -> Option<String> {
        Some(self.outlines.get(&span.file)?.pointer(span))
    }

    /// Whether any of them refuses the document.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors
    }

    /// Each of them, as they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// Each of them once, sorted by where it stands, with its place for people.
    #[must_use]
    pub fn finish(self, sources: &Sources) -> Vec<Finding> {
        finding::all(self, sources)
    }

    /// The diagnostics themselves and who knows their pointers.
    pub(super) fn into_parts(
        self,
    ) -> (Vec<Diagnostic>, BTreeMap<FileId, Arc<dyn Outline>>) {
        (self.found, self.outlines)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Source};
    use super::*;

    #[test]
    fn an_error_after_very_many_warnings_is_kept() {
        let source = Source::new("a.yaml", "a: 1\n");
        let mut diagnostics = Diagnostics::new();
        for _ in 0..MOST + 10 {
            diagnostics.push(Diagnostic::warning(
                Code::UnknownKey,
                source.span(0..1),
                "odd",
            ));
        }
        assert!(!diagnostics.has_errors());
        diagnostics.push(Diagnostic::error(Code::BadValue, source.span(0..1), "bad"));
        assert!(diagnostics.has_errors());
        assert_eq!(diagnostics.iter().count(), MOST + 1);
    }
}
