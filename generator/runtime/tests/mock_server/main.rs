//! The mock server over real sockets, with operations written as the generator writes them.
#![cfg(feature = "mock")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod checks;
mod credentials;
mod faults;
mod forms;
mod handlers;
mod routes;
mod sample;
mod styles;
mod support;
