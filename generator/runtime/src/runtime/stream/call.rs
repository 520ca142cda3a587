//! Bodies of a call that are made while they are sent.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde::Serialize;

use super::items::{Items, Source, Written, write};
use super::live::Streams;
use super::media_type;
use super::outgoing::{Piece, Sending};
use super::upload::{Content, Streamed, Upload};
use crate::runtime::call::Call;

impl Call {
    /// Sets a body of bytes, at hand or as they are made.
    pub fn upload(
        mut self,
        content_type: &'static str,
        body: impl Into<Upload>,
    ) -> Self {
        let Upload {
            content,
            content_type: given,
        } = body.into();
        match content {
            Content::Bytes(bytes) => self.parts.body = Some(bytes),
            Content::Stream(stream) => self.pieces(vec![Piece::Stream(stream)]),
        }
        match media_type::sent(content_type, given.as_deref()) {
            Ok(value) => {
                self.parts.headers.insert(CONTENT_TYPE, value);
            }
            Err(problem) => self.refuse(problem),
        }
        self
    }

    /// Sets a body of items as JSON, one in each line.
    pub fn lines<T: Serialize + 'static>(
        self,
        content_type: &'static str,
        items: impl Into<Items<T>>,
    ) -> Self {
        self.items(content_type, items.into(), "")
    }

    /// Sets a body of items as a sequence of JSON texts (RFC 7464).
    pub fn sequence<T: Serialize + 'static>(
        self,
        content_type: &'static str,
        items: impl Into<Items<T>>,
    ) -> Self {
        self.items(content_type, items.into(), "\u{1E}")
    }

    fn items<T: Serialize + 'static>(
        mut self,
        content_type: &'static str,
        Items(items): Items<T>,
        before: &'static str,
    ) -> Self {
        match items {
            Source::List(items) => {
                let mut text = Vec::new();
                let mut items = items.iter().enumerate();
                let written = items.try_for_each(|(index, item)| {
                    let told =
                        |problem| format!("item {} of the body: {problem}", index + 1);
                    write(item, before, &mut text).map_err(told)
                });
                match written {
                    Ok(()) => self.parts.body = Some(Bytes::from(text)),
                    Err(problem) => self.refuse(problem),
                }
            }
            Source::Stream(items) => {
                let stream = Streamed::new(Written { items, before });
                self.pieces(vec![Piece::Stream(stream)]);
            }
        }
        self.content_type(content_type)
    }

    /// Sets a body out of pieces, some of which are made while they are sent.
    pub(in crate::runtime) fn pieces(&mut self, pieces: Vec<Piece>) {
        match Sending::new(pieces) {
            Ok(sending) => self.parts.sending = Some(sending),
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
    }

    /// Asks for this media type, in place of those of the operation.
    pub(super) fn accept(mut self, media_type: &'static str) -> Self {
        self.parts.accept = Some(media_type);
        self
    }

    /// Says which replies are handed on as they come.
    pub(in crate::runtime) fn streaming(mut self, streams: &'static [Streams]) -> Self {
        self.parts.streams = streams;
        self
    }
}
