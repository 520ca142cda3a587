//! YAML 1.2 text to a spanned tree, from `saphyr-parser`'s events.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::characters::Characters;
use super::scalar;
use super::tree::{Builder, Extent, Scalar, Stop};
use crate::diagnostic::{Code, Diagnostic, Source};

/// Reads the text from byte `start` on.
///
/// # Errors
///
/// The first thing that is not YAML, or a second document.
pub(super) fn read(
    source: &Source,
    start: usize,
    builder: &mut Builder,
) -> Result<(), Stop> {
    let mut stream = Stream {
        characters: Characters::new(&source.text, start),
        anchors: BTreeMap::new(),
        open: Vec::new(),
        last: start,
        documents: 0,
        skip: 0,
    };
    let mut parser = Parser::new_from_str(&source.text[start..]);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| stream.stop(source, &error))?;
        stream.event(source, builder, event, span)?;
    }
    Ok(())
}

/// How far the events have come.
struct Stream<'s> {
    characters: Characters<'s>,
    /// The anchored nodes by the parser's number.
    anchors: BTreeMap<usize, Extent>,
    /// The anchors of the open collections, innermost last; 0 for none.
    open: Vec<usize>,
    /// The byte after the last node.
    last: usize,
    documents: usize,
    /// How many collections of a key that is not a string are open.
    skip: usize,
}

impl Stream<'_> {
    fn event(
        &mut self,
        source: &Source,
        builder: &mut Builder,
        event: Event<'_>,
        span: Span,
    ) -> Result<(), Stop> {
        let bytes = self.bytes(span);
        match event {
            Event::DocumentStart(_) => return self.document(source, bytes),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag)
                if self.skip > 0 =>
            {
                let _ = (anchor, tag);
                self.skip += 1;
            }
            Event::SequenceEnd | Event::MappingEnd if self.skip > 0 => {
                self.skip -= 1;
                if self.skip == 0 {
                    builder.key("", bytes, false);
                }
            }
            _ if self.skip > 0 => {}
            Event::SequenceStart(..) | Event::MappingStart(..)
                if builder.wants_key() =>
            {
                let span = source.span(bytes);
                builder.note(
                    Diagnostic::error(Code::Syntax, span, "a key that is not a string")
                        .help("quote the key if it is meant to be a string"),
                );
                self.skip = 1;
            }
            Event::SequenceStart(anchor, _) => {
                builder.open(false, bytes.start)?;
                self.opened(anchor, &bytes);
            }
            Event::MappingStart(anchor, _) => {
                builder.open(true, bytes.start)?;
                self.opened(anchor, &bytes);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // A block ends before the next line's indentation, a flow collection with its bracket.
                self.last = self.last.max(bytes.end.min(self.closing(source, &bytes)));
                let extent = builder.close(self.last)?;
                let anchor = self.open.pop().unwrap_or(0);
                self.anchor(anchor, extent);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(
                    source,
                    builder,
                    &text,
                    style,
                    anchor,
                    tag.as_deref(),
                    bytes,
                );
            }
            Event::Alias(anchor) => self.alias(source, builder, anchor, bytes)?,
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn document(&mut self, source: &Source, bytes: Range<usize>) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let span = source.span(bytes);
        Err(Box::new(
            Diagnostic::error(
                Code::NotADocument,
                span,
                "the file holds more than one YAML document",
            )
            .label("the second one begins here")
            .help("keep the OpenAPI document alone in its file"),
        ))
    }

    fn scalar(
        &mut self,
        source: &Source,
        builder: &mut Builder,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        bytes: Range<usize>,
    ) {
        self.last = self.last.max(bytes.end);
        let plain = style == ScalarStyle::Plain;
        if builder.wants_key() {
            builder.key(text, bytes.clone(), plain && text == "<<");
            return;
        }
        let scalar = match tag {
            Some(tag) => scalar::tagged(text, tag),
            None if plain => scalar::plain(text),
            None => Scalar::Text(text),
        };
        let bytes = if scalar == Scalar::Number {
            // The digits are those of the source, without the tag or quotes around them.
            let written = &source.text[bytes.clone()];
            let offset = bytes.start + written.find(text).unwrap_or(0);
            offset..offset + text.len()
        } else {
            bytes
        };
        let extent = builder.scalar(scalar, bytes);
        self.anchor(anchor, Some(extent));
    }

    fn alias(
        &mut self,
        source: &Source,
        builder: &mut Builder,
        anchor: usize,
        bytes: Range<usize>,
    ) -> Result<(), Stop> {
        self.last = self.last.max(bytes.end);
        let name = source.text[bytes.clone()].to_owned();
        let Some(extent) = self.anchors.get(&anchor).copied() else {
            // The parser knows the anchor, so it is one of the collections that are still open.
            let message = format!("the alias `{name}` stands within what it names");
            let span = source.span(bytes);
            return Err(Box::new(
                Diagnostic::error(Code::ReferenceCycle, span, message)
                    .help("let a schema that contains itself do so by `$ref`"),
            ));
        };
        if builder.wants_key() {
            let text = builder.text(extent.node).unwrap_or_default();
            builder.key(&text, bytes, false);
            return Ok(());
        }
        builder.alias(extent, bytes)
    }

    fn opened(&mut self, anchor: usize, bytes: &Range<usize>) {
        self.open.push(anchor);
        self.last = self.last.max(bytes.end);
    }

    fn anchor(&mut self, anchor: usize, extent: Option<Extent>) {
        if let (1.., Some(extent)) = (anchor, extent) {
            self.anchors.insert(anchor, extent);
        }
    }

    /// Where a collection's closing bracket ends, or the beginning of the text for a block without one.
    fn closing(&self, source: &Source, bytes: &Range<usize>) -> usize {
        match source.text.get(bytes.clone()) {
            Some("]" | "}") => bytes.end,
            _ => 0,
        }
    }

    fn bytes(&mut self, span: Span) -> Range<usize> {
        let start = self.characters.byte(span.start.index());
        start..self.characters.byte(span.end.index()).max(start)
    }

    fn stop(&mut self, source: &Source, error: &ScanError) -> Stop {
        let at = self.characters.byte(error.marker().index());
        let message = format!("this is not YAML: {}", error.info());
        Box::new(
            Diagnostic::error(Code::Syntax, source.span(at..at + 1), message)
                .label("reading stops here"),
        )
    }
}
