//! Everything in a generated crate that does not depend on its document.

pub mod auth;
mod base_url;
mod body;
mod build_error;
mod builder;
mod call;
mod client;
mod detail;
mod encode;
mod error;
mod failure;
mod finish;
#[cfg(feature = "forms")]
mod form;
mod integer_enum;
mod json;
mod kind;
mod listed;
mod mismatch;
#[cfg(feature = "mock")]
pub mod mock;
mod nullable;
pub mod object;
#[cfg(feature = "unions")]
pub mod one_of;
mod operation;
mod path;
mod reply;
mod request_macro;
mod response;
mod secret;
mod send;
mod settings;
#[cfg(feature = "streams")]
mod stream;
mod string_enum;
mod style;
mod trace;
mod unknown;
mod value;
mod value_writer;
mod wire;
#[cfg(feature = "xml")]
pub mod xml;

pub use auth::{
    BearerAuth, ClientCredentials, Token, TokenError, TokenOperation, TokenSource,
};
pub use base_url::BaseUrl;
pub use build_error::BuildError;
pub use builder::ClientBuilder;
pub use call::Call;
pub use client::{ApiInfo, Client};
pub use error::Error;
#[cfg(feature = "forms")]
pub use form::{FilePart, FormField};
pub use kind::{ErrorKind, Sent};
pub use listed::{NotListed, listed_integer, listed_text};
pub use mismatch::{Mismatch, MismatchKind};
pub use nullable::Nullable;
#[cfg(feature = "unions")]
pub use one_of::RawJson;
pub use operation::{Decode, Method, Operation, OperationInfo, Retry};
pub use reply::Reply;
pub use response::Response;
pub use secret::Secret;
pub use send::{Calling, send};
#[cfg(feature = "streams")]
pub use stream::{
    AlsoStreams, AsStream, ByteStream, Event, EventStream, ItemStream, Items, Stream,
    StreamError, Streams, Upload,
};
pub use style::{
    Cookie, DeepObject, Form, Json, Label, Matrix, Param, PipeDelimited, Simple,
    SpaceDelimited,
};
pub use unknown::UnknownValue;
pub use value::{Value, ValueError};

// A document may have no object, no operation or no enum.
#[allow(unused_imports, reason = "a document may have no use for one of them")]
pub(crate) use {
    integer_enum::integer_enum, object::object, request_macro::request,
    string_enum::string_enum,
};

#[cfg(feature = "unions")]
#[allow(unused_imports, reason = "the runtime itself has no union")]
pub(crate) use one_of::one_of;

// What the macros name, so that a generated file need not.
#[doc(hidden)]
pub use serde;
