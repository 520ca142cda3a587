//! Decoding the values of enums.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

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
    deserializer.deserialize_i64(IntegerVisitor(PhantomData))
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

struct IntegerVisitor<T>(PhantomData<T>);

impl<T> Visitor<'_> for IntegerVisitor<T>
where
    T: TryFrom<i64, Error: fmt::Display>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("i64")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        let Ok(value) = i64::try_from(value) else {
            return Err(E::invalid_value(Unexpected::Unsigned(value), &self));
        };
        self.visit_i64(value)
    }
}
