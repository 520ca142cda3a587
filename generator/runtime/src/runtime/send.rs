//! Sending a call: one request, one reply, within its limits.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::Extensions;
use reqwest::header::{CONTENT_LENGTH, HeaderValue};
use reqwest::{Method, Request, Url};
use tokio::time::Instant;
use tracing::{Instrument, Span};

#[cfg(feature = "credentials")]
use super::auth::{Wanted, choose};
use super::body::read_body;
use super::call::{Call, Parts};
use super::client::Shared;
use super::detail::Detail;
use super::error::Error;
use super::failure::failure;
use super::finish::finish;
use super::kind::ErrorKind;
use super::operation::{Operation, OperationInfo};
use super::path;
use super::reply::Reply;
use super::response::Response;
#[cfg(feature = "streams")]
use super::stream::{HeadLimit, Live, Streams};
use super::trace;
use super::wire::Progress;

type Sending = Pin<Box<dyn Future<Output = Result<Reply, Box<Detail>>> + Send>>;

/// A call on its way. Dropping it gives the call up; a token that it waits for is fetched on.
///
/// It is `Send`, and ends in the operation's response, or in an [`Error`] when anything went
/// wrong.
// A struct of its own, with the same future inside for all operations: what an operation adds to
// the compiler's work is the decoding of its reply.
#[must_use = "a call does nothing until it is awaited"]
pub struct Calling<O> {
    sending: Sending,
    span: Span,
    operation: PhantomData<fn() -> O>,
}

/// Sends a call and decodes its reply.
#[must_use = "a call does nothing until it is awaited"]
pub fn send<O: Operation>(call: Call) -> Calling<O> {
    let span = trace::span(&O::INFO);
    #[cfg(feature = "part-headers")]
    let call = call.joined();
    #[cfg(feature = "streams")]
    let call = call.streaming(O::STREAMS);
    let sending = Box::pin(exchange(call, O::INFO).instrument(span.clone()));
    Calling {
        sending,
        span,
        operation: PhantomData,
    }
}

impl<O: Operation> Future for Calling<O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Poll::Ready(outcome) = self.sending.as_mut().poll(context) else {
            return Poll::Pending;
        };
        let outcome = match outcome {
            Ok(reply) => {
                trace::answered(&self.span, &reply);
                finish::<O>(reply)
            }
            Err(detail) => Err(Error::from_detail(detail)),
        };
        if let Err(error) = &outcome {
            trace::failed(&self.span, &error.detail);
        }
        Poll::Ready(outcome)
    }
}

impl<O: Operation> fmt::Debug for Calling<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calling").field(&O::INFO.id).finish()
    }
}

async fn exchange(call: Call, info: OperationInfo) -> Result<Reply, Box<Detail>> {
    let Call { client, mut parts } = call;
    let shared = client.shared;
    let settings = &shared.settings;
    let limit = parts.timeout.or(info.timeout).unwrap_or(settings.timeout);
    let deadline = Instant::now().checked_add(limit).unwrap_or_else(far_future);
    #[cfg(feature = "streams")]
    let streams = parts.streams;
    if let Some(problem) = parts.problem.take() {
        return Err(refused(&info, problem));
    }
    #[cfg(feature = "credentials")]
    let wanted = wanted(&shared, &parts, &info)?;
    let mut request = prepare(&shared, *parts, &info)?;
    *request.timeout_mut() = info.attempt_timeout.or(settings.attempt_timeout);
    let mut extensions = Extensions::new();
    #[cfg(feature = "streams")]
    if let Some(limit) = settings.attempt_timeout.filter(|_| !streams.is_empty()) {
        // A stream may go on for longer.
        *request.timeout_mut() = None;
        extensions.insert(HeadLimit(limit));
    }
    extensions.insert(Progress::START);
    #[cfg(feature = "credentials")]
    extensions.insert(wanted);
    let sending = shared.http.execute_with_extensions(request, &mut extensions);
    let answer = tokio::time::timeout_at(deadline, sending).await;
    let progress = extensions.get().copied().unwrap_or(Progress::UNKNOWN);
    match answer {
        #[cfg(feature = "streams")]
        Ok(Ok(response))
            if Streams::take(streams, response.status(), response.headers()) =>
        {
            Ok(Live::reply(response, progress.attempts, &info, settings))
        }
        Ok(Ok(response)) => {
            read_body(response, progress, &info, settings, deadline).await
        }
        Ok(Err(error)) => Err(Box::new(failure(error, progress, &info))),
        Err(_) => Err(Box::new(Detail::late(progress, &info, limit))),
    }
}

/// What an argument that cannot be sent is told as.
fn refused(info: &OperationInfo, problem: String) -> Box<Detail> {
    Box::new(Detail::unsent(ErrorKind::Argument, info.id, problem))
}

/// The credentials that a call gets.
#[cfg(feature = "credentials")]
fn wanted(
    shared: &Shared,
    parts: &Parts,
    info: &OperationInfo,
) -> Result<Wanted, Box<Detail>> {
    let base = parts.base.as_ref().unwrap_or(&shared.base);
    match choose(info.security, &shared.schemes) {
        Ok(schemes) => Ok(Wanted::at(schemes, base)),
        Err(problem) => Err(Box::new(Detail::unsent(
            ErrorKind::MissingCredentials,
            info.id,
            problem,
        ))),
    }
}

/// The request of a call, or the first reason why there is none.
fn prepare(
    shared: &Shared,
    mut parts: Parts,
    info: &OperationInfo,
) -> Result<Request, Box<Detail>> {
    let refused = |problem| refused(info, problem);
    let mut headers = parts.headers(info.accept).map_err(refused)?;
    let is_empty = parts.body.as_ref().is_none_or(Bytes::is_empty);
    let body = parts.body.take().map(reqwest::Body::from);
    #[cfg(feature = "streams")]
    let (is_empty, body) = match parts.sending.take() {
        None => (is_empty, body),
        Some(sending) => {
            (false, Some(sending.take().ok_or_else(|| refused(SENT.into()))?))
        }
    };
    if is_empty && matches!(info.method, "POST" | "PUT" | "PATCH") {
        // RFC 9110, 8.6: a POST without content says so; some servers answer 411 otherwise.
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let base = parts.base.as_ref().unwrap_or(&shared.base);
    let url = url(base, &parts).map_err(refused)?;
    let method = Method::from_bytes(info.method.as_bytes())
        .map_err(|_| refused(format!("`{}` is not a method", info.method)))?;
    let mut request = Request::new(method, url);
    *request.headers_mut() = headers;
    *request.body_mut() = body;
    Ok(request)
}

/// Why a body that is made while it is sent cannot be sent.
#[cfg(feature = "streams")]
const SENT: &str = "the body: its stream was sent before";

/// Where a call goes.
pub(super) fn url(base: &Url, parts: &Parts) -> Result<Url, String> {
    if let Some(url) = &parts.whole {
        return Ok(url.clone());
    }
    path::check(&parts.path)?;
    let mut text = format!("{}{}", base.as_str().trim_end_matches('/'), parts.path);
    if !parts.query.is_empty() {
        text.push(if parts.path.contains('?') { '&' } else { '?' });
        text.push_str(&parts.query);
    }
    Url::parse(&text).map_err(|_| "the path makes no URL".to_owned())
}

fn far_future() -> Instant {
    // What Tokio itself takes for a deadline that never comes.
    Instant::now() + Duration::from_secs(86_400 * 365 * 30)
}
