//! Faults: what goes wrong on purpose.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::answer::Answer;

/// Something that goes wrong on purpose, once.
#[derive(Debug, Clone)]
#[must_use = "a fault does nothing until it is given to `MockServer::fail`"]
pub struct Fault {
    pub(super) delay: Duration,
    pub(super) action: Action,
}

/// What happens to the answer, or in its place.
#[derive(Debug, Clone)]
pub(super) enum Action {
    /// The request is answered as it would be.
    Usual,
    /// The handler does not see the request; this answers it.
    Instead(Answer),
    /// The handler does not see the request; the document's sample for the status answers it,
    /// with these headers.
    Status(u16, Option<String>),
    /// The connection is closed when the request's head is known.
    DropBefore,
    /// The connection is closed when the request was read; the handler does not see it.
    DropAfter,
    /// The request is handled, then the connection is closed in place of an answer.
    Lose,
    /// The body of the usual answer breaks off in the middle.
    Truncate,
    /// The usual answer has this content type.
    ContentType(String),
}

impl Fault {
    /// A status, with the document's sample for it as the body, where there is one. For another
    /// body give [`MockServer::fail`](super::MockServer::fail) an [`Answer`].
    pub fn status(status: u16) -> Self {
        Self::of(Action::Status(status, None))
    }

    /// 401, as for a token that was revoked.
    pub fn unauthorized() -> Self {
        Self::status(401)
    }

    /// 429 with a `Retry-After` in whole seconds (RFC 9110, 10.2.3).
    pub fn too_many_requests(retry_after: Duration) -> Self {
        Self::of(Action::Status(429, Some(retry_after.as_secs().to_string())))
    }

    /// 429 with a `Retry-After` as a date (RFC 9110, 10.2.3).
    pub fn too_many_requests_until(date: Timestamp) -> Self {
        let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&date);
        Self::of(Action::Status(429, Some(date.unwrap_or_default())))
    }

    /// 502 with a page of HTML, as a proxy answers it.
    pub fn bad_gateway() -> Self {
        let page =
            "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>\n";
        Self::from(Answer::text(502, page).content_type("text/html"))
    }

    /// The usual answer, late.
    pub fn delay(delay: Duration) -> Self {
        Self::of(Action::Usual).after(delay)
    }

    /// Closes the connection when the request's path is known, before its body is read.
    pub fn drop_before_reading() -> Self {
        Self::of(Action::DropBefore)
    }

    /// Closes the connection when the request was read. No handler sees it: nothing was done.
    pub fn drop_after_reading() -> Self {
        Self::of(Action::DropAfter)
    }

    /// Has the request handled, then closes the connection: it was done, but the client cannot
    /// know.
    pub fn lose_answer() -> Self {
        Self::of(Action::Lose)
    }

    /// The usual answer, whose body breaks off in the middle.
    pub fn truncated_body() -> Self {
        Self::of(Action::Truncate)
    }

    /// The usual answer, under another content type.
    pub fn content_type(media_type: impl Into<String>) -> Self {
        Self::of(Action::ContentType(media_type.into()))
    }

    /// The same, after a while; the request is read at once.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    fn of(action: Action) -> Self {
        Self {
            delay: Duration::ZERO,
            action,
        }
    }
}

impl From<Answer> for Fault {
    fn from(answer: Answer) -> Self {
        Self::of(Action::Instead(answer))
    }
}
