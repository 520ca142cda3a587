//! The generated crate over real sockets, against servers that share no code with it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arguments;
mod attempts;
mod base_url;
mod bodies;
mod client;
mod connections;
mod decoding;
mod document;
mod dropped;
mod forms;
mod http2;
mod limits;
mod operations;
mod paths;
mod redirects;
mod secrets;
mod sent;
mod server;
mod signal;
mod time;
mod tls;
mod tokens;
