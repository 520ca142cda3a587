//! A document as plain JSON, read by somebody else's reader.

use std::fmt;

use serde::de::{
    Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

/// Reads YAML or JSON; nothing where the text is neither, or says what JSON cannot.
#[must_use]
pub fn plain(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{')
        && let Ok(value) = serde_json::from_str(text)
    {
        return Some(value);
    }
    let Plain(value) = serde_yaml::from_str(text).ok()?;
    Some(value)
}

/// A value of YAML as JSON: an integer of more than 64 bits is rounded, as readers of JSON do, and a tag says nothing.
struct Plain(Value);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain(Value::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain(Value::from(value)))
    }

    fn visit_i128<E: serde::de::Error>(self, value: i128) -> Result<Plain, E> {
        #[expect(clippy::cast_precision_loss, reason = "it is rounded")]
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<Plain, E> {
        #[expect(clippy::cast_precision_loss, reason = "it is rounded")]
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Plain, E> {
        let number = Number::from_f64(value);
        let number = number.ok_or_else(|| E::custom("JSON has no such number"))?;
        Ok(Plain(Value::Number(number)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Plain, E> {
        Ok(Plain(Value::String(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Plain, A::Error> {
        let mut read = Vec::new();
        while let Some(Plain(item)) = items.next_element()? {
            read.push(item);
        }
        Ok(Plain(Value::Array(read)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Plain, A::Error> {
        let mut read = Map::new();
        while let Some((Plain(name), Plain(value))) = members.next_entry()? {
            let name = key(name)?;
            if read.contains_key(&name) {
                return Err(serde::de::Error::custom("a key that stands twice"));
            }
            read.insert(name, value);
        }
        Ok(Plain(Value::Object(read)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Plain, A::Error> {
        let (_tag, value) = tagged.variant::<String>()?;
        value.newtype_variant()
    }
}

/// YAML's keys may be numbers, as `200:` is.
fn key<E: serde::de::Error>(name: Value) -> Result<String, E> {
    match name {
        Value::String(text) => Ok(text),
        Value::Array(_) | Value::Object(_) => Err(E::custom("a key that is no scalar")),
        scalar => Ok(scalar.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::plain;

    #[test]
    fn keys_of_yaml_are_text() {
        let read = plain("200: { a: 1.5, on: [~, !x b], true: yes }");
        let expected = json!({ "200": { "a": 1.5, "on": [null, "b"], "true": "yes" } });
        assert_eq!(read, Some(expected));
        assert_eq!(
            plain("{\"a\": 18446744073709551615}"),
            Some(json!({ "a": u64::MAX }))
        );
        assert_eq!(plain("a: ["), None);
        assert_eq!(plain("? [a]\n: b"), None);
        assert_eq!(plain("a: 1\na: 2"), None);
    }

    #[test]
    fn integers_of_more_than_64_bits_are_rounded() {
        let read = plain("a: -9223372036854776000\nb: 36893488147419103232");
        assert_eq!(
            read,
            Some(
                json!({ "a": -9_223_372_036_854_776_000.0, "b": 36_893_488_147_419_103_232.0 })
            )
        );
    }
}
