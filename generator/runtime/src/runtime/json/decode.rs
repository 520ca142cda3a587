//! JSON in: decoding, and saying where it failed without showing what stands there.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;

use crate::runtime::mismatch::{Mismatch, MismatchKind};
use crate::runtime::object::nesting::TOO_DEEP;

use super::place::place;
use super::whole;

/// Decodes a JSON text. An integer may stand there as `1.0` or `1e3`: it is one to JSON Schema.
pub(in crate::runtime) fn decode<T: DeserializeOwned>(
    text: &[u8],
) -> Result<T, Mismatch> {
    serde_json::from_slice(text).or_else(|error| match plain(text, &error) {
        Some(text) => {
            serde_json::from_slice(&text).map_err(|error| mismatch(&text, &error))
        }
        None => Err(mismatch(text, &error)),
    })
}

/// Whether a text is JSON, of whatever shape. `serde_json` does not look at the bytes of a text that it passes over.
pub(in crate::runtime) fn is_json(text: &[u8]) -> bool {
    let is_one = |text| serde_json::from_str::<IgnoredAny>(text).is_ok();
    str::from_utf8(text).is_ok_and(is_one)
}

/// The text with whole numbers in plain digits, where a fraction or an exponent is what stopped a decoder. One of
/// 128 bits takes the digits before them, and calls what follows no JSON.
fn plain(text: &[u8], error: &serde_json::Error) -> Option<Vec<u8>> {
    let stopped = error.is_syntax() && is_json(text)
        || error.is_data()
            && error.to_string().starts_with("invalid type: floating point ");
    stopped.then(|| whole::plain(text)).flatten()
}

fn mismatch(text: &[u8], error: &serde_json::Error) -> Mismatch {
    let (line, column) = (error.line(), error.column());
    // Only a value that was decoded has a path made of documented names: where the text itself
    // is broken, the name before the break may be one that the server made up.
    let (kind, message) = match error.classify() {
        // A decoder of 128 bits calls so whatever is no integer, or too large a one; and one of
        // a tuple more items than it has.
        Category::Syntax if is_json(text) => (
            MismatchKind::Shape,
            format!(
                "{} is not as documented: {UNEXPECTED}",
                named(&place(text, line, column))
            ),
        ),
        Category::Eof => (
            MismatchKind::Malformed,
            format!("the JSON breaks off (line {line}, column {column})"),
        ),
        Category::Syntax | Category::Io => (
            MismatchKind::Malformed,
            format!("the body is not JSON (line {line}, column {column})"),
        ),
        Category::Data => (
            MismatchKind::Shape,
            format!(
                "{} is not as documented: {}",
                named(&place(text, line, column)),
                reason(&error.to_string())
            ),
        ),
    };
    Mismatch::new(kind, message)
}

fn named(place: &str) -> String {
    if place.is_empty() {
        return "the body".to_owned();
    }
    format!("the value at `{place}`")
}

/// What is told of a value where the decoder's own words may quote it.
const UNEXPECTED: &str = "its value is not one that is expected";

/// What of serde's message can be told: it quotes the value that was found, which may be a
/// secret or somebody's address, so only messages of known form are passed on, without it.
fn reason(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(before, _)| before);
    let found = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "));
    if let Some((found, (_, expected))) = found.zip(message.rsplit_once(", expected ")) {
        let found = match found.split([' ', ',']).next() {
            Some("floating") => "number",
            Some(word) => word,
            None => "another",
        };
        return format!("found {found}, expected {expected}");
    }
    let length = message.strip_prefix("invalid length ");
    if let Some((found, expected)) =
        length.and_then(|rest| rest.split_once(", expected "))
        && found.bytes().all(|byte| byte.is_ascii_digit())
    {
        return format!("found a length of {found}, expected {expected}");
    }
    let names_only = [
        "missing field ",
        "duplicate field ",
        "not a listed value of ",
        "the text is not base64",
        "the text is not a date-time",
        "the text is not a duration",
        TOO_DEEP,
    ];
    if names_only.iter().any(|start| message.starts_with(start)) {
        return message.to_owned();
    }
    UNEXPECTED.to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::de::DeserializeOwned;

    use super::{TOO_DEEP, decode, reason};
    use crate::runtime::MismatchKind;

    fn read<T: DeserializeOwned>(n: &str) -> Result<T, (MismatchKind, String)> {
        let decoded = decode::<BTreeMap<String, T>>(format!("{{\"n\":{n}}}").as_bytes());
        let mut members =
            decoded.map_err(|mismatch| (mismatch.kind(), mismatch.to_string()))?;
        members.remove("n").ok_or_else(|| unreachable!())
    }

    #[test]
    fn integers_of_128_bits_are_read_as_others_are() {
        for (text, expected) in
            [("1.0", 1), ("-1.2e3", -1200), ("1e38", 10_i128.pow(38))]
        {
            assert_eq!(read::<i128>(text), Ok(expected));
        }
        assert_eq!(read::<u128>("3.4e3"), Ok(3400));
        assert_eq!(read::<Vec<i128>>("[1,2.0]"), Ok(vec![1, 2]));
        let shape = |place: &str| {
            let message = "is not as documented: its value is not one that is expected";
            (MismatchKind::Shape, format!("the value at `{place}` {message}"))
        };
        let large = "9".repeat(40);
        for text in ["1.5", "1e39", "\"hush\"", "true", "{}", &large] {
            assert_eq!(read::<i128>(text), Err(shape("n")), "{text}");
        }
        assert_eq!(read::<u128>("-1"), Err(shape("n")));
        assert_eq!(read::<Vec<i128>>("[1,2.5]"), Err(shape("n[1]")));
        assert_eq!(read::<f64>("1e400"), Err(shape("n")));
        for text in ["1x", "01", "1.", "\"\u{1}\""] {
            let kind = read::<i128>(text).map_err(|(kind, _)| kind);
            assert_eq!(kind, Err(MismatchKind::Malformed), "{text}");
        }
    }

    #[test]
    fn what_quotes_no_value_is_told() {
        for message in ["missing field `id`", TOO_DEEP] {
            assert_eq!(reason(&format!("{message} at line 1 column 2")), message);
        }
    }
}
