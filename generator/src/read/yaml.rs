//! YAML 1.2 text to a spanned tree, from `saphyr-parser`'s events.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::mend::Mended;
use super::scalar;
use super::tree::{Builder, Extent, Scalar, Stop};
use crate::diagnostic::{Code, Diagnostic, Source};

/// Reads the text from byte `start` on.
///
/// Lines that are indented less than YAML 1.2 asks for, but as other readers allow, are read with a warning.
///
/// # Errors
///
/// The first thing that is not YAML, or a second document.
pub(super) fn read(source: &Source, start: usize) -> Result<Builder, Stop> {
    let mut text = Mended::new(&source.text, start);
    loop {
        let mut stream = Stream::new(source, &text);
        let mut parser = Parser::new_from_str(text.as_str());
        let failure = loop {
            match parser.next_event() {
                Some(Ok((event, span))) => stream.event(event, span)?,
                Some(Err(error)) => break Some(error),
                None => break None,
            }
        };
        let Some(error) = failure else {
            let mut builder = stream.builder;
            text.report(source, &mut builder);
            return Ok(builder);
        };
        if !text.mend(&error) {
            return Err(stop(source, &text, &error));
        }
    }
}

/// How far the events have come.
struct Stream<'s> {
    source: &'s Source,
    text: &'s Mended<'s>,
    builder: Builder,
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

impl<'s> Stream<'s> {
    fn new(source: &'s Source, text: &'s Mended<'s>) -> Self {
        Self {
            source,
            text,
            builder: Builder::new(source),
            anchors: BTreeMap::new(),
            open: Vec::new(),
            last: 0,
            documents: 0,
            skip: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let bytes = self.text.bytes(span);
        if self.skip > 0 {
            self.skip_key(&event, bytes);
            return Ok(());
        }
        match event {
            Event::DocumentStart(_) => self.document(bytes),
            Event::SequenceStart(..) | Event::MappingStart(..)
                if self.builder.wants_key() =>
            {
                let key = self.source.span(bytes);
                self.builder.note(
                    Diagnostic::error(Code::Syntax, key, "a key that is not a string")
                        .help("quote the key if it is meant to be a string"),
                );
                self.skip = 1;
                Ok(())
            }
            Event::SequenceStart(anchor, tag) => {
                self.begin(false, anchor, tag.as_deref(), bytes)
            }
            Event::MappingStart(anchor, tag) => {
                self.begin(true, anchor, tag.as_deref(), bytes)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(bytes),
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), bytes);
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, bytes),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn document(&mut self, bytes: Range<usize>) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let span = self.source.span(bytes);
        let message = "the file holds more than one YAML document";
        Err(Box::new(
            Diagnostic::error(Code::NotADocument, span, message)
                .label("the second one begins here")
                .help("keep the OpenAPI document alone in its file"),
        ))
    }

    fn begin(
        &mut self,
        object: bool,
        anchor: usize,
        tag: Option<&Tag>,
        bytes: Range<usize>,
    ) -> Result<(), Stop> {
        self.note_tag(tag, &bytes);
        self.builder.open(object, bytes.start)?;
        self.open.push(anchor);
        self.last = self.last.max(bytes.end);
        Ok(())
    }

    fn end(&mut self, bytes: Range<usize>) -> Result<(), Stop> {
        // A block's end is reported where the next line begins, a flow collection's at its bracket.
        if let Some("]" | "}") = self.source.text.get(bytes.clone()) {
            self.last = self.last.max(bytes.end);
        }
        let extent = self.builder.close(self.last)?;
        let anchor = self.open.pop().unwrap_or(0);
        self.anchor(anchor, extent);
        Ok(())
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        mut bytes: Range<usize>,
    ) {
        self.last = self.last.max(bytes.end);
        let plain = style == ScalarStyle::Plain;
        if self.builder.wants_key() {
            if anchor > 0 {
                let extent = self.builder.loose(text, bytes.clone());
                self.anchor(anchor, Some(extent));
            }
            self.builder.key(text, bytes, plain && text == "<<");
            return;
        }
        self.note_tag(tag, &bytes);
        let scalar = match tag {
            Some(tag) => scalar::tagged(text, tag),
            None if plain => scalar::plain(text),
            None => Scalar::Text(text),
        };
        if scalar == Scalar::Number {
            // The digits are those of the source, without the quotes around them.
            let offset = self.source.text[bytes.clone()].find(text).unwrap_or(0);
            bytes = bytes.start + offset..bytes.start + offset + text.len();
        }
        let extent = self.builder.scalar(scalar, bytes);
        self.anchor(anchor, Some(extent));
    }

    fn alias(&mut self, anchor: usize, bytes: Range<usize>) -> Result<(), Stop> {
        self.last = self.last.max(bytes.end);
        let Some(extent) = self.anchors.get(&anchor).copied() else {
            // The parser knows the anchor, so it is that of a collection which is still open.
            let message = format!(
                "the alias `{}` stands within what it names",
                &self.source.text[bytes.clone()]
            );
            let span = self.source.span(bytes);
            return Err(Box::new(
                Diagnostic::error(Code::ReferenceCycle, span, message)
                    .help("let a schema that contains itself do so by `$ref`"),
            ));
        };
        if self.builder.wants_key() {
            let text = self.builder.text(extent.node).unwrap_or_default();
            self.builder.key(&text, bytes, false);
            return Ok(());
        }
        self.builder.alias(extent, bytes)
    }

    fn anchor(&mut self, anchor: usize, extent: Option<Extent>) {
        if let (1.., Some(extent)) = (anchor, extent) {
            self.anchors.insert(anchor, extent);
        }
    }

    /// Passes over the inside of a key that is not a string; its value gets the empty key.
    fn skip_key(&mut self, event: &Event<'_>, bytes: Range<usize>) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => self.skip += 1,
            Event::SequenceEnd | Event::MappingEnd => self.skip -= 1,
            _ => {}
        }
        if self.skip == 0 {
            self.builder.key("", bytes, false);
        }
    }

    /// A tag of another schema than YAML's own means nothing in OpenAPI.
    fn note_tag(&mut self, tag: Option<&Tag>, bytes: &Range<usize>) {
        if let Some(tag) =
            tag.filter(|tag| !tag.is_yaml_core_schema() && !tag.suffix.is_empty())
        {
            let message = format!(
                "the YAML tag `{tag}` means nothing in OpenAPI; it was left out"
            );
            self.builder.note(Diagnostic::warning(
                Code::Syntax,
                self.source.span(bytes.clone()),
                message,
            ));
        }
    }
}

fn stop(source: &Source, text: &Mended<'_>, error: &ScanError) -> Stop {
    let at = text.byte(error.marker().index());
    let message = format!("this is not YAML: {}", error.info());
    if error.info().contains("tab") {
        let line_start = source.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let tab =
            source.text[line_start..].find('\t').map_or(at, |tab| line_start + tab);
        let found = Diagnostic::error(Code::Syntax, source.span(tab..tab + 1), message);
        return Box::new(
            found.label("the tab").help("indent by spaces: YAML allows no tabs there"),
        );
    }
    // The scanner looks ahead for the end of a flow, and gives up before our own limit is reached.
    if error.info().contains("recursion limit") {
        let message = "values nest deeper than can be read";
        let found = Diagnostic::error(Code::TooDeep, source.span(at..at + 1), message);
        return Box::new(found.label("one level too many"));
    }
    let found = Diagnostic::error(Code::Syntax, source.span(at..at + 1), message);
    Box::new(found.label("reading stops here"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::read::tree::{Tree, View};

    fn parsed(text: &str) -> (Source, Tree, Vec<Diagnostic>) {
        let source = Source::new("a.yaml", text);
        let (tree, notes) = read(&source, 0).unwrap().finish();
        (source, tree.unwrap(), notes)
    }

    fn refused(text: &str) -> (Code, usize, Option<String>) {
        let source = Source::new("a.yaml", text);
        let stop = read(&source, 0).err().unwrap();
        (stop.code, source.position(stop.span.start).line, stop.help)
    }

    #[test]
    fn scalars_keep_their_text_and_keys_are_strings() {
        let (_, tree, _) = parsed(
            "version: 1.10\n200: yes\n~: 2020-01-02\n'no': !!str 7\nx: !!int '8'\n",
        );
        let told: Vec<_> = tree
            .members(tree.root())
            .iter()
            .map(|member| match tree.view(member.value) {
                View::Number(digits) => format!("{}: number {digits}", tree.key(member)),
                View::Text(text) => format!("{}: text {text}", tree.key(member)),
                other => other.noun().to_owned(),
            })
            .collect();
        let expected = [
            "version: number 1.10",
            "200: text yes",
            "~: text 2020-01-02",
            "no: text 7",
            "x: number 8",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn places_are_bytes_in_any_script_and_with_any_line_end() {
        let (source, tree, _) =
            parsed("é: \"ü\"\r\nß:\r\n  - |\r\n    block\r\n  - {a: 'b'}\r\n");
        let written = |node| source.text[source.range(tree.span(node))].to_owned();
        let [first, second] = tree.members(tree.root()) else { unreachable!() };
        assert_eq!(&source.text[source.range(tree.key_span(second))], "ß");
        assert_eq!(written(first.value), "\"ü\"");
        let View::List(items) = tree.view(second.value) else { unreachable!() };
        assert_eq!(tree.text(items[0]), Some("block\n"));
        assert_eq!(written(items[1]), "{a: 'b'}");
        assert_eq!(written(tree.get(items[1], "a").unwrap()), "'b'");
    }

    #[test]
    fn an_alias_is_the_node_itself() {
        let (_, tree, _) = parsed("a: &x [1]\n&k key: &y text\nb: *x\n*k : *y\n");
        let get = |key| tree.get(tree.root(), key).unwrap();
        assert_eq!(get("a"), get("b"));
        assert_eq!(tree.text(get("key")), Some("text"));
    }

    #[test]
    fn a_second_document_is_refused() {
        let (code, line, _) = refused("openapi: 3.1.0\n---\na: 1\n");
        assert_eq!((code, line), (Code::NotADocument, 2));
    }

    #[test]
    fn aliases_cannot_exhaust_memory_or_stack() {
        use std::fmt::Write;
        let mut text = String::from("a0: &a0 [1,2,3,4,5,6,7,8,9]\n");
        for level in 1..10 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            writeln!(text, "a{level}: &a{level} [{aliases}]").unwrap();
        }
        assert_eq!(refused(&text).0, Code::TooLarge);
        let mut text = String::from("a0: &a0 [1]\n");
        for level in 1..300 {
            writeln!(text, "a{level}: &a{level} [*a{}]", level - 1).unwrap();
        }
        assert_eq!((refused(&text).0, refused(&text).1), (Code::TooDeep, 200));
        let text = format!("a: {}{}", "[".repeat(300), "]".repeat(300));
        assert_eq!(refused(&text).0, Code::TooDeep);
        assert_eq!(refused("a: &a [*a]\n").0, Code::ReferenceCycle);
    }

    #[test]
    fn a_tab_in_the_indentation_is_named() {
        let (code, line, help) = refused("a:\n  b: 1\n\tc: 2\n");
        assert_eq!((code, line), (Code::Syntax, 3));
        assert_eq!(help.as_deref(), Some("indent by spaces: YAML allows no tabs there"));
    }

    #[test]
    fn a_key_that_is_a_collection_is_reported_and_reading_goes_on() {
        let (_, tree, notes) = parsed("? [a, {b: c}]\n: 1\nd: 2\n");
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].code, Code::Syntax);
        assert!(tree.get(tree.root(), "d").is_some());
    }
}
