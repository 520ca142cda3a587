//! Objects of JSON: what all structs share, so that each adds little to compile.

mod fields;
mod key;
mod lenient;
mod macros;
mod writer;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};

pub use fields::Fields;
pub use writer::Writer;

pub(crate) use macros::object;

/// A struct that is read from the properties of an object.
pub trait Object<'de>: Sized {
    /// The properties that the document lists.
    const PROPERTIES: Properties;

    /// Reads the properties; `None` when `fields` has an error.
    fn read<A: MapAccess<'de>>(fields: &mut Fields<'de, A>) -> Option<Self>;
}

/// What is known of the properties of a struct before one is read.
// One constant, since each costs the compiler.
pub struct Properties {
    /// The struct's name, for errors.
    pub of: &'static str,
    /// The properties that the document lists.
    pub keys: &'static [&'static str],
    /// Whether other properties are kept.
    pub rest: bool,
}

/// Reads a struct.
///
/// # Errors
///
/// When what stands there is not an object, or a property of it has another shape, stands there
/// twice, or is required and missing.
pub fn deserialize<'de, T: Object<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::PROPERTIES.of)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut fields = Fields::new(map, T::PROPERTIES.keys, T::PROPERTIES.rest);
        let value = T::read(&mut fields);
        fields.finish(value)
    }
}
