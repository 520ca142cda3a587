//! A parameter or a form as the type that reads it asks for it: a text, an array or an object.

use std::fmt;

use bytes::Bytes;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::argument::{Argument, Style};
use super::split;
use super::text::Text;

/// A parameter or a form taken apart.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Text(String),
    /// A text that is JSON where an object is asked for.
    Loose(String),
    Json(Value),
    Bytes(Bytes),
    /// The properties of a file, which are no items of a list.
    File(Vec<(String, Tree)>),
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

    /// Puts a value at a path of keys; several at one place become a list.
    pub(super) fn add(&mut self, path: &[String], value: Self) {
        let Some((key, rest)) = path.split_first() else { return };
        if !matches!(self, Self::Map(_)) {
            *self = Self::Map(Vec::new());
        }
        let Self::Map(entries) = self else { return };
        let known = entries.iter().position(|(known, _)| known == key);
        match (known.and_then(|at| entries.get_mut(at)), rest.is_empty()) {
            (None, true) => entries.push((key.clone(), value)),
            (None, false) => {
                let mut inner = Self::Map(Vec::new());
                inner.add(rest, value);
                entries.push((key.clone(), inner));
            }
            (Some((_, inner)), false) => inner.add(rest, value),
            (Some((_, Self::List(items))), true) => items.push(value),
            (Some((_, first)), true) => {
                let first_value = std::mem::replace(first, Self::List(Vec::new()));
                *first = Self::List(vec![first_value, value]);
            }
        }
    }

    /// The items of a text.
    pub(super) fn split(self, between: &str) -> Self {
        match self {
            Self::Loose(text) if text.is_empty() => Self::List(Vec::new()),
            Self::Loose(text) => Self::List(
                text.split(between).map(|item| Self::Text(item.to_owned())).collect(),
            ),
            other => other,
        }
    }

    /// A text, or each of several, read as JSON.
    pub(super) fn json(self) -> Result<Self, Reason> {
        match self {
            Self::Loose(text) => serde_json::from_str(&text)
                .map(Self::Json)
                .map_err(|_| Reason("it is not JSON".to_owned())),
            Self::List(items) => items
                .into_iter()
                .map(Self::json)
                .collect::<Result<_, _>>()
                .map(Self::List),
            other => Ok(other),
        }
    }

    fn seq<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        let items: Vec<Self> = match self {
            Self::List(items) => items,
            // `name[0]=a&name[1]=b`.
            Self::Map(entries) => entries.into_iter().map(|(_, item)| item).collect(),
            Self::Json(Value::Array(items)) => {
                items.into_iter().map(Self::Json).collect()
            }
            other => vec![other],
        };
        let mut items = SeqDeserializer::new(items.into_iter());
        let value = visitor.visit_seq(&mut items)?;
        // A tuple leaves what is too much.
        items.end()?;
        Ok(value)
    }

    fn map<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self {
            Self::Map(entries) | Self::File(entries) => {
                visitor.visit_map(MapDeserializer::new(entries.into_iter()))
            }
            Self::Json(Value::Object(entries)) => {
                let entries = entries.into_iter();
                let entries = entries.map(|(key, value)| (key, Self::Json(value)));
                visitor.visit_map(MapDeserializer::new(entries))
            }
            // `name,value,name,value`.
            Self::List(items) => {
                let mut items = items.into_iter();
                let mut entries = Vec::new();
                while let (Some(Self::Text(key)), Some(value)) =
                    (items.next(), items.next())
                {
                    entries.push((key, value));
                }
                visitor.visit_map(MapDeserializer::new(entries.into_iter()))
            }
            loose @ Self::Loose(_) => match loose.json()? {
                object @ Self::Json(Value::Object(_)) => object.map(visitor),
                _ => Err(Reason("it is not an object".to_owned())),
            },
            _ => Err(Reason("it is not an object".to_owned())),
        }
    }

    fn scalar(self) -> Result<Text, Reason> {
        match self {
            Self::Text(text) | Self::Loose(text) | Self::Json(Value::String(text)) => {
                Ok(Text(text))
            }
            Self::Json(value @ (Value::Bool(_) | Value::Number(_))) => {
                Ok(Text(value.to_string()))
            }
            _ => Err(Reason("it is not a single value".to_owned())),
        }
    }
}

/// What of serde's data model a text can be, handed on to [`Text`].
macro_rules! scalars {
    ($this:ident => $scalar:expr) => {
        scalars! {
            $this => $scalar;
            deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
            deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
            deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
        }
    };
    ($this:ident => $scalar:expr; $($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            let $this = self;
            $scalar.$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Reason;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self {
            Self::Text(text) | Self::Loose(text) => Text(text).deserialize_any(visitor),
            Self::Json(value) => value.deserialize_any(visitor).map_err(Reason::custom),
            Self::Bytes(bytes) => visitor.visit_byte_buf(bytes.to_vec()),
            Self::List(_) => self.seq(visitor),
            Self::Map(_) | Self::File(_) => self.map(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        match self {
            Self::Json(Value::Null) => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
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

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Reason> {
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

    scalars! { tree => tree.scalar()? }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct tuple_struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Reason> for Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Reader<'_> {
    fn text(&self) -> Text {
        Text(split::text(self.0))
    }
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

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Reason> {
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

    scalars! { reader => reader.text() }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct tuple_struct enum identifier ignored_any
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

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self("it has not as many items as are expected".to_owned())
    }

    fn missing_field(field: &'static str) -> Self {
        Self(format!("`{field}` is missing"))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self(format!("`{field}` stands twice"))
    }
}
