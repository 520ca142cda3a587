//! JSON text to a spanned tree (RFC 8259), read by `jiter`, which knows where it is.

use std::borrow::Cow;
use std::ops::Range;

use jiter::{Jiter, JiterError, Peek};

use super::tree::{Builder, Scalar, Stop};
use crate::diagnostic::{Code, Diagnostic, Source};

/// Reads the text from byte `start` on.
///
/// # Errors
///
/// The first thing that is not JSON.
pub(super) fn read(source: &Source, start: usize) -> Result<Builder, Stop> {
    let mut text = Text {
        source,
        start,
        jiter: Jiter::new(&source.text.as_bytes()[start..]),
    };
    let mut builder = Builder::new(source);
    value(&mut text, &mut builder)?;
    text.jiter.finish().map_err(|error| text.stop(&error))?;
    Ok(builder)
}

/// The text and how far it is read.
struct Text<'s> {
    source: &'s Source,
    start: usize,
    jiter: Jiter<'s>,
}

/// What is open: what comes after a value in it.
enum Open {
    Object,
    List,
}

fn value(text: &mut Text<'_>, builder: &mut Builder) -> Result<(), Stop> {
    let mut open: Vec<Open> = Vec::new();
    let mut next = Some(text.jiter.peek().map_err(|error| text.stop(&error))?);
    loop {
        next = match next {
            Some(peek) => start(text, builder, peek, &mut open)?,
            None => None,
        };
        while next.is_none() {
            next = match open.last() {
                None => return Ok(()),
                Some(Open::Object) => key(text, builder, false)?,
                Some(Open::List) => {
                    let step = text.jiter.array_step();
                    step.map_err(|error| text.stop(&error))?
                }
            };
            if next.is_none() {
                open.pop();
                builder.close(text.here())?;
            }
        }
    }
}

/// Begins a value; what follows inside it, if anything.
fn start(
    text: &mut Text<'_>,
    builder: &mut Builder,
    peek: Peek,
    open: &mut Vec<Open>,
) -> Result<Option<Peek>, Stop> {
    let at = text.here();
    match peek {
        Peek::Object => {
            builder.open(true, at)?;
            let next = key(text, builder, true)?;
            if next.is_none() {
                builder.close(text.here())?;
            } else {
                open.push(Open::Object);
            }
            Ok(next)
        }
        Peek::Array => {
            builder.open(false, at)?;
            let first = text.jiter.known_array();
            let next = first.map_err(|error| text.stop(&error))?;
            if next.is_none() {
                builder.close(text.here())?;
            } else {
                open.push(Open::List);
            }
            Ok(next)
        }
        _ => {
            scalar(text, builder, peek)?;
            Ok(None)
        }
    }
}

fn scalar(text: &mut Text<'_>, builder: &mut Builder, peek: Peek) -> Result<(), Stop> {
    let at = text.here();
    let offset = text.start;
    let result = match peek {
        Peek::String => text.jiter.known_str().map(str::len).map(|length| {
            let bytes = at..offset + text.jiter.current_index();
            builder.scalar(Scalar::Text(&text.string(length, &bytes)), bytes);
        }),
        Peek::Null => text.jiter.known_null().map(|()| {
            builder.scalar(Scalar::Null, at..offset + text.jiter.current_index());
        }),
        Peek::True | Peek::False => text.jiter.known_bool(peek).map(|value| {
            builder.scalar(Scalar::Bool(value), at..offset + text.jiter.current_index());
        }),
        _ => text.jiter.known_number_bytes(peek).map(<[u8]>::len).map(|_| {
            builder.scalar(Scalar::Number, at..offset + text.jiter.current_index());
        }),
    };
    result.map_err(|error| text.stop(&error))
}

/// Reads a key and its colon; what the value after it is, or nothing at the object's end.
fn key(
    text: &mut Text<'_>,
    builder: &mut Builder,
    first: bool,
) -> Result<Option<Peek>, Stop> {
    let before = text.here();
    let found = if first { text.jiter.known_object() } else { text.jiter.next_key() };
    let found = found.map(|key| key.map(str::len));
    let Some(length) = found.map_err(|error| text.stop(&error))? else {
        return Ok(None);
    };
    let written = &text.source.text[before..text.here()];
    let opening = before + written.find('"').unwrap_or(0);
    let closing = before + written.rfind('"').map_or(0, |quote| quote + 1);
    let bytes = opening..closing;
    builder.key(&text.string(length, &bytes), bytes, false);
    let next = text.jiter.peek().map_err(|error| text.stop(&error))?;
    Ok(Some(next))
}

impl Text<'_> {
    /// The byte of the source that is read next.
    fn here(&self) -> usize {
        self.start + self.jiter.current_index()
    }

    /// The string whose quoted form stands at `bytes` and whose length is known.
    ///
    /// Every escape is longer than what it stands for, so that a string of the length of its form has none.
    fn string(&self, length: usize, bytes: &Range<usize>) -> Cow<'_, str> {
        let quoted = &self.source.text[bytes.clone()];
        if length + 2 == quoted.len() {
            return Cow::Borrowed(&quoted[1..=length]);
        }
        let mut again = Jiter::new(quoted.as_bytes());
        Cow::Owned(again.next_str().unwrap_or_default().to_owned())
    }

    fn stop(&self, error: &JiterError) -> Stop {
        let at = self.start + error.index;
        let span = self.source.span(at..at + 1);
        let message = format!("this is not JSON: {}", error.error_type);
        Box::new(
            Diagnostic::error(Code::Syntax, span, message)
                .label("reading stops here")
                .help("JSON allows no comments, no trailing commas and no single quotes; a YAML document must not begin with `{` and a quote"),
        )
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::read::tree::{Tree, View};

    fn tree(source: &Source) -> Tree {
        read(source, 0).unwrap().finish().0.unwrap()
    }

    #[test]
    fn a_surrogate_pair_is_one_character_and_places_are_those_of_the_text() {
        let source =
            Source::new("a.json", "{ \"\\ud83d\\ude00\" : \"a\\n\u{e9}\" , \"b\": 1}");
        let tree = tree(&source);
        let [first, second] = tree.members(tree.root()) else { unreachable!() };
        assert_eq!(
            (tree.key(first), tree.text(first.value)),
            ("\u{1f600}", Some("a\n\u{e9}"))
        );
        let written = |span| &source.text[source.range(span)];
        assert_eq!(written(tree.key_span(first)), "\"\\ud83d\\ude00\"");
        assert_eq!(written(tree.span(first.value)), "\"a\\n\u{e9}\"");
        assert_eq!(
            (written(tree.key_span(second)), written(tree.span(second.value))),
            ("\"b\"", "1")
        );
    }

    #[test]
    fn numbers_keep_their_digits() {
        let digits =
            "[1.10, -9223372036854776000, 123456789012345678901234567890, 1E400]";
        let source = Source::new("a.json", digits);
        let tree = tree(&source);
        let View::List(items) = tree.view(tree.root()) else { unreachable!() };
        let kept = items.iter().map(|item| match tree.view(*item) {
            View::Number(digits) => digits,
            _ => "",
        });
        let expected =
            ["1.10", "-9223372036854776000", "123456789012345678901234567890", "1E400"];
        assert_eq!(kept.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_first_mistake_is_located() {
        let position = |text: &str| {
            let source = Source::new("a.json", text);
            let stop = read(&source, 0).err().unwrap();
            assert_eq!(stop.code, Code::Syntax);
            let position = source.position(stop.span.start);
            (position.line, position.column)
        };
        assert_eq!(position("{\"a\": 1,\n }"), (2, 2));
        assert_eq!(position("{\"a\": 1}\n{"), (2, 1));
        assert_eq!(position("{\"a\": 'b'}"), (1, 7));
        assert_eq!(position("{\"a\": [1, // b\n]}"), (1, 11));
    }

    #[test]
    fn deep_nesting_is_refused() {
        let at = |depth: usize| {
            let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            read(&Source::new("a.json", text), 0).err().map(|stop| stop.code)
        };
        assert_eq!(at(200), None);
        assert_eq!(at(201), Some(Code::TooDeep));
        assert_eq!(at(100_000), Some(Code::TooDeep));
    }
}
