//! A server for tests, on a loopback socket, that knows the operations of the document.
//!
//! What depends on the document implements [`Mocked`]; everything else is here.

mod answer;
mod argument;
mod arguments;
mod connection;
mod credentials;
mod entry;
mod exchange;
mod fault;
mod form;
#[cfg(feature = "headers")]
mod headers;
mod mocked;
mod pairs;
#[cfg(feature = "part-headers")]
mod part_head;
mod parts;
mod problem;
mod received;
mod respond;
mod route;
mod server;
mod shared;
mod split;
#[cfg(feature = "streams")]
mod stream;
mod tables;
mod text;
#[cfg(feature = "token-endpoint")]
mod token_endpoint;
mod tree;

pub use answer::{Answer, IntoAnswer, Sample};
pub use argument::Argument;
pub use arguments::Arguments;
pub use credentials::{Scheme, SchemeKind};
pub use entry::Entry;
pub use fault::Fault;
pub use form::Form;
#[cfg(feature = "headers")]
pub use headers::SampleHeader;
pub use mocked::{Answers, Mocked};
#[cfg(feature = "part-headers")]
pub use part_head::PartHead;
pub use problem::Problem;
pub use received::Received;
pub use server::MockServer;
#[cfg(feature = "streams")]
pub use stream::Chunks;
#[cfg(feature = "token-endpoint")]
pub use token_endpoint::{TokenEndpoint, TokenRequest};

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use tables::{call, operations, server};
