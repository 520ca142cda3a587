//! Lines that YAML 1.2 wants indented further, though many readers do not mind.
//!
//! A quoted string's later lines and a flow collection's later lines must be indented more than the block around them
//! (YAML 1.2.2, sections 7.3 and 7.4). Leading spaces mean nothing there, so that adding some changes no value.

use std::borrow::Cow;
use std::ops::Range;

use saphyr_parser::{ScanError, Span};

use super::characters::Characters;
use super::tree::Builder;
use crate::diagnostic::{Code, Diagnostic, Source};

/// How far a line is moved: further than documents are indented.
const SPACES: &str = "                                                                                                    ";

/// How many bytes may be read again because of mending, all together.
const MOST_READ_AGAIN: usize = 1 << 26;

/// A text with spaces added at the beginning of some lines.
pub(super) struct Mended<'t> {
    original: &'t str,
    start: usize,
    text: Cow<'t, str>,
    characters: Characters,
    /// Where spaces were added, as bytes of the original, in order.
    added: Vec<usize>,
    /// Where they begin in the text, in the same order.
    begins: Vec<usize>,
    read_again: usize,
}

impl<'t> Mended<'t> {
    /// The text from byte `start` on, as it is.
    pub(super) fn new(original: &'t str, start: usize) -> Self {
        let text = &original[start..];
        let characters = Characters::new(text);
        Self {
            original,
            start,
            text: Cow::Borrowed(text),
            characters,
            added: Vec::new(),
            begins: Vec::new(),
            read_again: 0,
        }
    }

    /// The text to read.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The byte of the original at which a character of the text stands, or the next one that does.
    pub(super) fn byte(&self, character: usize) -> usize {
        self.unmended(self.characters.byte(&self.text, character))
    }

    /// The bytes of the original that a span of the text covers.
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }

    /// Indents the lines that an error is about; false when it is about something else, or too much was mended.
    pub(super) fn mend(&mut self, error: &ScanError) -> bool {
        let at = self.characters.byte(&self.text, error.marker().index());
        let lines = match error.info() {
            "invalid indentation in quoted scalar" => self.quoted_lines(at),
            "invalid indentation" | "invalid indentation in flow construct" => {
                vec![self.line_start(at)]
            }
            _ => return false,
        };
        let lines: Vec<_> = lines.into_iter().map(|byte| self.unmended(byte)).collect();
        self.read_again = self.read_again.saturating_add(self.text.len());
        let again = lines.iter().any(|line| self.added.contains(line));
        if lines.is_empty() || again || self.read_again > MOST_READ_AGAIN {
            return false;
        }
        self.added.extend(lines);
        self.added.sort_unstable();
        self.write();
        true
    }

    /// Warns about every line that was indented, once for lines that follow each other.
    pub(super) fn report(&self, source: &Source, builder: &mut Builder) {
        let mut after = None;
        for line in &self.added {
            let end = source.text[*line..]
                .find('\n')
                .map_or(source.text.len(), |length| line + length);
            if after != Some(*line) {
                let text = &source.text[*line..end];
                let indentation = text.len() - text.trim_start().len();
                let message = "YAML asks for this line to be indented further; it was read all the same";
                let span = source.span(line + indentation..end.max(line + indentation));
                builder.note(
                    Diagnostic::warning(Code::Syntax, span, message)
                        .help("indent it, and those after it that belong to the same value, more than their key"),
                );
            }
            after = Some(end + 1);
        }
    }

    /// The later lines of the quoted string that begins at a byte of the text.
    fn quoted_lines(&self, start: usize) -> Vec<usize> {
        let bytes = self.text.as_bytes();
        let quote = bytes.get(start).copied();
        let mut lines = Vec::new();
        let mut at = start + 1;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' if quote == Some(b'"') => {
                    at += usize::from(bytes.get(at + 1) != Some(&b'\n'));
                }
                b'\n' => lines.push(at + 1),
                b'\'' if quote == Some(b'\'') && bytes.get(at + 1) == Some(&b'\'') => {
                    at += 1;
                }
                _ if Some(*byte) == quote => break,
                _ => {}
            }
            at += 1;
        }
        lines
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// A byte of the text as one of the original; one of the added spaces stands where they were added.
    fn unmended(&self, byte: usize) -> usize {
        let count = self.begins.partition_point(|begins| *begins <= byte);
        let Some(last) = count.checked_sub(1) else { return self.start + byte };
        let after = self.begins[last] + SPACES.len();
        self.added[last] + byte.saturating_sub(after)
    }

    fn write(&mut self) {
        let mut text =
            String::with_capacity(self.original.len() + self.added.len() * SPACES.len());
        let mut from = self.start;
        self.begins.clear();
        for added in &self.added {
            text.push_str(&self.original[from..*added]);
            self.begins.push(text.len());
            text.push_str(SPACES);
            from = *added;
        }
        text.push_str(&self.original[from..]);
        self.characters = Characters::new(&text);
        self.text = Cow::Owned(text);
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::super::yaml;
    use super::*;

    fn warnings(text: &str) -> (Vec<usize>, String) {
        let source = Source::new("a.yaml", text);
        let (tree, notes) = yaml::read(&source, 0).unwrap().finish();
        let tree = tree.unwrap();
        let lines =
            notes.iter().map(|note| source.position(note.span.start).line).collect();
        let value = tree.get(tree.get(tree.root(), "é").unwrap(), "b").unwrap();
        (lines, tree.text(value).unwrap().to_owned())
    }

    #[test]
    fn a_quoted_string_may_go_on_at_the_left_edge() {
        let (lines, value) = warnings("é:\n  b: \"one\ntwo \\\" \n\nthree\"\n  c: 1\n");
        assert_eq!((lines, &*value), (vec![3], "one two \"\nthree"));
        let (lines, value) = warnings("é:\n  b: 'it''s\none'\n  c: 1\n");
        assert_eq!((lines, &*value), (vec![3], "it's one"));
    }

    #[test]
    fn a_flow_collection_may_end_at_the_left_edge_and_places_stay_true() {
        let text = "é:\n  c: {\n    x: 1\n}\n  d: [\n1, 2\n]\n  b: end\n";
        let (lines, value) = warnings(text);
        assert_eq!((lines, &*value), (vec![4, 6], "end"));
        let source = Source::new("a.yaml", text);
        let (tree, _) = yaml::read(&source, 0).unwrap().finish();
        let tree = tree.unwrap();
        let outer = tree.get(tree.root(), "é").unwrap();
        let written =
            |key| &source.text[source.range(tree.span(tree.get(outer, key).unwrap()))];
        assert_eq!(written("b"), "end");
        assert_eq!(written("c"), "{\n    x: 1\n}");
        assert_eq!(written("d"), "[\n1, 2\n]");
    }
}
