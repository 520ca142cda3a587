//! The error of a closed enum.

use std::fmt;

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
