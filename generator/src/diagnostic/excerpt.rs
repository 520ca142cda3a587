//! The lines of a source that a diagnostic shows.

use std::ops::Range;

use super::{Source, Span};

/// Lines longer than this many bytes are not shown: minified JSON is one line.
const LONGEST_LINE: usize = 400;

/// One line of a source and what of it to mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'s> {
    /// The line, without its end.
    pub(super) line: &'s str,
    /// The bytes of it to mark; a span of several lines is marked to the end of its first.
    pub(super) mark: Range<usize>,
}

/// The first line of a span; nothing when it is too long to be of use.
pub(super) fn excerpt(source: &Source, span: Span) -> Option<Excerpt<'_>> {
    let range = source.range(span);
    let text = &*source.text;
    let earliest = source.floor(range.start.saturating_sub(LONGEST_LINE));
    let line_start = match text[earliest..range.start].rfind('\n') {
        Some(newline) => earliest + newline + 1,
        None if earliest == 0 => 0,
        None => return None,
    };
    let latest = source.floor(line_start + LONGEST_LINE + 1);
    let line_end = text[range.start..latest.max(range.start)]
        .find('\n')
        .map_or(latest.max(range.start), |length| range.start + length);
    let line = text[line_start..line_end].trim_end_matches('\r');
    if line.len() > LONGEST_LINE {
        return None;
    }
    let start = (range.start - line_start).min(line.len());
    let end = (range.end - line_start).min(line.len()).max(start);
    Some(Excerpt { line, mark: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_of_several_lines_is_marked_on_its_first() {
        let source = Source::new("a.yaml", "info:\r\n  title: é\r\n  version: 1\r\n");
        let found = excerpt(&source, source.span(9..30));
        assert_eq!(
            found,
            Some(Excerpt {
                line: "  title: é",
                mark: 2..11
            })
        );
        let end = excerpt(&source, source.span(999..999));
        assert_eq!(end, Some(Excerpt { line: "", mark: 0..0 }));
    }

    #[test]
    fn a_minified_line_is_not_shown() {
        let source = Source::new("a.json", "x".repeat(LONGEST_LINE + 1));
        assert_eq!(excerpt(&source, source.span(3..4)), None);
    }
}
