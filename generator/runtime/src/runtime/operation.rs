//! What is known of an operation before it is called.

use std::time::Duration;

use super::format::Format;
use super::mismatch::Mismatch;
use super::reply::Reply;

/// An operation of the document, implemented by a type that stands for it.
pub trait Operation {
    /// What a success decodes to.
    type Output;
    /// What a documented error decodes to.
    type Error: Decode;
    /// How the body of a success is read.
    type Format: Format<Self::Output>;
    /// What does not depend on the arguments.
    const INFO: OperationInfo;
    /// The successes whose bodies are handed on as they come.
    #[cfg(feature = "streams")]
    const STREAMS: &'static [super::stream::Streams] = &[];
    /// The headers that an error keeps, since a failure is described with them.
    #[cfg(feature = "headers")]
    const KEPT_HEADERS: &'static [&'static str] = &[];
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
#[derive(Debug, Clone, Copy)]
pub struct OperationInfo {
    /// The document's `operationId`.
    pub id: &'static str,
    /// The method's name.
    pub method: &'static str,
    /// The path template, for tracing: never the path that was sent.
    pub route: &'static str,
    /// The successes (2xx) that the document describes; any where none stands here.
    pub statuses: &'static [u16],
    /// Whether a call may be repeated.
    pub retry: Retry,
    /// The credentials that it asks for.
    pub security: Schemes,
    /// The header `Accept`; empty for none.
    pub accept: &'static str,
    /// The operation's own limit for the whole call, in place of the client's.
    pub timeout: Option<Duration>,
    /// Its own limit for one attempt, in place of the client's.
    pub attempt_timeout: Option<Duration>,
}

impl OperationInfo {
    /// What most operations have in common; what differs is named beside it.
    pub const DEFAULT: Self = Self {
        id: "",
        method: "GET",
        route: "",
        statuses: &[200],
        retry: Retry::Never,
        security: Schemes::None,
        accept: "application/json",
        timeout: None,
        attempt_timeout: None,
    };
}

/// The security schemes whose credentials an operation asks for.
#[derive(Debug, Clone, Copy)]
pub enum Schemes {
    /// None: a call carries no credentials.
    None,
    /// One scheme.
    One(&'static str),
    /// All schemes of one of these sets: of the first whose schemes all have credentials. An empty
    /// set is the alternative of none (`security: [{}, ...]`).
    AnyOf(&'static [&'static [&'static str]]),
}

impl Schemes {
    /// The sets of schemes of which one is needed as a whole; no set where none is.
    #[allow(dead_code, reason = "a document may ask for no credentials")]
    pub(super) fn sets(&self) -> Vec<&[&'static str]> {
        match self {
            Self::None => Vec::new(),
            Self::One(scheme) => vec![std::slice::from_ref(scheme)],
            Self::AnyOf(sets) => sets.to_vec(),
        }
    }
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
