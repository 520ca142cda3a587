//! Decoding a text into a type that is made from one.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

/// Decodes a text into a type that is made from one, without copying it first.
pub struct TextVisitor<T>(PhantomData<T>);

impl<T> TextVisitor<T> {
    /// A visitor.
    #[must_use]
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for TextVisitor<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, T> Visitor<'a> for TextVisitor<T>
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
