//! What a parameter can be: a text, a list or a map, read from anything that serializes.

use std::fmt;

use serde::ser::{self, Serialize};

use super::value_writer::ValueWriter;

/// A parameter's value before its style is applied.
///
/// `OpenAPI` 3.2.0, "Style Values", speaks of primitives, arrays and objects.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value: `null`, or an option that is `None`.
    Nothing,
    /// A primitive, as text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in its own order.
    Map(Vec<(String, Value)>),
}

/// Why a value cannot be a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError(pub(super) String);

impl Value {
    /// Reads any serializable value.
    ///
    /// # Errors
    ///
    /// Bytes, enum variants with fields, and numbers that are NaN or infinite have no form as a
    /// parameter.
    pub fn of(value: impl Serialize) -> Result<Self, ValueError> {
        value.serialize(ValueWriter)
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ValueError {}

impl ser::Error for ValueError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
