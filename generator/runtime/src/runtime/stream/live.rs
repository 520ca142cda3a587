//! A success whose body is still on its way, and what can go wrong while it is.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use crate::runtime::detail::Detail;
use crate::runtime::error::Error;
use crate::runtime::kind::ErrorKind;
use crate::runtime::mismatch::Mismatch;
use crate::runtime::operation::OperationInfo;
use crate::runtime::reply::{self, Reply};
use crate::runtime::settings::Settings;

/// Why a stream broke, or what is wrong with one of its items. An item of a stream is in
/// [`body_text`](Error::body_text) when it could not be decoded.
pub type StreamError = Error<Infallible>;

/// Statuses of success whose bodies are handed on as they come: the first and the last, and what
/// the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Streams {
    /// Bytes, whatever their media type.
    Bytes(u16, u16),
    /// Server-sent events.
    Events(u16, u16),
    /// Items as JSON, one after the other.
    Items(u16, u16),
}

/// A body on its way, and what is known of it.
pub(in crate::runtime) struct Live {
    pub(super) body: reqwest::Body,
    pub(super) about: About,
}

/// What errors and limits of a stream need to know.
pub(super) struct About {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    /// The most that is put together of all of it.
    pub(super) body_limit: usize,
    /// The most that one item may have.
    pub(super) item_limit: usize,
    /// The longest wait for more.
    pub(super) idle_timeout: Duration,
}

impl Streams {
    /// Whether a reply is to be handed on as it comes. A page of HTML, most likely a proxy's, is
    /// no stream of items, and an event stream has one media type only: such a body is read, so
    /// that the error can show it.
    pub(in crate::runtime) fn take(
        all: &[Self],
        status: StatusCode,
        headers: &HeaderMap,
    ) -> bool {
        let media_type = reply::media_type(headers);
        all.iter().any(|streams| {
            let (first, last, fits) = match *streams {
                Self::Bytes(first, last) => (first, last, true),
                Self::Events(first, last) => {
                    (first, last, ["", "text/event-stream"].contains(&&*media_type))
                }
                Self::Items(first, last) => (first, last, media_type != "text/html"),
            };
            fits && (first..=last).contains(&status.as_u16())
        })
    }
}

impl Live {
    /// The reply of a response whose body is still to come.
    pub(in crate::runtime) fn reply(
        mut response: reqwest::Response,
        attempts: u32,
        info: &OperationInfo,
        settings: &Settings,
    ) -> Reply {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let about = About {
            operation: info.id,
            status,
            headers: headers.clone(),
            attempts,
            body_limit: settings.body_limit,
            item_limit: settings.item_limit,
            idle_timeout: settings.idle_timeout,
        };
        let reply = Reply::new(status, headers, Bytes::new(), attempts);
        let body = reqwest::Body::from(response);
        reply.live.set(Some(Self { body, about }));
        reply
    }

    /// A stream that no server sent: what a mock is to answer.
    #[cfg(feature = "mock")]
    pub(super) fn made(body: impl Into<reqwest::Body>) -> Self {
        let settings = Settings::default();
        let about = About {
            operation: "",
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            attempts: 0,
            body_limit: settings.body_limit,
            item_limit: settings.item_limit,
            idle_timeout: settings.idle_timeout,
        };
        Self { body: body.into(), about }
    }
}

impl About {
    /// The stream itself failed: nothing comes after this.
    pub(super) fn broken(&self, kind: ErrorKind, what: &str) -> Detail {
        let status = self.status;
        let message = format!("the server answered {status}, but {what}");
        Detail::answered(kind, self.operation, message, self.reply(Bytes::new()))
    }

    /// One item could not be read; `item` counts from 1.
    pub(super) fn unreadable(
        &self,
        item: u64,
        text: Bytes,
        mismatch: Mismatch,
    ) -> StreamError {
        let status = self.status;
        let message =
            format!("the server answered {status}, but item {item}: {mismatch}");
        let reply = self.reply(text);
        Error::new(Detail {
            mismatch: Some(mismatch),
            ..Detail::answered(ErrorKind::Decode, self.operation, message, reply)
        })
    }

    fn reply(&self, body: Bytes) -> Reply {
        Reply::new(self.status, self.headers.clone(), body, self.attempts)
    }
}
