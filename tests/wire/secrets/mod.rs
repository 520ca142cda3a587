//! Secrets and personal data: in no trace, no `Debug`, no message, whatever happens.

mod calls;
mod capture;
mod values;

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};

use capture::Capture;

/// What must never be seen: each is the value that its name says, in some call of this suite.
const CANARIES: [&str; 7] =
    [CLIENT_SECRET, ACCESS_TOKEN, OWN_TOKEN, ADDRESS, INSTRUCTIONS, USER_ID, SESSION];
const CLIENT_SECRET: &str = "canary-client-secret";
const ACCESS_TOKEN: &str = "canary-access-token";
const OWN_TOKEN: &str = "canary-own-token";
const ADDRESS: &str = "canary-address";
const INSTRUCTIONS: &str = "canary-instructions";
const USER_ID: &str = "canary-user-id";
const SESSION: &str = "canary-session";

/// The canaries that stand in a text.
fn leaks(text: &str) -> Vec<&'static str> {
    CANARIES.into_iter().filter(|canary| text.contains(canary)).collect()
}

/// Everything that an error shows of itself: `Display` and `Debug`, of it and of all its sources.
fn shown(error: &(impl StdError + 'static)) -> String {
    let mut text = String::new();
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(error) = next {
        let _ = write!(text, "{error} {error:#} {error:?} {error:#?} ");
        next = error.source();
    }
    text
}

/// Both ways in which a value shows itself to a programmer.
fn debug(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

#[test]
fn a_canary_that_is_traced_logged_or_shown_is_found() {
    let capture = Capture::start();
    tracing::trace!(token = ACCESS_TOKEN);
    assert_eq!(leaks(&capture.text()), [ACCESS_TOKEN]);
    let span = tracing::trace_span!("call", user = USER_ID);
    span.in_scope(|| ());
    drop(span);
    assert_eq!(leaks(&capture.text()), [ACCESS_TOKEN, USER_ID]);
    let inner = std::io::Error::other(CLIENT_SECRET);
    assert_eq!(leaks(&shown(&std::io::Error::other(inner))), [CLIENT_SECRET]);
    assert_eq!(leaks(&debug(&Some(ADDRESS))), [ADDRESS]);
}
