//! How bodies are read that are passed on as they come.

use serde::de::DeserializeOwned;

use super::byte_stream::ByteStream as Chunks;
use super::event_stream::EventStream;
use super::item_stream::ItemStream;
use crate::runtime::format::Format;
use crate::runtime::mismatch::Mismatch;
use crate::runtime::reply::Reply;

/// A body of bytes.
pub enum ByteStream {}

impl Format<Chunks> for ByteStream {
    fn read(reply: &Reply) -> Result<Chunks, Mismatch> {
        reply.byte_stream()
    }
}

/// Server-sent events with text.
pub enum TextEvents {}

impl Format<EventStream<String>> for TextEvents {
    fn read(reply: &Reply) -> Result<EventStream<String>, Mismatch> {
        reply.text_events()
    }
}

macro_rules! formats {
    ($(#[$docs:meta] $name:ident $stream:ident $read:ident;)*) => {$(
        #[$docs]
        pub enum $name {}

        impl<T: DeserializeOwned> Format<$stream<T>> for $name {
            fn read(reply: &Reply) -> Result<$stream<T>, Mismatch> {
                reply.$read()
            }
        }
    )*};
}

formats! {
    /// Server-sent events whose data is JSON.
    Events EventStream events;
    /// Server-sent events that are described as objects.
    WholeEvents EventStream whole_events;
    /// Server-sent events that are described as objects whose data is text.
    WholeTextEvents EventStream whole_text_events;
    /// Items as JSON, one in each line.
    Lines ItemStream lines;
    /// Items as a sequence of JSON texts (RFC 7464).
    Sequence ItemStream sequence;
}
