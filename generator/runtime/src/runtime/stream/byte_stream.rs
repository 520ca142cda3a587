//! A body of bytes that is passed on as it comes.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::live::{Live, StreamError};
use super::source::Source;
use crate::runtime::error::Error;
use crate::runtime::kind::ErrorKind;

/// A body of bytes that is passed on as it comes, and never held as a whole.
///
/// It is a [`Stream`], and [`next`](Self::next) needs nobody's help. Each wait for more is
/// limited by the client's `idle_timeout`; the limits of calls end with the head of the answer.
/// After an error nothing more comes. Dropping it closes the connection.
#[must_use = "nothing is read until it is asked for"]
pub struct ByteStream {
    source: Source,
}

impl ByteStream {
    pub(super) fn new(live: Live) -> Self {
        Self { source: Source::new(live) }
    }

    /// The next bytes, as many as have come; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the body breaks off, or nothing comes for too long.
    pub async fn next(&mut self) -> Option<Result<Bytes, StreamError>> {
        std::future::poll_fn(|context| self.source.poll_chunk(context)).await
    }

    /// All that is still to come, in memory.
    ///
    /// # Errors
    ///
    /// When it is over the client's `body_limit`, or fails before its end.
    pub async fn bytes(&mut self) -> Result<Bytes, StreamError> {
        let limit = self.source.about.body_limit;
        let mut whole = BytesMut::new();
        while let Some(chunk) = self.next().await {
            let chunk = chunk?;
            if chunk.len() > limit - whole.len() {
                self.source.close();
                let what = format!("the body is over {limit} bytes");
                let detail = self.source.about.broken(ErrorKind::BodyTooLarge, &what);
                return Err(Error::new(detail));
            }
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.freeze())
    }

    /// How many bytes are still to come, when the server has said so.
    #[must_use]
    pub fn remaining(&self) -> Option<u64> {
        self.source.remaining()
    }

    /// A stream of these bytes, for a mock to answer with.
    #[cfg(feature = "mock")]
    pub fn of(bytes: impl Into<Bytes>) -> Self {
        Self::new(Live::made(bytes.into()))
    }

    /// The body, for a mock to send.
    #[cfg(feature = "mock")]
    pub(in crate::runtime) fn into_body(self) -> reqwest::Body {
        self.source.into_body()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.source.poll_chunk(context)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let remaining = self.source.remaining();
        f.debug_struct("ByteStream")
            .field("remaining", &remaining)
            .finish_non_exhaustive()
    }
}
