//! Tests of the runtime, through code as it is generated.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod sample;
mod server;
mod shop;

mod arguments;
mod bodies;
mod credentials;
mod happy;
mod limits;
mod objects;
mod refusals;
mod replies;
mod servers;
mod styles;
mod tokens;
