//! From a reply to a response or an error.

use super::detail::Detail;
use super::error::Error;
use super::format::Format;
use super::kind::ErrorKind;
use super::mismatch::{Mismatch, MismatchKind};
use super::operation::{Decode, Operation};
use super::reply::Reply;
use super::response::Response;

/// Decodes a reply as the operation documents it.
pub(super) fn finish<O: Operation>(
    reply: Reply,
) -> Result<Response<O::Output>, Error<O::Error>> {
    if reply.status.is_success() {
        return match output::<O>(&reply) {
            Ok(value) => Ok(Response::new(value, reply.status, reply.headers)),
            Err(mismatch) => Err(Error::new(unexpected(O::INFO.id, reply, mismatch))),
        };
    }
    #[cfg(feature = "headers")]
    let reply = Reply {
        kept_headers: O::KEPT_HEADERS,
        ..reply
    };
    match O::Error::decode(&reply) {
        Ok(api) => Err(Error::documented(api, documented(O::INFO.id, reply))),
        Err(mismatch) => Err(Error::new(unexpected(O::INFO.id, reply, mismatch))),
    }
}

fn output<O: Operation>(reply: &Reply) -> Result<O::Output, Mismatch> {
    let declared = O::INFO.statuses;
    if declared.is_empty() || declared.contains(&reply.code()) {
        O::Format::read(reply)
    } else {
        reply.undeclared()
    }
}

fn documented(operation: &'static str, reply: Reply) -> Detail {
    let message =
        format!("the server answered {}{}", reply.status, unrepeatable(&reply));
    Detail::answered(ErrorKind::Api, operation, message, reply)
}

fn unexpected(operation: &'static str, reply: Reply, mismatch: Mismatch) -> Detail {
    let status = reply.status;
    let undeclared = mismatch.kind() == MismatchKind::UndeclaredStatus;
    let kind = if status.is_success() {
        ErrorKind::Decode
    } else if status.is_redirection() && undeclared {
        ErrorKind::Redirect
    } else {
        ErrorKind::Status
    };
    let message = match kind {
        ErrorKind::Redirect => {
            format!(
                "the server answered {status}, a redirect{}, which is not followed",
                to(&reply)
            )
        }
        _ => {
            let once = unrepeatable(&reply);
            format!("the server answered {status}{once}, but {mismatch}")
        }
    };
    Detail {
        mismatch: Some(mismatch),
        ..Detail::answered(kind, operation, message, reply)
    }
}

/// Why a refused token was not renewed for this call.
fn unrepeatable(reply: &Reply) -> &'static str {
    if reply.unrepeatable { " to a body that cannot be sent again" } else { "" }
}

/// The host a redirect names; the rest of its address may hold secrets.
fn to(reply: &Reply) -> String {
    let location = reply.headers.get(reqwest::header::LOCATION);
    let url = location.and_then(|value| reqwest::Url::parse(value.to_str().ok()?).ok());
    match url.as_ref().and_then(|url| url.host_str()) {
        Some(host) => format!(" to {host}"),
        None => String::new(),
    }
}
