//! A document as plain JSON, read by somebody else's reader.

use serde_json::{Map, Number, Value};
use serde_yaml::Value as Yaml;

/// Reads YAML or JSON; nothing where the text is neither, or says what JSON cannot.
#[must_use]
pub fn plain(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{')
        && let Ok(value) = serde_json::from_str(text)
    {
        return Some(value);
    }
    json(serde_yaml::from_str(text).ok()?)
}

/// YAML's keys may be numbers, as `200:` is.
fn json(yaml: Yaml) -> Option<Value> {
    Some(match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(value),
        Yaml::Number(number) => number
            .as_i64()
            .map(Number::from)
            .or_else(|| number.as_u64().map(Number::from))
            .or_else(|| number.as_f64().and_then(Number::from_f64))
            .map(Value::Number)?,
        Yaml::String(text) => Value::String(text),
        Yaml::Sequence(items) => {
            Value::Array(items.into_iter().map(json).collect::<Option<_>>()?)
        }
        Yaml::Mapping(members) => {
            let member = |(name, value)| Some((key(name)?, json(value)?));
            Value::Object(
                members.into_iter().map(member).collect::<Option<Map<_, _>>>()?,
            )
        }
        Yaml::Tagged(tagged) => json(tagged.value)?,
    })
}

fn key(name: Yaml) -> Option<String> {
    match name {
        Yaml::String(text) => Some(text),
        Yaml::Number(number) => Some(number.to_string()),
        Yaml::Bool(value) => Some(value.to_string()),
        Yaml::Null => Some("null".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::plain;

    #[test]
    fn keys_of_yaml_are_text() {
        let read = plain("200: { a: 1.5, on: [~, !x b] }");
        assert_eq!(read, Some(json!({ "200": { "a": 1.5, "on": [null, "b"] } })));
        assert_eq!(
            plain("{\"a\": 18446744073709551615}"),
            Some(json!({ "a": u64::MAX }))
        );
        assert_eq!(plain("a: [").is_none(), plain("? [a]\n: b").is_none());
    }
}
