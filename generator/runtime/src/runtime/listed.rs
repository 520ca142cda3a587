//! Decoding the values of enums.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A value that a closed enum does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotListed(&'static str);

impl NotListed {
    #[doc(hidden)]
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self(name)
    }
}

impl fmt::Display for NotListed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a listed value of {}", self.0)
    }
}

impl std::error::Error for NotListed {}

/// Decodes an enum of texts, without copying the text first.
///
/// # Errors
///
/// When there is no text, or a closed enum does not list it.
pub fn listed_text<'de, T, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'t> TryFrom<&'t str, Error: fmt::Display>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

/// Decodes an enum of integers.
///
/// # Errors
///
/// When there is no integer, or a closed enum does not list it.
pub fn listed_integer<'de, T, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error>
where
    T: TryFrom<i64, Error: fmt::Display>,
{
    T::try_from(i64::deserialize(deserializer)?).map_err(D::Error::custom)
}

struct TextVisitor<T>(PhantomData<T>);

impl<T> Visitor<'_> for TextVisitor<T>
where
    T: for<'t> TryFrom<&'t str, Error: fmt::Display>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }
}
