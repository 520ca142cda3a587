//! Objects of JSON: what the macro `object!` shares between all structs.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// A struct that is read from the properties of an object.
pub trait Object<'de>: Sized {
    /// The struct's name, for errors.
    const NAME: &'static str;
    /// The properties that the document lists.
    const KEYS: &'static [&'static str];

    /// Reads the properties.
    ///
    /// # Errors
    ///
    /// When a property has another shape, stands there twice, or is required and missing.
    fn read<A: MapAccess<'de>>(fields: &mut Fields<A>) -> Result<Self, A::Error>;
}

/// The properties of an object, one after the other.
pub struct Fields<A> {
    map: A,
    keys: &'static [&'static str],
}

/// Writes the properties of an object.
pub struct Writer<S: Serializer>(S::SerializeMap);

/// Reads a struct.
///
/// # Errors
///
/// When what stands there is not an object as the struct reads it.
pub fn deserialize<'de, T: Object<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// A required property's value.
///
/// # Errors
///
/// When it is missing.
pub fn present<T, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
    slot.ok_or_else(|| E::missing_field(key))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Fields { map, keys: T::KEYS })
    }
}

impl<'de, A: MapAccess<'de>> Fields<A> {
    /// The next property that the document lists; `""` for others.
    ///
    /// # Errors
    ///
    /// When the text is not an object.
    pub fn key(&mut self) -> Result<Option<&'static str>, A::Error> {
        self.map.next_key_seed(KeySeed(self.keys))
    }

    /// The value of a required property.
    ///
    /// # Errors
    ///
    /// When it has another shape.
    pub fn required<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, A::Error> {
        self.map.next_value().map(Some)
    }

    /// The value of an optional property.
    ///
    /// # Errors
    ///
    /// When it has another shape.
    pub fn optional<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, A::Error> {
        self.map.next_value()
    }

    /// Skips a value.
    ///
    /// # Errors
    ///
    /// When the text breaks off.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| ())
    }
}

struct KeySeed(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<&'static str, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<&'static str, E> {
        Ok(self.0.iter().find(|known| **known == key).copied().unwrap_or_default())
    }
}

impl<S: Serializer> Writer<S> {
    /// Starts an object.
    ///
    /// # Errors
    ///
    /// What the serializer returns.
    pub fn new(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// Writes a property.
    ///
    /// # Errors
    ///
    /// What the serializer returns.
    pub fn required(
        &mut self,
        key: &'static str,
        value: &(impl Serialize + ?Sized),
    ) -> Result<(), S::Error> {
        self.0.serialize_entry(key, value)
    }

    /// Writes a property that is there.
    ///
    /// # Errors
    ///
    /// What the serializer returns.
    pub fn optional(
        &mut self,
        key: &'static str,
        value: &Option<impl Serialize>,
    ) -> Result<(), S::Error> {
        match value {
            Some(value) => self.0.serialize_entry(key, value),
            None => Ok(()),
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// What the serializer returns.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}
