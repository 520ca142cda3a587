//! A value that could not be told.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A JSON value that is none of those the document describes, or not clearly one of them; kept as it came.
///
/// Only decoding makes one. Its `Debug` does not show the value, which may hold a secret.
#[derive(Clone, PartialEq)]
pub struct RawJson(Value);

impl RawJson {
    #[doc(hidden)]
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self(value)
    }

    /// The value as it came.
    #[must_use]
    pub fn get(&self) -> &Value {
        &self.0
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawJson(..)")
    }
}

impl Serialize for RawJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
