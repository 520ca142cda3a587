//! JSON in: decoding, and saying where it failed without showing what stands there.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::runtime::mismatch::{Mismatch, MismatchKind};

/// Decodes a JSON text.
pub(in crate::runtime) fn decode<T: DeserializeOwned>(
    text: &[u8],
) -> Result<T, Mismatch> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value =
        serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
            let path = error.path().to_string();
            mismatch(&path, error.inner())
        })?;
    deserializer.end().map_err(|error| mismatch(".", &error))?;
    Ok(value)
}

fn mismatch(path: &str, error: &serde_json::Error) -> Mismatch {
    match error.classify() {
        // Without the path, which may end in a name that is the server's own.
        Category::Eof => Mismatch::new(
            MismatchKind::Malformed,
            format!(
                "the JSON breaks off (line {}, column {})",
                error.line(),
                error.column()
            ),
        ),
        Category::Syntax | Category::Io => Mismatch::new(
            MismatchKind::Malformed,
            format!(
                "the body is not JSON (line {}, column {})",
                error.line(),
                error.column()
            ),
        ),
        Category::Data => Mismatch::new(
            MismatchKind::Shape,
            format!(
                "the value at `{path}` is not as documented: {}",
                reason(&error.to_string())
            ),
        ),
    }
}

/// What of serde's message can be told: it quotes the value that was found, which may be a
/// secret or somebody's address, so only messages of known form are passed on, without it.
fn reason(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(before, _)| before);
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let found = rest.split([' ', ',']).next().unwrap_or_default();
        let expected = rest.rsplit_once(", expected ").map_or("", |(_, after)| after);
        return format!("found {found}, expected {expected}");
    }
    if message.starts_with("missing field ") || message.starts_with("duplicate field ") {
        return message.to_owned();
    }
    "its value is not one that is expected".to_owned()
}
