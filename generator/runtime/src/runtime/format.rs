//! How the bodies of successes are read.
//!
//! An operation names one of these types in place of a function of its own, which would cost the compiler more.

use bytes::Bytes as Buffer;
use serde::de::DeserializeOwned;

use super::mismatch::Mismatch;
use super::operation::Decode;
use super::reply::Reply;

#[cfg(feature = "streams")]
pub use super::stream::format::{
    ByteStream, Events, Lines, Sequence, TextEvents, WholeEvents, WholeTextEvents,
};

/// How a body becomes a `T`.
pub trait Format<T> {
    /// Reads a reply.
    ///
    /// # Errors
    ///
    /// When the reply is not as documented.
    fn read(reply: &Reply) -> Result<T, Mismatch>;
}

/// A body of JSON.
pub enum Json {}

/// A body of text.
pub enum Text {}

/// A body of bytes.
pub enum Bytes {}

/// A body, if any, that the document does not describe.
pub enum Empty {}

/// A body whose format depends on the status.
pub enum ByStatus {}

impl<T: DeserializeOwned> Format<T> for Json {
    fn read(reply: &Reply) -> Result<T, Mismatch> {
        reply.json()
    }
}

impl Format<String> for Text {
    fn read(reply: &Reply) -> Result<String, Mismatch> {
        reply.text()
    }
}

impl Format<Buffer> for Bytes {
    fn read(reply: &Reply) -> Result<Buffer, Mismatch> {
        reply.bytes()
    }
}

impl Format<()> for Empty {
    fn read(reply: &Reply) -> Result<(), Mismatch> {
        reply.empty()
    }
}

impl<T: Decode> Format<T> for ByStatus {
    fn read(reply: &Reply) -> Result<T, Mismatch> {
        T::decode(reply)
    }
}
