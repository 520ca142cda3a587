//! Items as JSON that are passed on as they come.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::json_texts::JsonTexts;
use super::live::{Live, StreamError};
use super::reader::Reader;
use crate::runtime::json;

/// Items as JSON that are passed on as they come: JSON Lines, or a sequence of RFC 7464.
///
/// It is a [`Stream`], and [`next`](Self::next) needs nobody's help. An item that is not as
/// documented is an error in its place, with its text in
/// [`body_text`](crate::runtime::Error::body_text), and the next ones follow. After any other
/// error nothing more comes: the body broke off, nothing came for the client's `idle_timeout`,
/// or an item was over its `item_limit`. Dropping it closes the connection.
#[must_use = "nothing is read until it is asked for"]
pub struct ItemStream<T> {
    reader: Reader<JsonTexts>,
    items: PhantomData<fn() -> T>,
}

impl<T> ItemStream<T> {
    pub(super) fn new(live: Live, framing: JsonTexts) -> Self {
        Self {
            reader: Reader::new(live, framing),
            items: PhantomData,
        }
    }

    /// How many items have come.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.reader.count
    }

    /// The body, for a mock to send.
    #[cfg(feature = "mock")]
    pub(in crate::runtime) fn into_body(self) -> reqwest::Body {
        self.reader.source.into_body()
    }
}

impl<T: DeserializeOwned> ItemStream<T> {
    /// The next item; `None` at the end.
    ///
    /// # Errors
    ///
    /// See [`ItemStream`].
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        std::future::poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<T, StreamError>>> {
        self.reader.poll_frame(context).map(|frame| {
            let text = match frame? {
                Ok(text) => text,
                Err(error) => return Some(Err(error)),
            };
            Some(json::decode(&text).map_err(|mismatch| {
                let item = self.reader.count;
                self.reader.source.about.unreadable(item, text, mismatch)
            }))
        })
    }
}

#[cfg(feature = "mock")]
impl<T: serde::Serialize> ItemStream<T> {
    /// A stream of these items as JSON Lines, for a mock to answer with.
    ///
    /// # Errors
    ///
    /// When JSON has no form for one of them.
    pub fn of(items: impl IntoIterator<Item = T>) -> serde_json::Result<Self> {
        let text = written(items, "")?;
        Ok(Self::new(Live::made(text), JsonTexts::lines()))
    }

    /// A stream of these items as a sequence of RFC 7464, for a mock to answer with.
    ///
    /// # Errors
    ///
    /// When JSON has no form for one of them.
    pub fn sequence_of(items: impl IntoIterator<Item = T>) -> serde_json::Result<Self> {
        let text = written(items, "\u{1E}")?;
        Ok(Self::new(Live::made(text), JsonTexts::sequence()))
    }
}

#[cfg(feature = "mock")]
fn written<T: serde::Serialize>(
    items: impl IntoIterator<Item = T>,
    before: &str,
) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::new();
    for item in items {
        text.extend_from_slice(before.as_bytes());
        serde_json::to_writer(&mut text, &item)?;
        text.push(b'\n');
    }
    Ok(text)
}

impl<T: DeserializeOwned> Stream for ItemStream<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<T> fmt::Debug for ItemStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream")
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}
