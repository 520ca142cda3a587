//! JSON in: decoding, and saying where it failed without showing what stands there.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::runtime::mismatch::{Mismatch, MismatchKind};

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

/// The text with whole numbers in plain digits, where a fraction or an exponent is what stopped a decoder.
fn plain(text: &[u8], error: &serde_json::Error) -> Option<Vec<u8>> {
    let stopped = error.is_data()
        && error.to_string().starts_with("invalid type: floating point ");
    stopped.then(|| whole::plain(text)).flatten()
}

fn mismatch(text: &[u8], error: &serde_json::Error) -> Mismatch {
    let (line, column) = (error.line(), error.column());
    // Only a value that was decoded has a path made of documented names: where the text itself
    // is broken, the name before the break may be one that the server made up.
    let (kind, message) = match error.classify() {
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
    let names_only = [
        "missing field ",
        "duplicate field ",
        "not a listed value of ",
        "the text is not base64",
        "the text is not a duration",
    ];
    if names_only.iter().any(|start| message.starts_with(start)) {
        return message.to_owned();
    }
    "its value is not one that is expected".to_owned()
}
