//! The bytes of a body as they come, each within the longest wait.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::Body;
use tokio::time::Sleep;

use super::live::{About, Live, StreamError};
use crate::runtime::error::Error;
use crate::runtime::kind::ErrorKind;

/// The bytes of a body as they come. Dropping it closes the connection, unless all was read.
pub(super) struct Source {
    /// Gone once it ended or failed.
    body: Option<reqwest::Body>,
    waiting: Option<Pin<Box<Sleep>>>,
    pub(super) about: About,
}

impl Source {
    pub(super) fn new(Live { body, about }: Live) -> Self {
        Self {
            body: Some(body),
            waiting: None,
            about,
        }
    }

    /// How many bytes are still to come, when the server has said so.
    pub(super) fn remaining(&self) -> Option<u64> {
        match &self.body {
            Some(body) => body.size_hint().exact(),
            None => Some(0),
        }
    }

    /// Gives up what is still to come.
    pub(super) fn close(&mut self) {
        self.body = None;
        self.waiting = None;
    }

    /// The next bytes, never none of them; nothing comes after an error.
    pub(super) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, StreamError>>> {
        loop {
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            let Poll::Ready(frame) = Pin::new(body).poll_frame(context) else {
                ready!(self.poll_limit(context));
                self.close();
                let limit = self.about.idle_timeout;
                let what = format!("then nothing came for {limit:?}");
                let detail = self.about.broken(ErrorKind::Timeout, &what);
                return Poll::Ready(Some(Err(Error::new(detail))));
            };
            self.waiting = None;
            match frame {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) if !data.is_empty() => return Poll::Ready(Some(Ok(data))),
                    // Nothing, or trailers.
                    _ => {}
                },
                Some(Err(error)) => {
                    self.close();
                    let (kind, what) = if error.is_timeout() {
                        (ErrorKind::Timeout, "the body did not come in time")
                    } else {
                        (ErrorKind::Transport, "the body broke off")
                    };
                    let detail = self.about.broken(kind, what);
                    let detail = detail.because(error.without_url());
                    return Poll::Ready(Some(Err(Error::new(detail))));
                }
                None => self.close(),
            }
        }
    }

    fn poll_limit(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let limit = self.about.idle_timeout;
        let waiting =
            self.waiting.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        waiting.as_mut().poll(context)
    }

    /// The whole of it as a body, for a mock to send.
    #[cfg(feature = "mock")]
    pub(super) fn into_body(self) -> reqwest::Body {
        self.body.unwrap_or_else(|| reqwest::Body::from(Bytes::new()))
    }
}
