//! Every operation of the document: what is sent, and what each declared status becomes.

mod authentication;
mod delivery;
mod last_mile_delivery;
mod pickup;

use instacart_fulfillment::models::ErrorBody;
use instacart_fulfillment::{Error, ErrorKind, Sent};

use crate::server::Reply;

/// The document's `Error`, with all its properties.
pub(crate) fn refusal(status: u16) -> Reply {
    let body = format!(r#"{{"error":"It was refused","status":{status}}}"#);
    let headers =
        [("content-type", "application/json"), ("x-request-id", "request-of-a-refusal")];
    Reply::with_headers(status, &headers, body)
}

/// Checks what a refusal becomes, whatever the operation.
pub(crate) fn assert_refused<E>(error: &Error<E>, status: u16, body: &ErrorBody) {
    assert_eq!(body.error.as_deref(), Some("It was refused"));
    assert_eq!(body.status, Some(i64::from(status)));
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.request_id(), Some("request-of-a-refusal"));
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.attempts(), 1);
}

/// Makes a call against a server that refuses it with each of these statuses, and checks that
/// each becomes its own variant.
macro_rules! assert_refusals {
    ($call:expr, $($status:literal => $variant:path),+ $(,)?) => {$(
        let server = $crate::server::Server::always(super::refusal($status)).await;
        let error = $call(&$crate::client::client(&server)).await.unwrap_err();
        let Some($variant(body)) = error.api() else {
            unreachable!("{} became {error:?}", $status)
        };
        super::assert_refused(&error, $status, body);
        assert_eq!(server.requests().len(), 1);
    )+};
}
pub(crate) use assert_refusals;

/// Makes a call against a server that answers with a status the document does not declare for
/// it, and checks that nothing is made up.
macro_rules! assert_undeclared {
    ($call:expr, $($status:literal),+ $(,)?) => {$(
        let server = $crate::server::Server::always(super::refusal($status)).await;
        let error = $call(&$crate::client::client(&server)).await.unwrap_err();
        assert!(error.api().is_none());
        assert_eq!(error.status().unwrap(), $status);
        assert_eq!(error.kind(), instacart_fulfillment::ErrorKind::Status);
        let mismatch = instacart_fulfillment::MismatchKind::UndeclaredStatus;
        assert_eq!(error.mismatch(), Some(mismatch));
    )+};
}
pub(crate) use assert_undeclared;
