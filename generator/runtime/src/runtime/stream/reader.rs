//! A body cut into its items, none of which may be over its limit.

use std::task::{Context, Poll, ready};

use super::live::{Live, StreamError};
use super::source::Source;
use crate::runtime::error::Error;
use crate::runtime::kind::ErrorKind;

/// How items stand in a body.
pub(super) trait Framing {
    /// An item as it stands there.
    type Frame;

    /// Takes further bytes.
    fn feed(&mut self, chunk: &[u8]);

    /// The next whole item; with `ended`, what the end leaves of one.
    fn take(&mut self, ended: bool) -> Option<Self::Frame>;

    /// How many bytes an item has.
    fn size(frame: &Self::Frame) -> usize;

    /// How many bytes are held for an item that is not yet whole.
    fn held(&self) -> usize;

    /// Forgets what was fed.
    fn clear(&mut self);
}

/// A body cut into its items.
pub(super) struct Reader<F> {
    pub(super) source: Source,
    pub(super) framing: F,
    /// How many items were taken.
    pub(super) count: u64,
    ended: bool,
}

impl<F: Framing> Reader<F> {
    pub(super) fn new(live: Live, framing: F) -> Self {
        Self {
            source: Source::new(live),
            framing,
            count: 0,
            ended: false,
        }
    }

    /// Gives up what is still to come, also of what was received.
    pub(super) fn close(&mut self) {
        self.source.close();
        self.framing.clear();
        self.ended = true;
    }

    /// The next item as it stands in the body; nothing comes after an error.
    pub(super) fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<F::Frame, StreamError>>> {
        let limit = self.source.about.item_limit;
        loop {
            let frame = self.framing.take(self.ended);
            let size = frame.as_ref().map_or_else(|| self.framing.held(), F::size);
            if size > limit {
                self.close();
                let item = self.count + 1;
                let what = format!("item {item} is over {limit} bytes");
                let detail = self.source.about.broken(ErrorKind::BodyTooLarge, &what);
                return Poll::Ready(Some(Err(Error::new(detail))));
            }
            if let Some(frame) = frame {
                self.count += 1;
                return Poll::Ready(Some(Ok(frame)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            match ready!(self.source.poll_chunk(context)) {
                Some(Ok(chunk)) => self.framing.feed(&chunk),
                Some(Err(error)) => {
                    self.close();
                    return Poll::Ready(Some(Err(error)));
                }
                None => self.ended = true,
            }
        }
    }
}
