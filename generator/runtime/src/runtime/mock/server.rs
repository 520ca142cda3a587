//! The server: what a test tells it, and what it tells a test.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::answer::{Answer, IntoAnswer};
use super::arguments::Arguments;
use super::connection::{Listening, Switch};
use super::credentials::Scheme;
use super::entry::{Answering, Entry, Handler};
use super::exchange::{Serving, exchange};
use super::fault::Fault;
use super::mocked::Mocked;
use super::problem::Problem;
use super::received::Received;
use super::shared::Shared;

/// A server for tests, on a loopback socket of its own; dropping it stops it.
///
/// Every operation is answered with the document's sample until a handler is set. Requests are
/// checked: what does not fit the document is answered with 4xx and plain text, and is kept for
/// [`problems`](Self::problems).
#[must_use = "dropping the server stops it"]
pub struct MockServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    _stop: watch::Sender<()>,
}

impl MockServer {
    /// Starts a server for the operations of these tags, on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// When no port can be had.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime.
    #[doc(hidden)]
    pub async fn serving(
        tags: &[&'static [Entry]],
        schemes: &'static [Scheme],
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(tags, schemes));
        let (stop, mut stopped) = watch::channel(());
        let serving = Serving {
            shared: Arc::clone(&shared),
            stop: stopped.clone(),
        };
        let service = Router::new()
            .fallback(exchange)
            .with_state(serving)
            .into_make_service_with_connect_info::<Switch>();
        let listening = Listening {
            listener,
            refuse: Arc::clone(&shared.refuse),
        };
        let server =
            axum::serve(listening, service).with_graceful_shutdown(async move {
                // Nothing is ever sent: the channel closes when the server is dropped.
                let _ = stopped.changed().await;
            });
        tokio::spawn(server.into_future());
        Ok(Self {
            address,
            shared,
            _stop: stop,
        })
    }

    /// The address to give a client, such as `http://127.0.0.1:49152`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sets the handler of an operation, in place of the one before. It is given the request as
    /// the document types it, and returns a success, a documented error, or any [`Answer`].
    ///
    /// A handler that panics is answered as 500, and told as a problem.
    pub fn on<O, F>(&self, handler: impl Fn(O::Call) -> F + Send + Sync + 'static)
    where
        O: Mocked,
        F: Future<Output: IntoAnswer<O>> + Send + 'static,
    {
        let handler: Handler = Box::new(move |request: &Arguments<'_>| {
            let answering = handler(O::call(request)?);
            let answering = async move { answering.await.into_answer() };
            Ok(Box::pin(answering) as Answering)
        });
        self.shared.state().handlers.insert(O::INFO.id, Arc::new(handler));
    }

    /// Adds a fault to those that the next requests of an operation meet, one each, in order.
    pub fn fail<O: Mocked>(&self, fault: impl Into<Fault>) {
        let mut state = self.shared.state();
        state.faults.entry(O::INFO.id).or_default().push_back(fault.into());
    }

    /// Closes the next connections as soon as they are made, before anything of them is read.
    pub fn refuse_connections(&self, count: usize) {
        self.shared.refuse.fetch_add(count, Ordering::SeqCst);
    }

    /// Sets which bearer tokens are accepted, and what the others are answered with. Until then
    /// every token is.
    pub fn accept_bearer(
        &self,
        accepts: impl Fn(&str) -> Result<(), Answer> + Send + Sync + 'static,
    ) {
        self.shared.state().bearer = Some(Arc::new(accepts));
    }

    /// How many requests reached an operation, those that met a fault or were refused among them.
    #[must_use]
    pub fn calls<O: Mocked>(&self) -> usize {
        let state = self.shared.state();
        let received = state.received.iter();
        received.filter(|request| request.operation == Some(O::INFO.id)).count()
    }

    /// The requests that reached an operation and fit the document, in order.
    #[must_use]
    pub fn calls_of<O: Mocked>(&self) -> Vec<O::Call> {
        let received = self.received();
        let calls =
            received.iter().filter(|request| request.operation == Some(O::INFO.id));
        calls.filter_map(|request| self.shared.call::<O>(request)).collect()
    }

    /// Every request, in the order in which they came.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.shared.state().received.clone()
    }

    /// What did not fit the document, in the order in which it was met.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.shared.state().problems.clone()
    }
}

impl fmt::Debug for MockServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockServer")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
