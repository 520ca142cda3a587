//! What a request is answered with: checks, then the handler or the sample, then the fault.

use super::answer::Answer;
use super::arguments::Arguments;
use super::connection::Switch;
use super::credentials;
use super::entry::{Answering, Entry};
use super::fault::{Action, Fault};
use super::problem::Problem;
use super::shared::Shared;

/// Answers a request that reached an operation.
pub(super) async fn respond(
    shared: &Shared,
    switch: &Switch,
    entry: &Entry,
    request: &Arguments<'_>,
    fault: Option<Fault>,
) -> Answer {
    let Some(Fault { delay, action }) = fault else {
        return usual(shared, entry, request).await;
    };
    let answer = match action {
        Action::Usual => usual(shared, entry, request).await,
        Action::Lose => {
            let answer = usual(shared, entry, request).await;
            switch.cut();
            answer
        }
        Action::Truncate => {
            let answer = usual(shared, entry, request).await;
            switch.cut_in_body(answer.body.len() / 2);
            answer
        }
        Action::ContentType(media_type) => {
            usual(shared, entry, request).await.content_type(&media_type)
        }
        Action::Instead(_)
        | Action::Status(..)
        | Action::DropBefore
        | Action::DropAfter => unhandled(shared, switch, entry, request, action),
    };
    // The request was handled at once: a client that gives up cannot undo it.
    tokio::time::sleep(delay).await;
    answer
}

/// Answers without the handler. What is wrong with the request is told all the same.
fn unhandled(
    shared: &Shared,
    switch: &Switch,
    entry: &Entry,
    request: &Arguments<'_>,
    action: Action,
) -> Answer {
    let credentials = check(shared, entry, request);
    if let Err(problem) = credentials.and_then(|()| (entry.check)(request)) {
        shared.report(problem, request.received);
    }
    match action {
        Action::Instead(answer) => answer,
        Action::Status(status, None) => entry.sample(status),
        Action::Status(status, Some(retry_after)) => {
            entry.sample(status).header("retry-after", &retry_after)
        }
        _ => {
            switch.cut();
            Answer::empty(503)
        }
    }
}

/// The answer without any fault.
async fn usual(shared: &Shared, entry: &Entry, request: &Arguments<'_>) -> Answer {
    let told = |problem| shared.report(problem, request.received).answer();
    if let Err(problem) = check(shared, entry, request) {
        return told(problem);
    }
    let accepted = shared.state().bearer.clone();
    if let (Some(accepted), Some(token)) = (accepted, request.received.bearer())
        && let Err(refusal) = accepted(token)
    {
        return refusal;
    }
    let handler = shared.state().handlers.get(entry.info.id).cloned();
    let answering = match handler {
        Some(handler) => handler(request),
        None => (entry.check)(request).map(|()| {
            let sample = entry.success();
            Box::pin(std::future::ready(sample)) as Answering
        }),
    };
    match answering {
        // On a task of its own it runs to its end, also when the client hangs up.
        Ok(answering) => match tokio::spawn(answering).await {
            Ok(answer) => answer,
            Err(_) => told(Problem::new(500, "the handler panicked")),
        },
        Err(problem) => told(problem),
    }
}

fn check(
    shared: &Shared,
    entry: &Entry,
    request: &Arguments<'_>,
) -> Result<(), Problem> {
    credentials::check(entry.info.security, shared.schemes, request.received)
}
