//! Reading a value whole, to tell what it is.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Reads a value as what it is told to be.
///
/// It is told while the deserializer still stands at the value, so that an error names its place: afterwards, the
/// deserializer of an array would have gone on to the next item.
///
/// # Errors
///
/// Those of the deserializer, and of what tells.
pub fn read<'de, U, D: Deserializer<'de>>(
    deserializer: D,
    told: fn(Value) -> Result<U, serde_json::Error>,
) -> Result<U, D::Error> {
    let mut found = None;
    let mut tell = |value| told(value).map(|is| found = Some(is));
    deserializer.deserialize_any(Telling(&mut tell))?;
    found.ok_or_else(|| D::Error::custom("there is no value"))
}

/// What a whole value is passed to. It has no type of its own for each union, so that a deserializer is compiled for it once.
struct Telling<'t>(&'t mut dyn FnMut(Value) -> Result<(), serde_json::Error>);

impl Telling<'_> {
    fn tell<E: Error>(self, value: impl Into<Value>) -> Result<(), E> {
        (self.0)(value.into()).map_err(E::custom)
    }
}

impl<'de> Visitor<'de> for Telling<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.tell(value)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.tell(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.tell(())
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.tell(Value::deserialize(value)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        self.tell(Value::deserialize(SeqAccessDeserializer::new(items))?)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        self.tell(Value::deserialize(MapAccessDeserializer::new(members))?)
    }
}
