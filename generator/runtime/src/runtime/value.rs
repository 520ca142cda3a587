//! What a parameter or a form can hold: a text, a list or a map, read from anything that serializes.

use std::fmt;

use bytes::Bytes;
use serde::ser::{self, Serialize};

use super::object::sending;
use super::value_writer::ValueWriter;

/// A value before its style is applied.
///
/// `OpenAPI` 3.2.0, "Style Values", speaks of primitives, arrays and objects.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value: `null`, or an option that is `None`.
    Nothing,
    /// A string.
    Text(String),
    /// A number or a boolean, as it is written in JSON, too.
    Literal(String),
    /// Bytes, as a file has them.
    Bytes(Bytes),
    /// An array.
    List(Vec<Value>),
    /// An item of a tuple that has no value: left out, it would move those that follow.
    Gap,
    /// An object, in its own order.
    Map(Vec<(String, Value)>),
}

/// Why a value cannot be a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueError(pub(super) String);

impl Value {
    /// Reads any serializable value, as a request has it.
    ///
    /// # Errors
    ///
    /// Enum variants with fields, and numbers that are NaN or infinite have no form as a
    /// parameter.
    pub fn of(value: impl Serialize) -> Result<Self, ValueError> {
        sending(|| Self::within(value))
    }

    /// Reads a value within another one.
    pub(super) fn within(value: impl Serialize) -> Result<Self, ValueError> {
        value.serialize(ValueWriter)
    }
}

/// What is told of a [`Gap`](Value::Gap) where a value has no word for it.
pub(super) fn gap<T>() -> Result<T, ValueError> {
    Err(ValueError("an item of a tuple that is `null` has no form there".to_owned()))
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
