//! Why a header could not be read.

use std::fmt;

use serde::de::{Error, Unexpected};

/// Why a header could not be read, without what stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reason(pub(super) &'static str);

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Reason {}

impl Error for Reason {
    /// The message of a type's own may quote the value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("its value is not one that is expected")
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self("its value is of another kind than is expected")
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self("it has not as many items as are expected")
    }

    fn missing_field(_: &'static str) -> Self {
        Self("a property is missing")
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self("a property stands twice")
    }
}
