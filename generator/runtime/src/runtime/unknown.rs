//! A value that the document does not list.

use std::fmt;

/// A value that the document does not list, kept as it came.
///
/// Only decoding and `From` make one, so that a listed value is never hidden in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue<T = Box<str>>(T);

impl<T> UnknownValue<T> {
    #[doc(hidden)]
    pub fn new(value: T) -> Self {
        Self(value)
    }
}

impl UnknownValue {
    /// The value as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UnknownValue<i64> {
    /// The value as it came.
    #[must_use]
    pub fn get(&self) -> i64 {
        self.0
    }
}

impl<T: fmt::Display> fmt::Display for UnknownValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
