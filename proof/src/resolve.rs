//! References of a document that was read as plain JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// How many references may lead to each other.
const MOST: usize = 32;

/// What a reference within the document leads to, in the other reader's type.
pub(crate) fn resolved<T: DeserializeOwned>(root: &Value, reference: &str) -> Option<T> {
    let mut target = pointed(root, reference)?;
    for _ in 0..MOST {
        match target.get("$ref").and_then(Value::as_str) {
            Some(next) => target = pointed(root, next)?,
            None => return serde_json::from_value(target.clone()).ok(),
        }
    }
    None
}

/// A JSON pointer as the fragment of a URL (RFC 6901, 6).
pub(crate) fn pointed<'v>(root: &'v Value, reference: &str) -> Option<&'v Value> {
    let pointer = reference.strip_prefix('#')?;
    root.pointer(pointer).or_else(|| root.pointer(&decoded(pointer)?))
}

/// Percent-encoded text (RFC 3986, 2.1).
pub(crate) fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::resolved;

    #[test]
    fn references_are_followed_and_circles_lead_nowhere() {
        let root = json!({
            "a": { "$ref": "#/b~1c/%7Bd%7D" }, "b/c": { "{d}": "found" },
            "e": { "$ref": "#/e" },
        });
        assert_eq!(resolved::<String>(&root, "#/a").as_deref(), Some("found"));
        assert_eq!(resolved::<String>(&root, "#/e"), None);
        assert_eq!(resolved::<String>(&root, "other.yaml#/a"), None);
    }
}
