//! The value of a header as the type that reads it asks for it: as it is, parsed, or taken apart.

use std::str::FromStr;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::reason::Reason;
use crate::runtime::parsed;

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

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let items = self.items().into_iter();
        let items = items.map(|item| Self::joined(item.to_owned()));
        let mut items = SeqDeserializer::new(items);
        let value = visitor.visit_seq(&mut items)?;
        // A tuple leaves what is too much.
        items.end()?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        self.deserialize_seq(visitor)
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

    parsed! {}

    forward_to_deserialize_any! {
        str string bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
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
