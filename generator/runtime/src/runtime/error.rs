//! The error of a call: opaque, with predicates, and with the documented error where there is one.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use super::detail::Detail;
use super::kind::{ErrorKind, Sent};
use super::mismatch::MismatchKind;
use super::response::request_id;

/// Why a call failed. `E` is what the document says of the operation's errors.
///
/// `Display` and `Debug` say what happened and name the operation, but never show path values,
/// bodies or credentials: an error may be logged as it is. What the server wrote is behind
/// [`api`](Self::api) and [`body_text`](Self::body_text), for you to judge.
pub struct Error<E> {
    pub(super) detail: Box<Detail>,
    api: Option<Box<E>>,
}

impl<E> Error<E> {
    pub(super) fn new(detail: Detail) -> Self {
        Self {
            detail: Box::new(detail),
            api: None,
        }
    }

    pub(super) fn from_detail(detail: Box<Detail>) -> Self {
        Self { detail, api: None }
    }

    pub(super) fn documented(api: E, detail: Detail) -> Self {
        Self {
            detail: Box::new(detail),
            api: Some(Box::new(api)),
        }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.detail.kind
    }

    /// The documented error the server answered with.
    #[must_use]
    pub fn api(&self) -> Option<&E> {
        self.api.as_deref()
    }

    /// The documented error the server answered with, by value; otherwise this error again.
    ///
    /// # Errors
    ///
    /// When the server did not answer with a documented error.
    pub fn into_api(self) -> Result<E, Self> {
        match self.api {
            Some(api) => Ok(*api),
            None => Err(self),
        }
    }

    /// The `operationId` of the call.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.detail.operation
    }

    /// The status, when the server answered.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.detail.answer.as_ref().map(|answer| answer.status)
    }

    /// Some headers of the answer: content type, date, `Retry-After`, request ids, rate limits.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.detail.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The server's name for this request, for its support: `x-request-id` or one of its kin.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// The answer's body, at most its first 64 KiB. It may hold secrets or personal data.
    #[must_use]
    pub fn body_text(&self) -> Option<Cow<'_, str>> {
        self.detail.answer.as_ref().map(|answer| String::from_utf8_lossy(&answer.body))
    }

    /// How the answer differs from what is documented, when it does.
    #[must_use]
    pub fn mismatch(&self) -> Option<MismatchKind> {
        self.detail.mismatch.as_ref().map(super::mismatch::Mismatch::kind)
    }

    /// Whether the call was sent, as far as this side can know.
    #[must_use]
    pub fn request_sent(&self) -> Sent {
        self.detail.sent
    }

    /// How many times the request was handed to the connection.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.detail.attempts
    }

    /// Whether a time limit passed, at whatever stage.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether no connection could be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Whether a success was not as documented.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Whether the server answered with a status that is not a success.
    #[must_use]
    pub fn is_status(&self) -> bool {
        matches!(self.kind(), ErrorKind::Api | ErrorKind::Status | ErrorKind::Redirect)
    }

    /// Whether credentials are the reason: missing, rejected, no token to be had, or a 401.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        let credentials = matches!(
            self.kind(),
            ErrorKind::MissingCredentials
                | ErrorKind::CredentialsRejected
                | ErrorKind::Token
        );
        credentials || self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// Whether the server rejected the credentials it was asked for a token with. Asking again
    /// with the same ones will not help.
    #[must_use]
    pub fn is_credentials_rejected(&self) -> bool {
        self.kind() == ErrorKind::CredentialsRejected
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.detail.kind)
            .field("message", &format_args!("{}", self.detail))
            .field("sent", &self.detail.sent)
            .field("attempts", &self.detail.attempts)
            .field("answer", &self.detail.answer)
            .field("source", &self.detail.source)
            .finish_non_exhaustive()
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.detail, f)
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.detail.source()
    }
}
