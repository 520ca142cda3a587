//! One request and its answer.

use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use bytes::Bytes;
use http::HeaderMap;
use http::request::Parts;
use tokio::sync::watch;

use super::answer::Answer;
use super::arguments::Arguments;
use super::connection::Switch;
use super::credentials::SchemeKind;
use super::fault::{Action, Fault};
use super::problem::Problem;
use super::received::Received;
use super::respond::respond;
use super::shared::Shared;

/// What every request is given.
#[derive(Clone)]
pub(super) struct Serving {
    pub(super) shared: Arc<Shared>,
    pub(super) stop: watch::Receiver<()>,
}

/// The largest body that is read.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// Answers a request, unless the server stops first.
pub(super) async fn exchange(
    State(Serving { shared, mut stop }): State<Serving>,
    ConnectInfo(switch): ConnectInfo<Switch>,
    request: Request,
) -> Response {
    let mut answering = pin!(answer(&shared, &switch, request));
    let mut stopped = pin!(stop.changed());
    let answer = std::future::poll_fn(|cx| match answering.as_mut().poll(cx) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending => stopped.as_mut().poll(cx).map(|_| None),
    });
    let answer = answer.await.unwrap_or_else(|| {
        switch.cut();
        Answer::empty(503)
    });
    let body = Body::from(answer.body);
    #[cfg(feature = "streams")]
    let body = match answer.stream {
        Some(stream) => stream.body(&switch),
        None => body,
    };
    let mut response = Response::new(body);
    *response.status_mut() = answer.status;
    response.headers_mut().extend(answer.headers);
    response
}

async fn answer(shared: &Shared, switch: &Switch, request: Request) -> Answer {
    let (parts, body) = request.into_parts();
    let mut received = received(shared, parts);
    let found = shared.find(&received);
    let found = found.map(|(entry, captures)| {
        received.operation = Some(entry.info.id);
        (entry, captures)
    });
    let fault = received.operation.and_then(|id| shared.next_fault(id));
    if matches!(
        &fault,
        Some(Fault {
            action: Action::DropBefore,
            ..
        })
    ) {
        shared.state().received.push(received);
        switch.cut();
        return Answer::empty(503);
    }
    let body = to_bytes(body, LARGEST_BODY).await;
    received.body = body.as_ref().cloned().unwrap_or_default();
    shared.state().received.push(received.clone());
    let told = |problem| shared.report(problem, &received).answer();
    if body.is_err() {
        return told(Problem::new(400, "the body broke off or is over 64 MiB"));
    }
    let (entry, captures) = match found {
        Ok(found) => found,
        Err(problem) => return told(problem),
    };
    let arguments = Arguments {
        received: &received,
        captures: &captures,
    };
    let answer = respond(shared, switch, entry, &arguments, fault).await;
    match answer.broken {
        Some(broken) => told(Problem::new(500, broken)),
        None => answer,
    }
}

/// The request, with what must not be shown marked as such.
fn received(shared: &Shared, parts: Parts) -> Received {
    let mut headers = parts.headers;
    conceal(&mut headers, "authorization");
    conceal(&mut headers, "cookie");
    for scheme in shared.schemes {
        if let SchemeKind::Header(name) = scheme.kind {
            conceal(&mut headers, name);
        }
    }
    Received {
        method: parts.method,
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers,
        body: Bytes::new(),
        operation: None,
    }
}

fn conceal(headers: &mut HeaderMap, name: &str) {
    if let Some(value) = headers.get_mut(name) {
        value.set_sensitive(true);
    }
}
