//! Where something stands, as one text: a JSON pointer, and the file before it where that is not the document's own.

use super::Omissions;
use crate::diagnostic::{Diagnostics, FileId, Source, Span};

/// The places of one reading.
///
/// In the document's own file a place is a JSON pointer; in another one it begins with the number of the file and `#`.
pub(super) struct Places<'a> {
    sources: &'a [Source],
    diagnostics: &'a Diagnostics,
}

impl<'a> Places<'a> {
    /// Those of a document with these texts, its own first; the diagnostics know the pointers.
    pub(super) fn new(sources: &'a [Source], diagnostics: &'a Diagnostics) -> Self {
        Self { sources, diagnostics }
    }

    /// The place of a span; none for one of a text that is no part of the document.
    pub(super) fn place(&self, span: Span) -> Option<String> {
        let own = self.sources.first().map(|source| source.file);
        let pointer = self.diagnostics.pointer(span);
        if own == Some(span.file) {
            return pointer;
        }
        let FileId(number) = span.file;
        let known = self.sources.iter().any(|source| source.file == span.file);
        known.then(|| format!("{number}#{}", pointer.unwrap_or_default()))
    }
}

impl Omissions {
    /// A place as people read it.
    pub(super) fn shown(&self, place: &str) -> String {
        let source = place.split_once('#').and_then(|(file, pointer)| {
            let file = FileId(file.parse().ok()?);
            Some((self.source(file)?, pointer))
        });
        match source {
            Some((source, "")) => source.name.clone(),
            Some((source, pointer)) => format!("{}#{pointer}", source.name),
            None => format!("#{place}"),
        }
    }

    /// The text of a file.
    pub(super) fn source(&self, file: FileId) -> Option<&Source> {
        self.sources.iter().find(|source| source.file == file)
    }
}
