//! Percent-encoding for the places a parameter can stand in.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where a parameter stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// In a segment of the path.
    Path,
    /// In the query.
    Query,
    /// It is the query.
    Querystring,
    /// In a header of its own.
    Header,
    /// In the header `Cookie`.
    Cookie,
}

/// Everything but RFC 3986's unreserved characters.
const STRICT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// [`STRICT`] without the reserved characters that may stand in a path segment as they are.
/// `/`, `?` and `#` would end the segment, `[` and `]` may not stand in a path.
const PATH_RESERVED: &AsciiSet = &STRICT
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// [`PATH_RESERVED`] for a query: `/` and `?` may stand there, `&` and `+` would change which
/// parameters the server reads, and `#` would end the query.
const QUERY_RESERVED: &AsciiSet =
    &PATH_RESERVED.remove(b'/').remove(b'?').add(b'&').add(b'+');

/// Encodes everything but unreserved characters.
pub(super) fn strict(text: &str) -> String {
    utf8_percent_encode(text, STRICT).to_string()
}

/// Encodes a text for `place`. With `reserved` (`allowReserved` in `OpenAPI`) the reserved
/// characters that cannot break out of the place, and percent-encoded triples, stay as they are.
pub(super) fn encode(text: &str, place: Place, reserved: bool) -> String {
    match (place, reserved) {
        // RFC 9110 knows no percent-encoding: a header's value is sent as it is.
        (Place::Header, _) => text.to_owned(),
        (_, false) => strict(text),
        (Place::Query | Place::Querystring, true) => keep_triples(text, QUERY_RESERVED),
        (Place::Path | Place::Cookie, true) => keep_triples(text, PATH_RESERVED),
    }
}

fn keep_triples(text: &str, set: &'static AsciiSet) -> String {
    let mut encoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        encoded.extend(utf8_percent_encode(before, set));
        match from.get(..3).filter(|triple| is_triple(triple)) {
            Some(triple) => encoded.push_str(triple),
            None => encoded.push_str("%25"),
        }
        let taken = if from.get(..3).is_some_and(is_triple) { 3 } else { 1 };
        rest = &from[taken..];
    }
    encoded.extend(utf8_percent_encode(rest, set));
    encoded
}

fn is_triple(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 3
        && bytes[0] == b'%'
        && bytes[1].is_ascii_hexdigit()
        && bytes[2].is_ascii_hexdigit()
}
