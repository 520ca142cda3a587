//! Tests of the runtime, through code as it is generated.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod sample;
mod server;
mod shop;

mod arguments;
mod bodies;
mod credentials;
#[cfg(feature = "forms")]
mod forms;
mod futures;
mod happy;
#[cfg(feature = "headers")]
mod headers;
mod limits;
#[cfg(feature = "pages")]
mod links;
mod nesting;
mod objects;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "part-headers")]
mod part_headers;
mod refusals;
mod replies;
mod secrecy;
mod servers;
mod speed;
#[cfg(feature = "streams")]
mod streams;
mod styles;
#[cfg(feature = "rustls")]
mod tls;
mod tokens;
#[cfg(feature = "forms")]
mod tuples;
#[cfg(feature = "unions")]
mod unions;
#[cfg(all(feature = "xml", feature = "mock"))]
mod xml;
