//! A diagnostic with its place in numbers that people and programs read.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::source::Lines;
use super::{Diagnostic, Diagnostics, FileId, Outline, Position, Sources, Span};

/// A diagnostic and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The diagnostic, its pointer filled in where its file has been read.
    pub diagnostic: Diagnostic,
    /// The file's name; empty when the diagnostic belongs to none.
    pub file: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends: the position after its last character.
    pub end: Position,
    /// The second place that explains it.
    pub related: Option<RelatedPlace>,
}

/// A second place that explains a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedPlace {
    /// Its file's name.
    pub file: String,
    /// Its JSON pointer, where its file has been read.
    pub pointer: Option<String>,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What to say there.
    pub label: String,
}

/// Each diagnostic once, by file, place, severity and code.
pub(super) fn all(diagnostics: Diagnostics, sources: &Sources) -> Vec<Finding> {
    let (mut found, outlines) = diagnostics.into_parts();
    found.sort_by(|a, b| {
        let key =
            |d: &Diagnostic| (d.span.file, d.span.start, d.span.end, d.severity, d.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    let mut seen = BTreeSet::new();
    found.retain(|d| seen.insert((d.span, d.code, d.message.clone())));
    let places = Places {
        sources,
        outlines,
        lines: BTreeMap::new(),
    };
    places.found(found)
}

/// What turns spans into places.
struct Places<'s> {
    sources: &'s Sources,
    outlines: BTreeMap<FileId, Arc<dyn Outline>>,
    lines: BTreeMap<FileId, OnceCell<Lines>>,
}

impl Places<'_> {
    fn found(mut self, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
        diagnostics.into_iter().map(|diagnostic| self.finding(diagnostic)).collect()
    }

    fn finding(&mut self, mut diagnostic: Diagnostic) -> Finding {
        let span = diagnostic.span;
        diagnostic.pointer = diagnostic.pointer.or_else(|| self.pointer(span));
        let (start, end) = self.ends(span);
        let related = diagnostic.related.clone().map(|(span, label)| {
            let (start, end) = self.ends(span);
            RelatedPlace {
                file: self.name(span),
                pointer: self.pointer(span),
                start,
                end,
                label,
            }
        });
        Finding {
            diagnostic,
            file: self.name(span),
            start,
            end,
            related,
        }
    }

    fn pointer(&self, span: Span) -> Option<String> {
        Some(self.outlines.get(&span.file)?.pointer(span))
    }

    fn name(&self, span: Span) -> String {
        self.sources
            .get(span.file)
            .map_or_else(String::new, |source| source.name.clone())
    }

    fn ends(&mut self, span: Span) -> (Position, Position) {
        let Some(source) = self.sources.get(span.file) else {
            let start = Position { line: 1, column: 1 };
            return (start, start);
        };
        let cell = self.lines.entry(span.file).or_default();
        let lines = cell.get_or_init(|| Lines::new(&source.text));
        let range = source.range(span);
        (
            lines.position(&source.text, range.start),
            lines.position(&source.text, range.end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Source};
    use super::*;

    fn at(source: &Source, start: usize, end: usize, message: &str) -> Diagnostic {
        Diagnostic::warning(Code::UnknownKey, source.span(start..end), message)
    }

    #[test]
    fn findings_are_sorted_by_place_and_equal_ones_stand_once() {
        let source = Source::new("a.yaml", "one: 1\ntwo: 2\n");
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(at(&source, 7, 10, "second"));
        diagnostics
            .push(at(&source, 0, 3, "first").related(source.span(12..13), "here"));
        diagnostics.push(at(&source, 7, 10, "second"));
        let found = diagnostics.finish(&Sources::from(source));
        let told: Vec<_> = found
            .iter()
            .map(|found| {
                (&*found.diagnostic.message, found.start.line, found.end.column)
            })
            .collect();
        assert_eq!(told, [("first", 1, 4), ("second", 2, 4)]);
        let related =
            found[0].related.as_ref().map(|related| (related.start, &*related.label));
        assert_eq!(related, Some((Position { line: 2, column: 6 }, "here")));
    }

    #[test]
    fn a_diagnostic_of_no_file_still_comes_out() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::error(
            Code::ConfigSyntax,
            Span::default(),
            "no file",
        ));
        let found = diagnostics.finish(&Sources::new());
        assert_eq!((found.len(), &*found[0].file), (1, ""));
    }
}
