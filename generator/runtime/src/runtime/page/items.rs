//! The items of a list that comes page by page.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

use futures_core::Stream;

use super::pages::{Paged, Pages};
use crate::runtime::{Error, Operation};

/// The items of a list, page after page: see [`Pages`], which it asks for the next page when the
/// items of the last one are used up.
#[must_use = "no page is asked for until it is wanted"]
pub struct PageItems<O: Paged> {
    pages: Pages<O>,
    items: IntoIter<O::Item>,
}

/// What an item comes as.
type Item<O> = Result<<O as Paged>::Item, Error<<O as Operation>::Error>>;

// Nothing of it is ever pinned.
impl<O: Paged> Unpin for PageItems<O> {}

impl<O: Paged> PageItems<O> {
    pub(super) fn new(pages: Pages<O>) -> Self {
        Self {
            pages,
            items: Vec::new().into_iter(),
        }
    }

    /// The next item; `None` after the last, and after an error.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub async fn next(&mut self) -> Option<Item<O>> {
        std::future::poll_fn(|context| self.poll_item(context)).await
    }

    /// After a call that failed: goes on with the page that it was for. Otherwise nothing
    /// changes.
    pub fn again(&mut self) {
        self.pages.again();
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<O>>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => {
                    self.items = O::into_items(page.into_inner()).into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<O: Paged> Stream for PageItems<O> {
    type Item = Item<O>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<O: Paged> fmt::Debug for PageItems<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PageItems").field(&self.pages).finish()
    }
}
