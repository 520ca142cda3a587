//! Server-sent events that are passed on as they come.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::event::Event;
use super::live::{Live, StreamError};
use super::reader::Reader;
use super::sse::{Block, Events};
use crate::runtime::json;
use crate::runtime::mismatch::Mismatch;

/// What some servers write as the data of a last event, and no JSON text is.
const DONE: &str = "[DONE]";

/// Server-sent events that are passed on as they come (HTML Standard, 9.2).
///
/// It is a [`Stream`], and [`next`](Self::next) needs nobody's help. An event whose data is not
/// as documented is an error in its place, with the data in
/// [`body_text`](crate::runtime::Error::body_text), and the next ones follow. After any other
/// error nothing more comes: the body broke off, nothing came for the client's `idle_timeout`,
/// or an event was over its `item_limit`. Dropping it closes the connection.
///
/// An event whose data is `[DONE]`, which many servers send as the last one, ends the stream
/// where the documented type cannot hold it. A connection is never made again by itself:
/// [`last_event_id`](Self::last_event_id) is what the header `Last-Event-ID` of a new request
/// would say.
#[must_use = "nothing is read until it is asked for"]
pub struct EventStream<T> {
    reader: Reader<Events>,
    read: fn(&Block) -> Result<T, Mismatch>,
}

impl<T> EventStream<T> {
    fn new(live: Live, read: fn(&Block) -> Result<T, Mismatch>) -> Self {
        Self {
            reader: Reader::new(live, Events::default()),
            read,
        }
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    ///
    /// See [`EventStream`].
    pub async fn next(&mut self) -> Option<Result<Event<T>, StreamError>> {
        std::future::poll_fn(|context| self.poll_event(context)).await
    }

    /// How many events have come.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.reader.count
    }

    /// The id of the last event that had one; empty when none had.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        &self.reader.framing.last_id
    }

    fn poll_event(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Event<T>, StreamError>>> {
        self.reader.poll_frame(context).map(|frame| match frame? {
            Ok(block) => self.event(block),
            Err(error) => Some(Err(error)),
        })
    }

    fn event(&mut self, block: Block) -> Option<Result<Event<T>, StreamError>> {
        match (self.read)(&block) {
            Ok(data) => Some(Ok(Event {
                data,
                kind: block.event.unwrap_or_else(|| "message".to_owned()),
                id: self.reader.framing.last_id.clone(),
                retry: block.retry,
            })),
            Err(_) if block.data == DONE => {
                self.reader.close();
                None
            }
            Err(mismatch) => {
                let (about, item) = (&self.reader.source.about, self.reader.count);
                Some(Err(about.unreadable(item, Bytes::from(block.data), mismatch)))
            }
        }
    }

    /// The body, for a mock to send.
    #[cfg(feature = "mock")]
    pub(in crate::runtime) fn into_body(self) -> reqwest::Body {
        self.reader.source.into_body()
    }
}

impl EventStream<String> {
    /// Events whose data is text.
    pub(super) fn text(live: Live) -> Self {
        Self::new(live, |block| Ok(block.data.clone()))
    }
}

impl<T: DeserializeOwned> EventStream<T> {
    /// Events whose data is JSON.
    pub(super) fn data(live: Live) -> Self {
        Self::new(live, |block| json::decode(block.data.as_bytes()))
    }

    /// Events that are described as objects, with the fields of the stream as properties.
    pub(super) fn whole(live: Live) -> Self {
        Self::new(live, whole)
    }

    /// The same, whose data is text.
    pub(super) fn whole_text(live: Live) -> Self {
        Self::new(live, whole_text)
    }
}

#[cfg(feature = "mock")]
impl EventStream<String> {
    /// A stream of events whose data is text, for a mock to answer with.
    pub fn of_text(events: impl IntoIterator<Item = Event<String>>) -> Self {
        let mut text = String::new();
        for event in events {
            write(&mut text, &event, &event.data);
        }
        Self::text(Live::made(text))
    }
}

#[cfg(feature = "mock")]
impl<T: serde::Serialize + DeserializeOwned> EventStream<T> {
    /// A stream of events whose data is JSON, for a mock to answer with. Where the document
    /// describes whole events as objects, `Answer::chunks` says exactly what is sent.
    ///
    /// # Errors
    ///
    /// When JSON has no form for one of them.
    pub fn of(events: impl IntoIterator<Item = Event<T>>) -> serde_json::Result<Self> {
        let mut text = String::new();
        for event in events {
            write(&mut text, &event, &serde_json::to_string(&event.data)?);
        }
        Ok(Self::data(Live::made(text)))
    }
}

#[cfg(feature = "mock")]
fn write<T>(text: &mut String, event: &Event<T>, data: &str) {
    let mut field = |name: &str, value: &str| {
        // Either ends a line there, and both are one end.
        for line in value.replace("\r\n", "\n").split(['\r', '\n']) {
            text.extend([name, ": ", line, "\n"]);
        }
    };
    field("event", event.event());
    if !event.id.is_empty() {
        field("id", event.id());
    }
    if let Some(retry) = event.retry {
        field("retry", &retry.as_millis().to_string());
    }
    field("data", data);
    text.push('\n');
}

/// An event as an object. Its data is JSON where that is an object or an array, else text: the
/// documents that describe whole events mean one or the other, by the kind of the event. Some
/// have such an event in the data itself.
fn whole<T: DeserializeOwned>(block: &Block) -> Result<T, Mismatch> {
    let as_json = || json::decode(object(block, &block.data).as_bytes());
    let as_data = || json::decode(block.data.as_bytes());
    let is_json = json::is_json(block.data.as_bytes());
    let first = if is_json && block.data.trim_start().starts_with(['{', '[']) {
        as_json().or_else(|mismatch| whole_text(block).map_err(|_| mismatch))
    } else {
        whole_text(block)
    };
    match first {
        Err(mismatch) if is_json => {
            as_json().or_else(|_| as_data()).map_err(|_| mismatch)
        }
        other => other,
    }
}

/// An event as an object, whose data is text.
fn whole_text<T: DeserializeOwned>(block: &Block) -> Result<T, Mismatch> {
    let text = serde_json::Value::from(block.data.as_str()).to_string();
    json::decode(object(block, &text).as_bytes())
}

fn object(block: &Block, data: &str) -> String {
    let quoted = |text: &String| serde_json::Value::from(text.as_str()).to_string();
    let fields = [
        ("event", block.event.as_ref().map(quoted)),
        ("id", block.id.as_ref().map(quoted)),
        ("retry", block.retry.map(|retry| retry.as_millis().to_string())),
    ];
    let mut object = ["{\"data\":", data].concat();
    for (name, value) in fields {
        if let Some(value) = value {
            object.extend([",\"", name, "\":", &value]);
        }
    }
    object.push('}');
    object
}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.poll_event(context)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}
