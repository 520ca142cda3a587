//! Connections that can be cut.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Accepts connections, but closes the first ones at once when asked to.
pub(super) struct Listening {
    pub(super) listener: TcpListener,
    pub(super) refuse: Arc<AtomicUsize>,
}

/// A connection that writes until it is cut.
pub(super) struct Connection {
    stream: TcpStream,
    switch: Switch,
}

/// Cuts a connection.
#[derive(Clone, Default)]
pub(super) struct Switch(Arc<Mutex<Cut>>);

/// How much more is written.
#[derive(Clone, Copy, Default)]
enum Cut {
    /// Everything.
    #[default]
    Never,
    /// The head of the next answer, and this many bytes of its body.
    InBody(usize),
    /// This many bytes.
    After(usize),
}

/// The end of a head (RFC 9112, 2.1).
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

impl Switch {
    /// Writes nothing more.
    pub(super) fn cut(&self) {
        self.set(Cut::After(0));
    }

    /// Writes so much of the next body and nothing more.
    pub(super) fn cut_in_body(&self, bytes: usize) {
        self.set(Cut::InBody(bytes));
    }

    fn set(&self, cut: Cut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cut;
    }

    fn get(&self) -> Cut {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How much of what is about to be written may be.
    fn allowance(&self, buffer: &[u8]) -> io::Result<usize> {
        let allowed = match self.get() {
            Cut::Never => return Ok(buffer.len()),
            Cut::After(bytes) => bytes,
            Cut::InBody(bytes) => {
                let mut windows = buffer.windows(END_OF_HEAD.len());
                match windows.position(|window| window == END_OF_HEAD) {
                    Some(at) => at + END_OF_HEAD.len() + bytes,
                    None => return Ok(buffer.len()),
                }
            }
        };
        if allowed == 0 {
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        self.set(Cut::After(allowed));
        Ok(allowed.min(buffer.len()))
    }

    fn wrote(&self, bytes: usize) {
        if let Cut::After(allowed) = self.get() {
            self.set(Cut::After(allowed.saturating_sub(bytes)));
        }
    }
}

impl Listener for Listening {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) if !take_one(&self.refuse) => {
                    // Small answers go out at once.
                    let _ = stream.set_nodelay(true);
                    return (
                        Connection {
                            stream,
                            switch: Switch::default(),
                        },
                        address,
                    );
                }
                Ok(_) => {}
                // Out of file descriptors, most likely: there may be some later.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Listening>> for Switch {
    fn connect_info(stream: IncomingStream<'_, Listening>) -> Self {
        stream.io().switch.clone()
    }
}

fn take_one(count: &AtomicUsize) -> bool {
    let less = |count: usize| count.checked_sub(1);
    count.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok()
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<io::Result<usize>> {
        let allowed = self.switch.allowance(buffer)?;
        let written = Pin::new(&mut self.stream).poll_write(cx, &buffer[..allowed]);
        if let Poll::Ready(Ok(bytes)) = &written {
            self.switch.wrote(*bytes);
        }
        written
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
