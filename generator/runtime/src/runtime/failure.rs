//! What an exchange that brought no reply is told as.

use std::time::Duration;

#[cfg(feature = "bearer")]
use super::auth::TokenError;
use super::detail::Detail;
use super::kind::{ErrorKind, Sent};
use super::operation::OperationInfo;
use super::wire::Progress;

/// What an attempt's own limit is told as.
const NO_ANSWER: &str = "no answer within the limit of an attempt";

/// What a failure in the chain of middleware is told as.
pub(super) fn failure(
    error: reqwest_middleware::Error,
    progress: Progress,
    info: &OperationInfo,
) -> Detail {
    let error = match error {
        reqwest_middleware::Error::Reqwest(error) => {
            return Detail::transport(error, progress, info);
        }
        reqwest_middleware::Error::Middleware(error) => error,
    };
    let detail = |kind, message: String| Detail {
        sent: progress.sent,
        attempts: progress.attempts,
        ..Detail::unsent(kind, info.id, message)
    };
    #[cfg(feature = "streams")]
    if error.is::<super::stream::HeadLate>() {
        return detail(ErrorKind::Timeout, NO_ANSWER.to_owned());
    }
    #[cfg(feature = "bearer")]
    let error = match error.downcast::<TokenError>() {
        Ok(error) => {
            let kind = if error.is_rejected() {
                ErrorKind::CredentialsRejected
            } else {
                ErrorKind::Token
            };
            return detail(kind, error.to_string()).because(error);
        }
        Err(error) => error,
    };
    detail(ErrorKind::Middleware, "a middleware failed".to_owned()).because(error)
}

impl Detail {
    /// The overall limit passed before the server answered.
    pub(super) fn late(
        progress: Progress,
        info: &OperationInfo,
        limit: Duration,
    ) -> Self {
        let sent = match progress.sent {
            Sent::No => "nothing was sent",
            Sent::Maybe => "the request may have been sent",
            Sent::Yes => "the request had been sent",
        };
        Self {
            sent: progress.sent,
            attempts: progress.attempts,
            ..Self::unsent(
                ErrorKind::Timeout,
                info.id,
                format!("no answer within the limit of {limit:?}; {sent}"),
            )
        }
    }

    /// The connection could not be made or did not hold.
    fn transport(
        error: reqwest::Error,
        progress: Progress,
        info: &OperationInfo,
    ) -> Self {
        // A connect error is a request error too, and one that took too long is also a timeout.
        let (kind, message) = if error.is_connect() && error.is_timeout() {
            (ErrorKind::Timeout, "no connection within its limit")
        } else if error.is_connect() {
            (ErrorKind::Connect, "no connection could be made")
        } else if error.is_timeout() {
            (ErrorKind::Timeout, NO_ANSWER)
        } else if error.is_builder() {
            (ErrorKind::Argument, "the request cannot be sent")
        } else {
            (ErrorKind::Transport, "the connection broke before the answer")
        };
        Self {
            sent: progress.sent,
            attempts: progress.attempts,
            ..Self::unsent(kind, info.id, message)
        }
        .because(error.without_url())
    }
}
