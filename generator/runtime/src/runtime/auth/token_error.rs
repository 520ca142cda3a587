//! Why no token could be had.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use reqwest::StatusCode;

use crate::runtime::Error;
use crate::runtime::detail::Detail;

/// Why no token could be had. Every call that waited for the same token gets a clone of it.
#[derive(Debug, Clone)]
pub struct TokenError {
    message: String,
    rejected: bool,
    source: Option<Arc<Detail>>,
}

impl TokenError {
    /// An error of a token provider of your own. The message must not hold a secret.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            rejected: false,
            source: None,
        }
    }

    /// The credentials were rejected: asking again with the same ones will not help.
    pub fn rejected(message: impl Into<String>) -> Self {
        Self {
            rejected: true,
            ..Self::new(message)
        }
    }

    /// The error of reading where tokens are minted: it says nothing of the credentials.
    #[cfg(feature = "discovery")]
    pub(super) fn undiscovered<E>(error: Error<E>) -> Self {
        Self {
            source: Some(Arc::new(*error.detail)),
            ..Self::new("the metadata of the OpenID provider could not be read")
        }
    }

    /// Whether the credentials were rejected.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.rejected
    }
}

/// The error of the operation that mints tokens. A 400, 401 or 403 means that the credentials
/// were rejected (RFC 6749, 5.2).
impl<E> From<Error<E>> for TokenError {
    fn from(error: Error<E>) -> Self {
        let rejected = matches!(
            error.status(),
            Some(
                StatusCode::BAD_REQUEST
                    | StatusCode::UNAUTHORIZED
                    | StatusCode::FORBIDDEN
            )
        );
        let message = if rejected {
            "the server rejected the credentials"
        } else {
            "the token could not be fetched"
        };
        Self {
            message: message.to_owned(),
            rejected,
            source: Some(Arc::new(*error.detail)),
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source.as_ref() as &(dyn StdError + 'static))
    }
}
