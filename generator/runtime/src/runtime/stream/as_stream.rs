//! Operations that answer with a stream when they are asked for one.

use std::marker::PhantomData;

use super::live::Streams;
use crate::runtime::format::Format;
use crate::runtime::operation::{Operation, OperationInfo};
use crate::runtime::request::Request;
use crate::runtime::send::{Calling, send};

/// An operation that answers with a stream, too, when the request asks for it.
pub trait AlsoStreams: Operation {
    /// The stream.
    type Stream;
    /// How it is read.
    type Framing: Format<Self::Stream>;
    /// The media type that asks for the stream.
    const ACCEPT: &'static str;
    /// The successes that are streams.
    const ALSO: &'static [Streams];
    /// The successes that the document describes so; any where none stands here.
    const STATUSES: &'static [u16];
}

impl<O: AlsoStreams> Request<O> {
    /// Sends the request and asks for a stream.
    ///
    /// Where the API has a parameter that says the same, set that, too.
    ///
    /// # Errors
    ///
    /// See [`Error`](crate::runtime::Error).
    pub fn streamed(self) -> Calling<AsStream<O>> {
        send(self.call.accept(O::ACCEPT))
    }
}

/// An operation that is asked for a stream.
pub struct AsStream<O>(PhantomData<fn() -> O>);

impl<O: AlsoStreams> Operation for AsStream<O> {
    type Output = O::Stream;
    type Error = O::Error;
    type Format = O::Framing;
    const INFO: OperationInfo = OperationInfo {
        statuses: O::STATUSES,
        ..O::INFO
    };
    const STREAMS: &'static [Streams] = O::ALSO;
}
