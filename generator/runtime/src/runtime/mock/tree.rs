//! A parameter as the type that reads it asks for it: a text, an array or an object.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::argument::{Argument, Style};
use super::split;
use super::text::Text;

/// A parameter taken apart.
#[derive(Debug)]
pub(super) enum Tree {
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// Reads a parameter: the type decides how it is taken apart.
pub(super) struct Reader<'a>(pub(super) &'a Argument);

/// Why a parameter is not of its type, without its value.
#[derive(Debug)]
pub(super) struct Reason(pub(super) String);

impl Tree {
    /// Puts a text at a path of keys.
    pub(super) fn insert(&mut self, path: &[String], text: String) {
        let Some((key, rest)) = path.split_first() else {
            *self = Self::Text(text);
            return;
        };
        if !matches!(self, Self::Map(_)) {
            *self = Self::Map(Vec::new());
        }
        let Self::Map(entries) = self else { return };
        let at =
            entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
                entries.push((key.clone(), Self::Map(Vec::new())));
                entries.len() - 1
            });
        if let Some((_, inner)) = entries.get_mut(at) {
            inner.insert(rest, text);
        }
    }

    fn seq<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let items: Vec<Self> = match self {
            Self::List(items) => items,
            // `name[0]=a&name[1]=b`.
            Self::Map(entries) => entries.into_iter().map(|(_, item)| item).collect(),
            Self::Text(text) => vec![Self::Text(text)],
        };
        visitor.visit_seq(SeqDeserializer::new(items.into_iter()))
    }

    fn map<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self {
            Self::Map(entries) => {
                visitor.visit_map(MapDeserializer::new(entries.into_iter()))
            }
            _ => Err(Reason("it is not an object".to_owned())),
        }
    }

    fn scalar(self) -> Result<Text, Reason> {
        match self {
            Self::Text(text) => Ok(Text(text)),
            _ => Err(Reason("it is not a single value".to_owned())),
        }
    }
}

/// What of serde's data model a text can be, handed on to [`Text`].
macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            self.scalar()?.$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Reason;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self {
            Self::Text(text) => Text(text).deserialize_any(visitor),
            Self::List(_) => self.seq(visitor),
            Self::Map(_) => self.map(visitor),
        }
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
        self.seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        self.map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        self.map(visitor)
    }

    scalars! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Reason> for Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Reader<'_> {
    fn text(&self) -> Tree {
        Tree::Text(split::text(self.0))
    }
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            self.text().$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Reason;

    /// Nothing says what it is: an object in `deepObject`, else a text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.0.style {
            Style::DeepObject => split::map(self.0).deserialize_any(visitor),
            _ => self.text().deserialize_any(visitor),
        }
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
        split::list(self.0).deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        split::map(self.0).deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        split::map(self.0).deserialize_map(visitor)
    }

    texts! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Reason {}

impl Error for Reason {
    /// The message may quote the value, so it is not passed on.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("its value is not one that is expected".to_owned())
    }

    fn missing_field(field: &'static str) -> Self {
        Self(format!("`{field}` is missing"))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self(format!("`{field}` stands twice"))
    }
}
