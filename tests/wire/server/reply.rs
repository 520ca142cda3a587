//! What a server does with a request: bytes, waits and endings, in the order they are told.

use std::fmt::Write as _;
use std::pin::Pin;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::Ending;
use crate::signal::Signal;

/// What a server does with a request, step by step.
#[derive(Clone, Default)]
pub(crate) struct Reply(Vec<Step>);

#[derive(Clone)]
enum Step {
    Write(Vec<u8>),
    /// Writes the same bytes until the client goes away.
    Forever(Vec<u8>),
    Wait(Arc<dyn Fn() -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>),
    Raise(Signal),
    /// Says nothing more until the client goes away.
    Silence,
    End(Ending),
}

impl Reply {
    /// A reply with a body of JSON.
    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::of(status, "application/json", body)
    }

    /// A reply with a body of some content type.
    pub(crate) fn of(status: u16, content_type: &str, body: &str) -> Self {
        Self::with_headers(status, &[("content-type", content_type)], body)
    }

    /// A reply with exactly these headers, and `Content-Length`.
    pub(crate) fn with_headers(
        status: u16,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Self {
        let body = body.as_ref();
        let length = body.len().to_string();
        let all = [headers, &[("content-length", &length)]].concat();
        let mut bytes = head(status, &all).into_bytes();
        bytes.extend_from_slice(body);
        Self::raw(bytes)
    }

    /// These bytes and no others.
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self(vec![Step::Write(bytes.into())])
    }

    /// No byte, so far.
    pub(crate) fn nothing() -> Self {
        Self::default()
    }

    /// Waits for what `until` makes before it says anything.
    pub(crate) fn after<Until, Waiting>(mut self, until: Until) -> Self
    where
        Until: Fn() -> Waiting + Send + Sync + 'static,
        Waiting: Future<Output = ()> + Send + 'static,
    {
        self.0.insert(0, Step::Wait(Arc::new(move || Box::pin(until()))));
        self
    }

    /// Then the same bytes, again and again.
    pub(crate) fn then_forever(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.then(Step::Forever(bytes.into()))
    }

    /// Then tells the test that it has come this far.
    pub(crate) fn then_raise(self, signal: Signal) -> Self {
        self.then(Step::Raise(signal))
    }

    /// Then nothing, on an open connection.
    pub(crate) fn then_silence(self) -> Self {
        self.then(Step::Silence)
    }

    /// Then the end of the connection.
    pub(crate) fn then_close(self) -> Self {
        self.then(Step::End(Ending::Close))
    }

    /// Then a reset of the connection.
    pub(crate) fn then_reset(self) -> Self {
        self.then(Step::End(Ending::Reset))
    }

    /// Says it; what comes back is how the connection ends, if it does.
    pub(super) async fn write<S: AsyncRead + AsyncWrite + Unpin>(
        self,
        stream: &mut S,
    ) -> Option<Ending> {
        for step in self.0 {
            match step {
                Step::Write(bytes) => stream.write_all(&bytes).await.ok()?,
                Step::Forever(bytes) => while stream.write_all(&bytes).await.is_ok() {},
                Step::Wait(until) => until().await,
                Step::Raise(signal) => {
                    stream.flush().await.ok()?;
                    signal.raise();
                }
                Step::Silence => {
                    // The client says no more before it has an answer: this is its leaving.
                    let _ = stream.read_u8().await;
                    return Some(Ending::Close);
                }
                Step::End(ending) => {
                    stream.flush().await.ok()?;
                    return Some(ending);
                }
            }
        }
        stream.flush().await.ok()?;
        None
    }

    fn then(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }
}

/// A status line and headers. The reason phrase is left out, as it may be (RFC 9112, 4).
pub(crate) fn head(status: u16, headers: &[(&str, &str)]) -> String {
    let mut text = format!("HTTP/1.1 {status} \r\n");
    for (name, value) in headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    text.push_str("\r\n");
    text
}
