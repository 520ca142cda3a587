//! Items to be sent as JSON, one after the other.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde::Serialize;

use crate::runtime::json;

/// Items to be sent as JSON, one after the other: a list of them, or a stream.
///
/// A list can be sent again when the server refuses a token. A stream cannot: the call then ends
/// with that answer, and the next call has a new token.
#[must_use = "it does nothing until it is sent"]
pub struct Items<T>(pub(super) Source<T>);

/// Where the items come from.
pub(super) enum Source<T> {
    List(Vec<T>),
    Stream(Pin<Box<dyn Stream<Item = T> + Send>>),
}

/// Items as they are written.
pub(super) struct Written<T> {
    pub(super) items: Pin<Box<dyn Stream<Item = T> + Send>>,
    pub(super) before: &'static str,
}

impl<T> Items<T> {
    /// A stream of items.
    pub fn stream(items: impl Stream<Item = T> + Send + 'static) -> Self {
        Self(Source::Stream(Box::pin(items)))
    }
}

/// Writes an item: what stands before it, its JSON, and a line end.
pub(super) fn write<T: Serialize>(
    item: &T,
    before: &str,
    out: &mut Vec<u8>,
) -> Result<(), String> {
    out.extend_from_slice(before.as_bytes());
    out.extend_from_slice(&json::encode(item)?);
    out.push(b'\n');
    Ok(())
}

impl<T: Serialize> Stream for Written<T> {
    type Item = Result<Bytes, String>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        let before = self.before;
        self.items.as_mut().poll_next(context).map(|item| {
            let item = item?;
            let mut out = Vec::new();
            Some(write(&item, before, &mut out).map(|()| Bytes::from(out)))
        })
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Source::List(items))
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::List(items) => write!(f, "{} items", items.len()),
            Source::Stream(_) => f.write_str("a stream of items"),
        }
    }
}
