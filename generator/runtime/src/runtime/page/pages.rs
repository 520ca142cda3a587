//! The pages of a list, one call each.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::found::{Found, Paging};
use super::items::PageItems;
use super::trail::Trail;
use crate::runtime::call::Call;
use crate::runtime::detail::Detail;
use crate::runtime::send::{Calling, send};
use crate::runtime::{Error, ErrorKind, Operation, Request, Response};

/// An operation whose answers are pages of one list: its request has [`pages`](Request::pages).
pub trait Paged: Operation {
    /// What the list is of.
    type Item;
    /// How the next page is asked for.
    const PAGING: Paging;

    /// What a page says of itself.
    fn found(page: &Self::Output) -> Found;

    /// The items of a page.
    fn into_items(page: Self::Output) -> Vec<Self::Item>;
}

/// The pages of a list: each is asked for when it is wanted, by a call of its own.
///
/// It is a [`Stream`], and [`next`](Self::next) needs nobody's help. It ends after the last page,
/// and after an error: the pages before it stay what they were, and [`again`](Self::again) asks
/// for the page that failed once more. A server that names a page before as the next one, or one
/// of another server, is an error of the kind [`ErrorKind::Pagination`].
///
/// Each page is a request with the limits of one, and its failures are repeated like those of
/// any other. Whatever the caller set on the request goes with each page, but a link is followed
/// as it stands.
#[must_use = "no page is asked for until it is wanted"]
pub struct Pages<O> {
    state: State<O>,
    trail: Trail,
}

enum State<O> {
    /// The next page is to be asked for.
    Ready(Call),
    /// It is asked for.
    Sent(Call, Calling<O>),
    /// It failed, and this is what asked for it.
    Failed(Call),
    /// There is one, but it cannot be asked for.
    Refused(String),
    /// There is none.
    Ended,
}

/// What a page comes as.
type Page<O> =
    Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

impl<O: Paged> Request<O> {
    /// The pages from this request on; each page is asked for when it is wanted.
    pub fn pages(self) -> Pages<O> {
        Pages {
            state: State::Ready(self.call),
            trail: Trail::new(O::PAGING),
        }
    }

    /// The items of all pages from this request on; each page is asked for when it is wanted.
    pub fn items(self) -> PageItems<O> {
        self.pages().items()
    }
}

impl<O: Paged> Pages<O> {
    /// The next page; `None` after the last, and after an error.
    ///
    /// A future that is dropped loses nothing: the next one waits for the same page.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub async fn next(&mut self) -> Option<Page<O>> {
        std::future::poll_fn(|context| self.poll_page(context)).await
    }

    /// After a call that failed: lets the next page be the one that it was for. Otherwise nothing
    /// changes.
    pub fn again(&mut self) {
        self.change(|state| match state {
            State::Failed(call) => State::Ready(call),
            other => other,
        });
    }

    /// The items of the pages, one by one.
    pub fn items(self) -> PageItems<O> {
        PageItems::new(self)
    }

    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Page<O>>> {
        self.change(|state| match state {
            State::Ready(call) => {
                let calling = send(call.clone());
                State::Sent(call, calling)
            }
            other => other,
        });
        match &mut self.state {
            State::Sent(_, calling) => {
                let outcome = std::task::ready!(Pin::new(calling).poll(context));
                self.settle(&outcome);
                Poll::Ready(Some(outcome))
            }
            State::Refused(problem) => {
                let problem = std::mem::take(problem);
                self.state = State::Ended;
                let detail = Detail::unsent(ErrorKind::Pagination, O::INFO.id, problem);
                Poll::Ready(Some(Err(Error::new(detail))))
            }
            State::Ready(_) | State::Failed(_) | State::Ended => Poll::Ready(None),
        }
    }

    /// What comes after a page, or after its failure.
    fn settle(&mut self, outcome: &Page<O>) {
        let trail = &mut self.trail;
        let state = std::mem::replace(&mut self.state, State::Ended);
        self.state = match (state, outcome) {
            (State::Sent(call, _), Ok(page)) => {
                match trail.after(&call, page.headers(), O::found(page)) {
                    Ok(Some(call)) => State::Ready(call),
                    Ok(None) => State::Ended,
                    Err(problem) => State::Refused(problem),
                }
            }
            (State::Sent(call, _), Err(_)) => State::Failed(call),
            (other, _) => other,
        };
    }

    fn change(&mut self, change: impl FnOnce(State<O>) -> State<O>) {
        let state = std::mem::replace(&mut self.state, State::Ended);
        self.state = change(state);
    }
}

impl<O: Paged> Stream for Pages<O> {
    type Item = Page<O>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<O: Paged> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pages").field(&O::INFO.id).finish()
    }
}
