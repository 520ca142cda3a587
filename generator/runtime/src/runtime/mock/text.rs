//! A text as the type that reads it asks for it: as it is, or parsed.

use std::str::FromStr;

use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::Reason;
use crate::runtime::parsed;

/// A text that becomes what a type asks for.
#[derive(Debug)]
pub(super) struct Text(pub(super) String);

impl Text {
    fn parsed<T: FromStr>(&self, otherwise: &str) -> Result<T, Reason> {
        self.0.parse().map_err(|_| Reason(otherwise.to_owned()))
    }
}

impl<'de> Deserializer<'de> for Text {
    type Error = Reason;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        visitor.visit_string(self.0)
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

    parsed! {}

    forward_to_deserialize_any! {
        str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}

impl IntoDeserializer<'_, Reason> for Text {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
