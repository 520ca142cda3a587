//! Streams out of replies.

use serde::de::DeserializeOwned;

use super::byte_stream::ByteStream;
use super::event_stream::EventStream;
use super::item_stream::ItemStream;
use super::json_texts::JsonTexts;
use super::live::Live;
use crate::runtime::mismatch::{Mismatch, MismatchKind};
use crate::runtime::reply::{Reply, media_type};
use crate::runtime::response::Response;

impl Reply {
    /// A body of bytes, as it comes.
    ///
    /// # Errors
    ///
    /// When the body was read already.
    pub fn byte_stream(&self) -> Result<ByteStream, Mismatch> {
        self.live("bytes").map(ByteStream::new)
    }

    /// Server-sent events whose data is JSON.
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn events<T: DeserializeOwned>(&self) -> Result<EventStream<T>, Mismatch> {
        self.live("server-sent events").map(EventStream::data)
    }

    /// Server-sent events whose data is text.
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn text_events(&self) -> Result<EventStream<String>, Mismatch> {
        self.live("server-sent events").map(EventStream::text)
    }

    /// Server-sent events that are described as objects.
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn whole_events<T: DeserializeOwned>(&self) -> Result<EventStream<T>, Mismatch> {
        self.live("server-sent events").map(EventStream::whole)
    }

    /// Server-sent events that are described as objects whose data is text.
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn whole_text_events<T: DeserializeOwned>(
        &self,
    ) -> Result<EventStream<T>, Mismatch> {
        self.live("server-sent events").map(EventStream::whole_text)
    }

    /// Items as JSON, one in each line.
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn lines<T: DeserializeOwned>(&self) -> Result<ItemStream<T>, Mismatch> {
        let live = self.live("lines of JSON");
        live.map(|live| ItemStream::new(live, JsonTexts::lines()))
    }

    /// Items as a sequence of JSON texts (RFC 7464).
    ///
    /// # Errors
    ///
    /// When the body is something else.
    pub fn sequence<T: DeserializeOwned>(&self) -> Result<ItemStream<T>, Mismatch> {
        let live = self.live("a sequence of JSON");
        live.map(|live| ItemStream::new(live, JsonTexts::sequence()))
    }

    fn live(&self, wanted: &str) -> Result<Live, Mismatch> {
        self.live.take().ok_or_else(|| {
            let message = match &*media_type(&self.headers) {
                "text/html" => format!(
                    "the body is HTML in place of {wanted}, most likely a proxy's"
                ),
                _ => format!("the body has another content type than {wanted}"),
            };
            Mismatch::new(MismatchKind::ContentType, message)
        })
    }
}

/// A body that is to be asked for more is changed by that.
impl<T> std::ops::DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<S: futures_core::Stream + Unpin> futures_core::Stream for Response<S> {
    type Item = S::Item;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<S::Item>> {
        std::pin::Pin::new(&mut self.value).poll_next(context)
    }
}
