//! An optional value: what `null` means depends on whether its type knows `null`.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor, value::UnitDeserializer};

/// An optional value. `null` is a value where the type has one for it ([`Nullable`],
/// any JSON), and nothing where it has none.
///
/// [`Nullable`]: crate::runtime::Nullable
pub(super) struct Lenient<T>(pub(super) Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(LenientVisitor(PhantomData))
    }
}

struct LenientVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LenientVisitor<T> {
    type Value = Lenient<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Lenient<T>, E> {
        Ok(Lenient(T::deserialize(UnitDeserializer::<NoNull>::new()).ok()))
    }

    fn visit_unit<E: Error>(self) -> Result<Lenient<T>, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Lenient<T>, D::Error> {
        T::deserialize(deserializer).map(|value| Lenient(Some(value)))
    }
}

/// A type has no value for `null`. It costs nothing to make.
#[derive(Debug)]
struct NoNull;

impl fmt::Display for NoNull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no value for null")
    }
}

impl std::error::Error for NoNull {}

impl Error for NoNull {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }
}
