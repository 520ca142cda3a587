//! What is known of an operation before it is called.

use std::time::Duration;

use super::mismatch::Mismatch;
use super::reply::Reply;

pub use reqwest::Method;

/// An operation of the document, implemented by a type that stands for it.
pub trait Operation {
    /// What a success decodes to.
    type Output;
    /// What a documented error decodes to.
    type Error: Decode;
    /// What does not depend on the arguments.
    const INFO: OperationInfo;
    /// The successes whose bodies are handed on as they come.
    #[cfg(feature = "streams")]
    const STREAMS: &'static [super::stream::Streams] = &[];
    /// The headers that an error keeps, since a failure is described with them.
    #[cfg(feature = "headers")]
    const KEPT_HEADERS: &'static [&'static str] = &[];

    /// Decodes a reply whose status is a success (2xx).
    ///
    /// # Errors
    ///
    /// When the reply is not as documented.
    fn output(reply: &Reply) -> Result<Self::Output, Mismatch>;
}

/// An enum with a variant for each status that the document describes.
pub trait Decode: Sized {
    /// Decodes a reply by its status.
    ///
    /// # Errors
    ///
    /// When the reply is not as documented.
    fn decode(reply: &Reply) -> Result<Self, Mismatch>;
}

/// The errors of an operation whose errors the document does not describe.
impl Decode for std::convert::Infallible {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        reply.undeclared()
    }
}

/// What is known of an operation before it is called.
#[derive(Debug, Clone)]
pub struct OperationInfo {
    /// The document's `operationId`.
    pub id: &'static str,
    /// The method.
    pub method: Method,
    /// The method in place of `method`, where it is none that a constant can name.
    pub extension: Option<&'static str>,
    /// The path template, for tracing: never the path that was sent.
    pub route: &'static str,
    /// Whether a call may be repeated.
    pub retry: Retry,
    /// Alternatives of sets of security schemes. The first alternative whose schemes all have
    /// credentials is used; no alternative means that the call carries no credentials; an empty
    /// set is the alternative of none (`security: [{}, ...]`).
    pub security: &'static [&'static [&'static str]],
    /// The header `Accept`; empty for none.
    pub accept: &'static str,
    /// The operation's own limit for the whole call, in place of the client's.
    pub timeout: Option<Duration>,
    /// Its own limit for one attempt, in place of the client's.
    pub attempt_timeout: Option<Duration>,
}

impl OperationInfo {
    /// The name of the method.
    #[must_use]
    pub fn method_name(&self) -> &str {
        self.extension.unwrap_or(self.method.as_str())
    }

    /// What most operations have in common; what differs is named beside it.
    pub const DEFAULT: Self = Self {
        id: "",
        method: Method::GET,
        extension: None,
        route: "",
        retry: Retry::Never,
        security: &[],
        accept: "application/json",
        timeout: None,
        attempt_timeout: None,
    };
}

/// Whether an operation may be repeated when a call of it fails.
///
/// A failure before anything was sent may always be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// It changes nothing: it may be repeated.
    ReadOnly,
    /// Doing it twice is doing it once: it may be repeated.
    Idempotent,
    /// Once it may have been sent, it is not sent again.
    Never,
}
