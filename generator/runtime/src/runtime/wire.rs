//! The innermost middleware: it counts what is handed to the connection.

use http::Extensions;
use reqwest::Request;
use reqwest_middleware::{Middleware, Next};

use super::auth::Handled;
use super::kind::Sent;

/// How far a call has come; it travels with the request, and stays when the call is dropped.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    pub(super) attempts: u32,
    pub(super) sent: Sent,
    /// Whether a refused token was not renewed for this call, since its body can be sent once.
    pub(super) unrepeatable: bool,
}

/// Counts what is handed to the connection.
pub(super) struct Wire;

impl Progress {
    /// Nothing has happened yet.
    pub(super) const START: Self = Self {
        attempts: 0,
        sent: Sent::No,
        unrepeatable: false,
    };

    /// A middleware took the progress out of the request.
    pub(super) const UNKNOWN: Self = Self {
        attempts: 1,
        sent: Sent::Maybe,
        unrepeatable: false,
    };
}

impl Middleware for Wire {
    fn handle<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        request: Request,
        extensions: &'life1 mut Extensions,
        next: Next<'life2>,
    ) -> Handled<'async_trait>
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        counted(request, extensions, next)
    }
}

// Apart from `handle`: under the bounds of its lifetimes the compiler would prove anew that each
// type within the future is `Send`, which costs more than all of the models.
fn counted<'a>(
    request: Request,
    extensions: &'a mut Extensions,
    next: Next<'a>,
) -> Handled<'a> {
    Box::pin(async move {
        let before = extensions.get_or_insert_with(|| Progress::START);
        before.attempts = before.attempts.saturating_add(1);
        let earlier = std::mem::replace(&mut before.sent, Sent::Maybe);
        #[cfg(feature = "streams")]
        let limit = extensions.get::<super::stream::HeadLimit>().copied();
        let answering = next.run(request, extensions);
        #[cfg(feature = "streams")]
        let answering = super::stream::limited(answering, limit);
        let result = answering.await;
        let sent = match &result {
            Ok(_) => Sent::Yes,
            Err(error) if error.is_connect() => earlier,
            Err(_) => Sent::Maybe,
        };
        extensions.get_or_insert_with(|| Progress::START).sent = sent;
        result
    })
}
