//! The limit of an attempt whose answer is a stream: it ends with the head of the answer.

use std::fmt;
use std::time::Duration;

use reqwest_middleware::Error;

use crate::runtime::auth::Handled;

/// Limits waiting for the head of an answer, each time that the request is sent.
#[derive(Debug, Clone, Copy)]
pub(in crate::runtime) struct HeadLimit(pub(in crate::runtime) Duration);

/// The head of an answer did not come within its limit.
#[derive(Debug)]
pub(in crate::runtime) struct HeadLate;

/// Waits for an answer within its limit, where it has one.
pub(in crate::runtime) fn limited(
    answering: Handled<'_>,
    limit: Option<HeadLimit>,
) -> Handled<'_> {
    let Some(HeadLimit(limit)) = limit else { return answering };
    Box::pin(async move {
        let late = |_| Err(Error::middleware(HeadLate));
        tokio::time::timeout(limit, answering).await.unwrap_or_else(late)
    })
}

impl fmt::Display for HeadLate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the head of the answer did not come in time")
    }
}

impl std::error::Error for HeadLate {}
