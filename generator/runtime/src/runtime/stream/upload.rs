//! Bytes to be sent: at hand, or as they are made.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::outgoing::Chunks;
use crate::runtime::detail::Source;

/// A body of bytes to be sent: bytes at hand, or a stream of them.
///
/// Bytes can be sent again when the server refuses a token. A stream cannot: the call then ends
/// with that answer, and the next call has a new token.
#[derive(Debug, Clone)]
#[must_use = "it does nothing until it is sent"]
pub struct Upload {
    pub(super) content: Content,
    pub(super) content_type: Option<String>,
}

/// What is sent.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Bytes(Bytes),
    Stream(Streamed),
}

/// A stream that is sent once, whoever holds it.
#[derive(Clone)]
pub(in crate::runtime) struct Streamed {
    chunks: Arc<Mutex<Option<Chunks>>>,
    pub(super) length: Option<u64>,
}

/// A stream whose errors are of one type.
struct Boxed<S>(Pin<Box<S>>);

impl Upload {
    /// A stream of bytes. Without a [`length`](Self::length) it is sent in chunks (RFC 9112,
    /// 7.1), which not every server takes.
    pub fn stream<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>> + 'static,
    {
        Self::of(Content::Stream(Streamed::new(stream)))
    }

    /// Says how many bytes a stream has. The call fails when it has more or fewer. Bytes at hand
    /// know their length.
    pub fn length(mut self, bytes: u64) -> Self {
        if let Content::Stream(stream) = &mut self.content {
            stream.length = Some(bytes);
        }
        self
    }

    /// Says of which media type the bytes are, where the document leaves it open, as `image/*`
    /// does. The call fails when it is none of those that the document describes.
    pub fn content_type(self, media_type: impl Into<String>) -> Self {
        Self {
            content_type: Some(media_type.into()),
            ..self
        }
    }

    fn of(content: Content) -> Self {
        Self {
            content,
            content_type: None,
        }
    }
}

impl Streamed {
    pub(in crate::runtime) fn new<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>> + 'static,
    {
        let chunks: Chunks = Box::pin(Boxed(Box::pin(stream)));
        Self {
            chunks: Arc::new(Mutex::new(Some(chunks))),
            length: None,
        }
    }

    /// The same with its length known.
    #[cfg(feature = "forms")]
    pub(in crate::runtime) fn with_length(self, bytes: u64) -> Self {
        Self {
            length: Some(bytes),
            ..self
        }
    }

    /// The stream, unless it was sent before.
    pub(super) fn take(&self) -> Option<Chunks> {
        self.chunks.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<S, E> Stream for Boxed<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<Source>,
{
    type Item = Result<Bytes, Source>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|item| Some(item?.map_err(Into::into)))
    }
}

macro_rules! from {
    ($($of:ty),*) => {$(
        impl From<$of> for Upload {
            fn from(bytes: $of) -> Self {
                Self::of(Content::Bytes(bytes.into()))
            }
        }
    )*};
}

from! { Bytes, Vec<u8>, String, &'static [u8], &'static str, Box<[u8]> }

impl<const N: usize> From<&'static [u8; N]> for Upload {
    fn from(bytes: &'static [u8; N]) -> Self {
        Self::of(Content::Bytes(Bytes::from_static(bytes)))
    }
}

/// Streams are the same when they are one.
impl PartialEq for Streamed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.chunks, &other.chunks)
    }
}

impl Eq for Streamed {}

impl fmt::Debug for Streamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length {
            Some(length) => write!(f, "a stream of {length} bytes"),
            None => f.write_str("a stream"),
        }
    }
}
