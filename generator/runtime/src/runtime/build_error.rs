//! Why a client cannot be built.

use std::error::Error as StdError;
use std::fmt;

/// Why a client cannot be built.
#[derive(Debug)]
pub struct BuildError {
    message: String,
    source: Option<reqwest::Error>,
}

impl BuildError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    pub(super) fn base_url(problem: &str) -> Self {
        Self::new(format!("the server's address {problem}"))
    }

    pub(super) fn http(source: reqwest::Error) -> Self {
        Self {
            message: "the HTTP client cannot be set up".to_owned(),
            source: Some(source.without_url()),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as &(dyn StdError + 'static))
    }
}
