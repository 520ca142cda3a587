//! The generated crate over real sockets, against servers that share no code with it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bodies;
mod client;
mod decoding;
mod document;
mod operations;
mod sent;
mod server;
