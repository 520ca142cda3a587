//! Bodies that are passed on as they come, and bodies that are sent as they are made.

mod as_stream;
mod byte_stream;
mod call;
mod event;
mod event_stream;
pub(super) mod format;
mod head_limit;
mod item_stream;
mod items;
mod json_texts;
mod live;
mod media_type;
mod outgoing;
mod reader;
mod reply;
mod source;
mod sse;
mod upload;

pub use as_stream::{AlsoStreams, AsStream};
pub use byte_stream::ByteStream;
pub use event::Event;
pub use event_stream::EventStream;
pub use item_stream::ItemStream;
pub use items::Items;
pub use live::{StreamError, Streams};
pub use upload::Upload;

pub(super) use head_limit::{HeadLate, HeadLimit, limited};
pub(super) use live::Live;
pub(super) use outgoing::Sending;

#[cfg(feature = "forms")]
pub(super) use {outgoing::Piece, upload::Streamed};

pub use futures_core::Stream;
