//! Answers whose bodies are streams, and bodies that are items.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http_body::Frame;
use serde::de::DeserializeOwned;
use tokio::time::Sleep;

use super::answer::{Answer, Sample};
use super::connection::Switch;
use super::problem::Problem;
use crate::runtime::{ByteStream, EventStream, ItemStream, json};

/// The media type of a sample that describes whole events.
const WHOLE: &str = "text/event-stream; charset=utf-8";

/// What is sent bit by bit: the text of a stream, cut where a test wants it, with waits between.
///
/// ```text
/// Chunks::new().send("data: 1\n\n").wait(Duration::from_secs(1)).send("data: 2\n\n").cut()
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "chunks do nothing until they are answered"]
pub struct Chunks {
    steps: VecDeque<Step>,
    cut: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Send(Bytes),
    Wait(Duration),
}

/// A body that is made while it is sent.
#[derive(Clone)]
pub(super) enum Streaming {
    Chunks(Chunks),
    /// What a handler gave, which is sent once.
    Body(Arc<Mutex<Option<reqwest::Body>>>),
}

impl Chunks {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sends bytes, at once and by themselves.
    pub fn send(mut self, bytes: impl Into<Bytes>) -> Self {
        self.steps.push_back(Step::Send(bytes.into()));
        self
    }

    /// Waits.
    pub fn wait(mut self, time: Duration) -> Self {
        self.steps.push_back(Step::Wait(time));
        self
    }

    /// Closes the connection in the end, so that the body breaks off.
    pub fn cut(self) -> Self {
        // What was sent is written out meanwhile.
        let sent = self.wait(Duration::from_millis(20));
        Self { cut: true, ..sent }
    }
}

impl Answer {
    /// An answer that is sent bit by bit.
    pub fn chunks(status: u16, media_type: &str, chunks: Chunks) -> Self {
        Self {
            stream: Some(Box::new(Streaming::Chunks(chunks))),
            ..Self::empty(status).content_type(media_type)
        }
    }

    /// An answer of bytes.
    pub fn byte_stream(status: u16, stream: ByteStream) -> Self {
        Self::streaming(status, "application/octet-stream", stream.into_body())
    }

    /// An answer of server-sent events.
    pub fn events<T>(status: u16, stream: EventStream<T>) -> Self {
        Self::streaming(status, "text/event-stream", stream.into_body())
    }

    /// An answer of server-sent events that are described as objects.
    pub fn whole_events<T>(status: u16, stream: EventStream<T>) -> Self {
        Self::events(status, stream)
    }

    /// An answer of JSON, one item in each line.
    pub fn lines<T>(status: u16, stream: ItemStream<T>) -> Self {
        Self::streaming(status, "application/jsonl", stream.into_body())
    }

    /// An answer of a sequence of JSON (RFC 7464).
    pub fn sequence<T>(status: u16, stream: ItemStream<T>) -> Self {
        Self::streaming(status, "application/json-seq", stream.into_body())
    }

    fn streaming(status: u16, media_type: &str, body: reqwest::Body) -> Self {
        Self {
            stream: Some(Box::new(Streaming::Body(Arc::new(Mutex::new(Some(body)))))),
            ..Self::empty(status).content_type(media_type)
        }
    }
}

impl Sample {
    /// A sample of bytes.
    #[must_use]
    pub const fn byte_stream(status: u16, body: &'static str) -> Self {
        Self::bytes(status, body)
    }

    /// A sample of server-sent events, out of a JSON text.
    #[must_use]
    pub const fn events(status: u16, item: &'static str) -> Self {
        Self::items(status, "text/event-stream", item)
    }

    /// A sample of server-sent events, out of a JSON text that describes a whole one.
    #[must_use]
    pub const fn whole_events(status: u16, item: &'static str) -> Self {
        Self::items(status, WHOLE, item)
    }

    /// A sample of lines, out of a JSON text.
    #[must_use]
    pub const fn lines(status: u16, item: &'static str) -> Self {
        Self::items(status, "application/jsonl", item)
    }

    /// A sample of a sequence, out of a JSON text.
    #[must_use]
    pub const fn sequence(status: u16, item: &'static str) -> Self {
        Self::items(status, "application/json-seq", item)
    }
}

/// The one item of a sample, as it stands in a stream of a media type. Its text is over several
/// lines, which is one too many in some.
pub(super) fn sample(media_type: &str, text: &str) -> Option<String> {
    let compact = || {
        let value = serde_json::from_str::<serde_json::Value>(text);
        value.map_or_else(|_| text.to_owned(), |value| value.to_string())
    };
    match media_type {
        "text/event-stream" => Some(event(&compact())),
        WHOLE => Some(whole(text)),
        "application/jsonl" => Some(format!("{}\n", compact())),
        "application/json-seq" => Some(format!("\u{1E}{}\n", compact())),
        _ => None,
    }
}

/// The fields of an event, out of an object.
fn whole(text: &str) -> String {
    let fields =
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text);
    let mut lines = String::new();
    for (name, value) in fields.unwrap_or_default() {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        for line in value.split('\n') {
            lines.extend([&*name, ": ", line, "\n"]);
        }
    }
    lines.push('\n');
    lines
}

fn event(text: &str) -> String {
    format!("data: {text}\n\n")
}

impl Streaming {
    pub(super) fn body(self, switch: &Switch) -> Body {
        match self {
            Self::Chunks(chunks) => Body::new(Sending {
                chunks,
                waiting: None,
                switch: switch.clone(),
            }),
            Self::Body(body) => {
                let body = body.lock().unwrap_or_else(PoisonError::into_inner).take();
                body.map_or_else(Body::empty, Body::new)
            }
        }
    }
}

impl fmt::Debug for Streaming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stream")
    }
}

/// Chunks on their way.
struct Sending {
    chunks: Chunks,
    waiting: Option<Pin<Box<Sleep>>>,
    switch: Switch,
}

impl http_body::Body for Sending {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        loop {
            if let Some(waiting) = &mut self.waiting {
                ready!(waiting.as_mut().poll(context));
                self.waiting = None;
            }
            match self.chunks.steps.pop_front() {
                Some(Step::Send(bytes)) if bytes.is_empty() => {}
                Some(Step::Send(bytes)) => {
                    return Poll::Ready(Some(Ok(Frame::data(bytes))));
                }
                Some(Step::Wait(time)) => {
                    self.waiting = Some(Box::pin(tokio::time::sleep(time)));
                }
                None if self.chunks.cut => {
                    self.switch.cut();
                    let reset = std::io::ErrorKind::ConnectionReset;
                    return Poll::Ready(Some(Err(reset.into())));
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

/// The items of a body.
pub(super) fn items<T: DeserializeOwned>(body: &Bytes) -> Result<Vec<T>, Problem> {
    let lines = body.split(|byte| matches!(byte, b'\n' | 0x1E));
    let lines = lines.filter(|line| !line.trim_ascii().is_empty());
    let read = |(index, line)| {
        json::decode(line).map_err(|mismatch| {
            Problem::new(400, format!("item {} of the body: {mismatch}", index + 1))
        })
    };
    lines.enumerate().map(read).collect()
}
