//! The texts of one run, and where in them a byte stands.

use std::ops::{Index, Range};
use std::sync::Arc;

use super::{FileId, Span};

/// A text to read and the name by which diagnostics call it.
#[derive(Debug, Clone)]
pub struct Source {
    /// Which of the run's sources it is; [`Sources::add`] sets it.
    pub file: FileId,
    /// A path or another name.
    pub name: String,
    /// The whole text.
    pub text: Arc<str>,
}

/// Every source of one run, each at the position its [`FileId`] names.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

/// A place as people count: both from 1, columns in Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the lines of a text begin, for many positions.
#[derive(Debug)]
pub struct Lines {
    /// The first byte of every line.
    starts: Vec<usize>,
    /// How many characters begin before every `BLOCK`th byte.
    characters: Vec<usize>,
}

/// How many bytes lie between two counts of characters.
const BLOCK: usize = 512;

impl Source {
    /// The only source of a run: file 0.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self {
            file: FileId::default(),
            name: name.into(),
            text: text.into(),
        }
    }

    /// A span of this source; bytes beyond its end are cut off.
    #[must_use]
    pub fn span(&self, bytes: Range<usize>) -> Span {
        let clip =
            |byte: usize| u32::try_from(byte.min(self.text.len())).unwrap_or(u32::MAX);
        Span {
            file: self.file,
            start: clip(bytes.start),
            end: clip(bytes.end),
        }
    }

    /// Where a byte stands; one beyond the end stands at the end.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let before = &self.text[..self.floor(byte as usize)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The bytes of a span that lie in the text, moved back to where characters begin.
    #[must_use]
    pub fn range(&self, span: Span) -> Range<usize> {
        let start = self.floor(span.start as usize);
        start..self.floor(span.end as usize).max(start)
    }

    /// The byte where the character begins that a byte belongs to; the end for one beyond it.
    pub(super) fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }
}

impl Sources {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a source and gives it its place among the others.
    pub fn add(&mut self, mut source: Source) -> FileId {
        source.file = FileId(u16::try_from(self.0.len()).unwrap_or(u16::MAX));
        let file = source.file;
        self.0.push(source);
        file
    }

    /// The source of a file, if it is one of these.
    #[must_use]
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.0.get(usize::from(file.0))
    }
}

impl Lines {
    /// Looks through a text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(newlines).collect();
        let mut characters = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            let before = characters.last().copied().unwrap_or_default();
            characters.push(before + count(block));
        }
        Self { starts, characters }
    }

    /// Where a byte of that text stands.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        let column = self.before(text, byte) - self.before(text, start) + 1;
        Position { line, column }
    }

    /// How many characters begin before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        self.characters[block] + count(&text.as_bytes()[block * BLOCK..byte])
    }
}

/// How many characters begin in these bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

impl From<Source> for Sources {
    fn from(source: Source) -> Self {
        let mut sources = Self::new();
        sources.add(source);
        sources
    }
}

impl Index<FileId> for Sources {
    type Output = Source;

    fn index(&self, file: FileId) -> &Source {
        &self.0[usize::from(file.0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_begin_at_one() {
        let source = Source::new("a.yaml", "é: ü\nß: x\n");
        let at = |byte| {
            let Position { line, column } = source.position(byte);
            (line, column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(4), (1, 4), "two bytes before it are one character");
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(999), (3, 1));
    }

    #[test]
    fn many_positions_agree_with_single_ones() {
        let text = format!("{}\n{}\nß: x", "é".repeat(5000), "ab\n".repeat(4000));
        let source = Source::new("a.yaml", text);
        let lines = Lines::new(&source.text);
        for (byte, _) in
            source.text.char_indices().step_by(97).chain([(source.text.len(), ' ')])
        {
            let single = source.position(u32::try_from(byte).unwrap_or_default());
            assert_eq!(lines.position(&source.text, byte), single, "{byte}");
        }
    }

    #[test]
    fn a_span_never_cuts_a_character() {
        let source = Source::new("a.yaml", "aé");
        let span = Span {
            file: FileId(0),
            start: 2,
            end: 9,
        };
        assert_eq!(&source.text[source.range(span)], "é");
    }
}
