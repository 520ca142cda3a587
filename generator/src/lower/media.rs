//! Media types: what a body in each of them is written and read as.

use std::collections::BTreeSet;

use super::scalar::is_base64;
use super::schema::says_nothing;
use super::target::target;
use super::{Lowering, stream};
use crate::document::{Document, Kind, Kinds, MediaType, Named};

/// What a body of a media type is written and read as, the better one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Media {
    /// Whether its media type is one of those whose content is somebody else's to understand.
    pub(super) foreign: bool,
    /// What it is.
    pub(super) sort: MediaSort,
}

/// The sorts of bodies, in the order in which one out of several is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MediaSort {
    Json,
    Form,
    Multipart,
    Xml,
    Text,
    Bytes,
    Items,
}

/// Ends of media types whose content is text.
const TEXTS: &[&str] = &["yaml", "csv", "javascript", "graphql"];

/// Media types that are bytes to everybody.
const BYTES: &[&str] =
    &["application/octet-stream", "application/pdf", "application/zip"];

/// What a request body is written as; `None` for parts of a kind that only their writer can put together, and for what no
/// header can hold.
pub(super) fn sent(media_type: &str) -> Option<Media> {
    if !is_sendable(media_type) {
        return None;
    }
    let (foreign, sort) = match essence(media_type).as_str() {
        "application/x-www-form-urlencoded" => (false, MediaSort::Form),
        "multipart/form-data" | "multipart/*" => (false, MediaSort::Multipart),
        other if other.starts_with("multipart/") => return None,
        // Who would send events reads them from somewhere, as they are.
        "text/event-stream" => (true, MediaSort::Bytes),
        _ => return Some(received(media_type)),
    };
    Some(Media { foreign, sort })
}

/// What a response's body is read as.
pub(super) fn received(media_type: &str) -> Media {
    let essence = essence(media_type);
    if !is_sendable(media_type) {
        return Media {
            foreign: true,
            sort: MediaSort::Bytes,
        };
    }
    let starts = |kind: &str| essence.starts_with(kind);
    let (foreign, sort) = match essence.as_str() {
        "*/*" => (false, MediaSort::Json),
        _ if stream::framing(media_type).is_some() => (false, MediaSort::Items),
        _ if is_json(media_type) => (false, MediaSort::Json),
        _ if is_xml(media_type) => (false, MediaSort::Xml),
        "application/x-www-form-urlencoded" => (true, MediaSort::Text),
        _ if starts("text/") => (false, MediaSort::Text),
        known if BYTES.contains(&known) => (false, MediaSort::Bytes),
        _ if ["image/", "audio/", "video/"].into_iter().any(starts) => {
            (false, MediaSort::Bytes)
        }
        text if TEXTS.iter().any(|end| text.ends_with(end)) => (true, MediaSort::Text),
        _ => (true, MediaSort::Bytes),
    };
    Media { foreign, sort }
}

/// Whether a media type can stand in a header (RFC 9110, 5.5), alone and among others: a comma stands in quotes alone.
pub(super) fn is_sendable(media_type: &str) -> bool {
    let mut bytes = media_type.bytes();
    let mut quoted = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            b'\\' if quoted && !matches!(bytes.next(), Some(b' '..=b'~')) => {
                return false;
            }
            b',' if !quoted => return false,
            b' '..=b'~' => {}
            _ => return false,
        }
    }
    !quoted && media_type.is_ascii()
}

/// Whether a media type is JSON (RFC 6839, 3.1); `text/json` is what some call it.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    matches!(essence.as_str(), "application/json" | "text/json")
        || essence.ends_with("+json")
}

/// Whether a media type is XML (RFC 7303, 4.2).
pub(super) fn is_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    matches!(essence.as_str(), "application/xml" | "text/xml")
        || essence.ends_with("+xml")
}

/// What a content of a request body is written as.
pub(super) fn sort(
    document: &Document,
    content: &Named<MediaType>,
) -> Option<MediaSort> {
    Some(structured(document, sent(&content.name.text)?, content).sort)
}

/// The content of several that is written or read, and what as; none where `media` says so of each.
pub(super) fn chosen<'c>(
    document: &Document,
    contents: &'c [Named<MediaType>],
    media: impl Fn(&str) -> Option<Media>,
) -> Option<(&'c Named<MediaType>, Media)> {
    best(document, contents, media).into_iter().next()
}

/// The best content of each sort, the best of all first.
pub(super) fn best<'c>(
    document: &Document,
    contents: &'c [Named<MediaType>],
    media: impl Fn(&str) -> Option<Media>,
) -> Vec<(&'c Named<MediaType>, Media)> {
    let known = contents
        .iter()
        .filter_map(|content| Some((content, media(&content.name.text)?)));
    let known =
        known.map(|(content, media)| (content, structured(document, media, content)));
    let mut known: Vec<_> = known.collect();
    known.sort_by_key(|(_, media)| *media);
    let mut sorts = BTreeSet::new();
    known.retain(|(_, media)| sorts.insert(media.sort));
    known
}

/// What a body is written or read as by its schema, too: XML is a text, as it is, where nothing is said of elements, and a
/// body of any media type is bytes where the schema says so.
fn structured(document: &Document, media: Media, content: &Named<MediaType>) -> Media {
    let schema = content.value.schema.map(|id| target(document, id));
    let is_binary = schema.is_some_and(|schema| {
        schema.format.as_ref().is_some_and(|format| &*format.text == "binary")
    });
    if is_binary && essence(&content.name.text) == "*/*" {
        return Media {
            foreign: false,
            sort: MediaSort::Bytes,
        };
    }
    let plain = schema.is_none_or(|schema| {
        says_nothing(schema)
            || schema.kinds.without(Kind::Null) == Kinds::of(Kind::String)
    });
    if media.sort != MediaSort::Xml || !plain {
        return media;
    }
    Media {
        foreign: essence(&content.name.text) != "text/xml",
        sort: MediaSort::Text,
    }
}

/// A media type in lower case and without parameters.
pub(super) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The parameters of a media type, each as it is written. Between quotation marks, a semicolon is none.
fn parameters(media_type: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    let pieces = media_type.split(move |letter| {
        let was_escaped = std::mem::replace(&mut escaped, quoted && letter == '\\');
        if was_escaped {
            escaped = false;
        } else if letter == '"' {
            quoted = !quoted;
        }
        letter == ';' && !quoted
    });
    pieces.skip(1)
}

/// The value of a parameter that names the encoding of a text.
fn encoding(parameter: &str) -> Option<&str> {
    let (name, value) = parameter.split_once('=')?;
    name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
}

/// The encoding that a media type names, if it is another one than that of texts here.
pub(super) fn charset(media_type: &str) -> Option<&str> {
    let charset = parameters(media_type).find_map(encoding)?;
    let is_utf8 = ["utf-8", "utf8", "us-ascii"];
    (!is_utf8.iter().any(|known| charset.eq_ignore_ascii_case(known))).then_some(charset)
}

/// A media type of a text, in UTF-8 in place of the encoding that it names.
pub(super) fn in_utf8(media_type: &str) -> String {
    let kept = parameters(media_type).filter(|parameter| encoding(parameter).is_none());
    let pieces: Vec<String> = std::iter::once(essence(media_type))
        .chain(kept.map(|parameter| parameter.trim().to_owned()))
        .chain(["charset=utf-8".to_owned()])
        .collect();
    pieces.join("; ")
}

/// Whether a media type is the one that is called so; parameters count where they are named.
pub(super) fn is_meant(media_type: &str, called: &str) -> bool {
    if called.contains(';') {
        media_type.trim().eq_ignore_ascii_case(called.trim())
    } else {
        essence(media_type) == essence(called)
    }
}

/// Whether text or bytes tell less of a body than the document does: its media type is foreign, or its schema is no text's.
pub(super) fn is_untyped(
    lowering: &Lowering<'_>,
    media: Media,
    content: &Named<MediaType>,
) -> bool {
    let schema = content.value.schema.map(|id| target(lowering.document, id));
    let structured = schema.is_some_and(|schema| {
        !schema.properties.is_empty()
            || (!schema.kinds.is_empty() && !schema.kinds.has(Kind::String))
            || (media.sort == MediaSort::Text && is_base64(schema))
    });
    matches!(media.sort, MediaSort::Text | MediaSort::Bytes)
        && (media.foreign || structured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_stands_in_quotes_alone() {
        for text in [r#"a/b; c="x,y""#, r#"a/b; c="x\",y"; d=e"#] {
            assert!(is_sendable(text), "{text}");
        }
        for text in ["a/b; c=x,y", r#"a/b; c="x"#, "a/b; c=\"\\\n\"", r#"a/b; c="é""#] {
            assert!(!is_sendable(text), "{text}");
        }
    }

    #[test]
    fn a_text_keeps_all_parameters_but_its_encoding() {
        let rows = [
            ("text/plain; charset=latin1", "text/plain; charset=utf-8"),
            (
                "text/plain; format=flowed; Charset=latin1;delsp=yes",
                "text/plain; format=flowed; delsp=yes; charset=utf-8",
            ),
            (
                r#"text/plain; a="b;charset=c\";"; charset="d""#,
                r#"text/plain; a="b;charset=c\";"; charset=utf-8"#,
            ),
        ];
        for (given, expected) in rows {
            assert_eq!(in_utf8(given), expected);
        }
    }

    #[test]
    fn each_media_type_is_of_its_sort() {
        let rows = [
            ("application/json; charset=utf-8", false, MediaSort::Json),
            ("application/problem+json", false, MediaSort::Json),
            ("application/json; a=\"x,\\\"y\"", false, MediaSort::Json),
            ("*/*", false, MediaSort::Json),
            ("text/json", false, MediaSort::Json),
            ("text/csv", false, MediaSort::Text),
            ("application/soap+xml", false, MediaSort::Xml),
            ("application/x-yaml", true, MediaSort::Text),
            ("application/x-ndjson", false, MediaSort::Items),
            ("application/vnd.a.b+jsonl", false, MediaSort::Items),
            ("application/json-seq", false, MediaSort::Items),
            ("Image/PNG", false, MediaSort::Bytes),
            ("application/zip", false, MediaSort::Bytes),
            ("application/x-zip", true, MediaSort::Bytes),
            ("application/vnd.github.raw", true, MediaSort::Bytes),
        ];
        for (media_type, foreign, sort) in rows {
            assert_eq!(sent(media_type), Some(Media { foreign, sort }), "{media_type}");
            assert_eq!(received(media_type), Media { foreign, sort }, "{media_type}");
        }
    }

    #[test]
    fn some_are_written_and_some_are_read() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(sent(form).map(|media| media.sort), Some(MediaSort::Form));
        assert_eq!(received(form).sort, MediaSort::Text);
        assert_eq!(received("multipart/mixed").sort, MediaSort::Bytes);
        assert_eq!(received("text/event-stream").sort, MediaSort::Items);
        assert_eq!(sent("text/event-stream").map(|media| media.foreign), Some(true));
        assert_eq!(sent("multipart/mixed"), None);
        for odd in ["image/ñ", "application/a\nb+json", "text/a,b", "x/y\u{7f}+jsonl"] {
            assert_eq!(sent(odd), None, "{odd}");
            assert_eq!(received(odd).sort, MediaSort::Bytes, "{odd}");
        }
    }
}
