//! The value of a header as the type that reads it asks for it: as it is, parsed, or taken apart.

use std::str::FromStr;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::reason::Reason;

/// The value of a header, in the style `simple`.
#[derive(Debug)]
pub(super) struct Text {
    text: String,
    exploded: bool,
}

/// The values of a header, each by itself.
#[derive(Debug)]
pub(super) struct Lines(pub(super) Vec<String>);

impl Text {
    pub(super) fn joined(text: String) -> Self {
        Self { text, exploded: false }
    }

    pub(super) fn exploded(text: String) -> Self {
        Self { text, exploded: true }
    }

    fn parsed<T: FromStr>(&self, otherwise: &'static str) -> Result<T, Reason> {
        self.text.trim().parse().map_err(|_| Reason(otherwise))
    }

    /// What stands between the commas, which may have spaces around them (RFC 9110, 5.6.1).
    fn items(&self) -> Vec<&str> {
        if self.text.trim().is_empty() {
            return Vec::new();
        }
        self.text.split(',').map(str::trim).collect()
    }

    fn members(&self) -> Result<Vec<(String, Self)>, Reason> {
        let items = self.items();
        let member = |(name, value): (&str, &str)| {
            (name.to_owned(), Self::joined(value.to_owned()))
        };
        if self.exploded {
            let pairs = items.into_iter().map(|item| item.split_once('='));
            let pairs = pairs.map(|pair| pair.map(member));
            return pairs
                .collect::<Option<_>>()
                .ok_or(Reason("a name in it has no value"));
        }
        let pairs = items.chunks(2).map(|pair| match *pair {
            [name, value] => Ok(member((name, value))),
            _ => Err(Reason("a name in it has no value")),
        });
        pairs.collect()
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident $otherwise:literal)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            visitor.$visit(self.parsed($otherwise)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Text {
    type Error = Reason;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        visitor.visit_string(self.text)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        const OTHERWISE: &str = "it is not a number";
        // `NaN` and `inf` are no numbers of JSON Schema.
        let number: f64 = self.parsed(OTHERWISE)?;
        if number.is_finite() {
            visitor.visit_f64(number)
        } else {
            Err(Reason(OTHERWISE))
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let items = self.items().into_iter();
        let items = items.map(|item| Self::joined(item.to_owned()));
        visitor.visit_seq(SeqDeserializer::new(items))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        visitor.visit_map(MapDeserializer::new(self.members()?.into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_enum(self.text.into_deserializer())
    }

    parsed! {
        deserialize_bool visit_bool "it is not a boolean"
        deserialize_i8 visit_i8 "it is not an integer of 8 bits"
        deserialize_i16 visit_i16 "it is not an integer of 16 bits"
        deserialize_i32 visit_i32 "it is not an integer of 32 bits"
        deserialize_i64 visit_i64 "it is not an integer of 64 bits"
        deserialize_i128 visit_i128 "it is not an integer of 128 bits"
        deserialize_u8 visit_u8 "it is not an unsigned integer of 8 bits"
        deserialize_u16 visit_u16 "it is not an unsigned integer of 16 bits"
        deserialize_u32 visit_u32 "it is not an unsigned integer of 32 bits"
        deserialize_u64 visit_u64 "it is not an unsigned integer of 64 bits"
        deserialize_u128 visit_u128 "it is not an unsigned integer of 128 bits"
        deserialize_char visit_char "it is not a single character"
    }

    forward_to_deserialize_any! {
        str string bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Reason> for Text {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Lines {
    type Error = Reason;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        visitor.visit_seq(SeqDeserializer::new(self.0.into_iter().map(Text::joined)))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}
