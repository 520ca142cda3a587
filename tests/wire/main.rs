//! The generated crate over real sockets, against servers that share no code with it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bodies;
mod client;
mod connections;
mod decoding;
mod document;
mod operations;
mod redirects;
mod sent;
mod server;
mod signal;
mod time;
