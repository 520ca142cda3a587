//! A server of plain bytes: it records what was sent and answers what a test tells it to.
//!
//! It knows as much of HTTP/1.1 as the tests need: one request after the other on a connection,
//! each with a head and as many bytes of body as `Content-Length` says (RFC 9112, 6.2).
//! Everything else, a chunked request for one, closes the connection, so that the test fails.

mod reply;
mod request;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};

pub(crate) use reply::Reply;
pub(crate) use request::Request;

/// A server on a loopback port of its own. It ends with the test's runtime.
pub(crate) struct Server {
    address: SocketAddr,
    log: Arc<Log>,
}

/// What reached a server.
#[derive(Default)]
pub(crate) struct Log {
    connections: AtomicUsize,
    requests: Mutex<Vec<Request>>,
}

/// How a connection ends when nothing more is to be said on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The end of the stream.
    Close,
    /// A TCP reset.
    Reset,
}

impl Server {
    /// Answers each request with what `answer` makes of it.
    pub(crate) async fn start(
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        Self::connected(move |stream, log| {
            let answer = Arc::clone(&answer);
            async move {
                let mut stream = stream;
                if serve(&mut stream, &log, &*answer).await == Ending::Reset {
                    reset(&stream);
                }
            }
        })
        .await
    }

    /// Answers every request with the same reply.
    pub(crate) async fn always(reply: Reply) -> Self {
        Self::start(move |_| reply.clone()).await
    }

    /// Resets every connection without reading from it.
    pub(crate) async fn resetting() -> Self {
        Self::connected(|stream, _| async move { reset(&stream) }).await
    }

    /// Hands every connection to `talk`.
    pub(crate) async fn connected<Talk, Talking>(talk: Talk) -> Self
    where
        Talk: Fn(TcpStream, Arc<Log>) -> Talking + Send + 'static,
        Talking: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let log = Arc::new(Log::default());
        let server = Self {
            address,
            log: Arc::clone(&log),
        };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                log.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(talk(stream, Arc::clone(&log)));
            }
        });
        server
    }

    /// Host and port, as in the header `Host`.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// The port alone.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address for `base_url`, without a path.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests that were read as a whole, in the order they came.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.log.requests.lock().unwrap().clone()
    }

    /// The requests to one path.
    pub(crate) fn requests_to(&self, target: &str) -> Vec<Request> {
        let mut requests = self.requests();
        requests.retain(|request| request.target() == target);
        requests
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.log.connections.load(Ordering::SeqCst)
    }
}

/// Reads requests from a connection, and answers them, until either side has had enough.
pub(crate) async fn serve<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    log: &Log,
    answer: &(impl Fn(&Request) -> Reply + ?Sized),
) -> Ending {
    while let Some(request) = Request::read(stream).await {
        log.requests.lock().unwrap().push(request.clone());
        if let Some(ending) = answer(&request).write(stream).await {
            return ending;
        }
    }
    Ending::Close
}

/// Ends the connection by a reset in place of an orderly end: nothing lingers, so that dropping
/// the stream resets it.
fn reset(stream: &TcpStream) {
    stream.set_zero_linger().unwrap();
}
