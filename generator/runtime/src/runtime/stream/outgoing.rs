//! A body that is made while it is sent.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use super::upload::Streamed;
use crate::runtime::detail::Source;

/// A stream of bytes, on its way into a body.
pub(super) type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, Source>> + Send>>;

/// A piece of a body.
#[allow(
    dead_code,
    reason = "a document may have no form, whose parts have bytes between"
)]
pub(in crate::runtime) enum Piece {
    Bytes(Bytes),
    Stream(Streamed),
}

/// A body that is made while it is sent, piece by piece.
pub(in crate::runtime) struct Outgoing {
    pieces: VecDeque<Ready>,
}

/// A piece that nobody else can send any more.
enum Ready {
    Bytes(Bytes),
    /// A stream and, where it was said, how much of it is left. The lock makes it `Sync`, which
    /// a body must be; it is never waited for.
    Stream(Mutex<Chunks>, Option<u64>),
}

/// A body on its way into a request, which is sent once, whoever holds it.
#[derive(Clone)]
pub(in crate::runtime) struct Sending(Arc<Mutex<Option<Outgoing>>>);

impl Sending {
    /// # Errors
    ///
    /// When one of the streams was sent before.
    pub(in crate::runtime) fn new(pieces: Vec<Piece>) -> Result<Self, String> {
        let ready = |piece| match piece {
            Piece::Bytes(bytes) => Ok(Ready::Bytes(bytes)),
            Piece::Stream(stream) => {
                let chunks = stream.take().ok_or("its stream was sent before")?;
                Ok(Ready::Stream(Mutex::new(chunks), stream.length))
            }
        };
        let pieces = pieces.into_iter().map(ready).collect::<Result<_, String>>()?;
        Ok(Self(Arc::new(Mutex::new(Some(Outgoing { pieces })))))
    }

    /// The body, unless it was sent before.
    pub(in crate::runtime) fn take(&self) -> Option<reqwest::Body> {
        let outgoing = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        outgoing.map(reqwest::Body::wrap)
    }
}

impl Ready {
    fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Stream(_, left) => *left,
        }
    }
}

impl Outgoing {
    /// The next bytes of the first piece, which is over with `None`.
    fn poll_first(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Source>>> {
        let (stream, left) = match self.pieces.front_mut() {
            None => return Poll::Ready(None),
            Some(Ready::Bytes(bytes)) => {
                let bytes = std::mem::take(bytes);
                return Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)));
            }
            Some(Ready::Stream(stream, left)) => (stream, left),
        };
        let stream = stream.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(stream.as_mut().poll_next(context)).transpose()?;
        let length = chunk.as_ref().map_or(0, Bytes::len);
        if let Some(left) = left {
            let rest =
                u64::try_from(length).ok().and_then(|sent| left.checked_sub(sent));
            *left = rest.ok_or("the stream is longer than was said")?;
            if chunk.is_none() && *left > 0 {
                return Poll::Ready(Some(Err(
                    "the stream is shorter than was said".into()
                )));
            }
        }
        Poll::Ready(chunk.map(Ok))
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = Source;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Source>>> {
        while !self.pieces.is_empty() {
            match ready!(self.poll_first(context)) {
                Some(Ok(chunk)) if chunk.is_empty() => {}
                Some(Ok(chunk)) => return Poll::Ready(Some(Ok(Frame::data(chunk)))),
                Some(Err(error)) => {
                    self.pieces.clear();
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.pieces.pop_front();
                }
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let mut lengths = self.pieces.iter().map(Ready::length);
        let whole = lengths.try_fold(0_u64, |sum, length| sum.checked_add(length?));
        whole.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
