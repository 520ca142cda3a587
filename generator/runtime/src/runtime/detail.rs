//! What every error knows, whatever the operation.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderName};

use super::kind::{ErrorKind, Sent};
use super::mismatch::Mismatch;
use super::reply::Reply;
use super::response::REQUEST_IDS;

/// Any error, as the source of another one.
pub(super) type Source = Box<dyn StdError + Send + Sync>;

/// How much of a body an error keeps.
pub(super) const KEPT_BODY: usize = 64 * 1024;

/// The headers an error keeps: those that help to find out what happened, and no others, since
/// a reply's headers may carry session cookies.
const KEPT_HEADERS: [&str; 7] = [
    "content-type",
    "content-length",
    "date",
    "retry-after",
    "server",
    "via",
    "www-authenticate",
];

/// The beginnings of further headers an error keeps.
const KEPT_PREFIXES: [&str; 5] =
    ["x-request", "request-id", "x-correlation", "x-ratelimit", "ratelimit"];

/// What every error knows, whatever the operation.
#[derive(Debug)]
pub(super) struct Detail {
    pub(super) kind: ErrorKind,
    pub(super) operation: &'static str,
    pub(super) message: String,
    pub(super) sent: Sent,
    pub(super) attempts: u32,
    pub(super) answer: Option<Answer>,
    pub(super) mismatch: Option<Mismatch>,
    pub(super) source: Option<Source>,
}

/// What is kept of a reply that was not a success, or not as documented.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Detail {
    /// An error before anything was sent.
    pub(super) fn unsent(
        kind: ErrorKind,
        operation: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            operation,
            message: message.into(),
            sent: Sent::No,
            attempts: 0,
            answer: None,
            mismatch: None,
            source: None,
        }
    }

    /// An error that the server answered with.
    pub(super) fn answered(
        kind: ErrorKind,
        operation: &'static str,
        message: impl Into<String>,
        reply: Reply,
    ) -> Self {
        Self {
            sent: Sent::Yes,
            attempts: reply.attempts,
            answer: Some(Answer::keep(reply)),
            ..Self::unsent(kind, operation, message)
        }
    }

    pub(super) fn because(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl Answer {
    fn keep(reply: Reply) -> Self {
        #[cfg(feature = "headers")]
        let described = super::header::kept(&reply);
        let Reply {
            status, mut headers, body, ..
        } = reply;
        let dropped: Vec<HeaderName> =
            headers.keys().filter(|name| !is_kept(name.as_str())).cloned().collect();
        for name in dropped {
            headers.remove(name);
        }
        #[cfg(feature = "headers")]
        headers.extend(described);
        // Copied when it is cut, so that the error does not hold on to the whole body.
        let body = match body.get(..KEPT_BODY) {
            Some(start) => Bytes::copy_from_slice(start),
            None => body,
        };
        Self { status, headers, body }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes, see body_text()", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.operation, self.message)
    }
}

impl StdError for Detail {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

fn is_kept(name: &str) -> bool {
    KEPT_HEADERS.contains(&name)
        || KEPT_PREFIXES.iter().any(|start| name.starts_with(start))
        || REQUEST_IDS.contains(&name)
}
