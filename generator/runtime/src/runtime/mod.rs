//! Everything in a generated crate that does not depend on its document.

#[cfg(feature = "client")]
pub mod auth;
#[cfg(feature = "client")]
mod base_url;
#[cfg(feature = "client")]
mod body;
#[cfg(feature = "client")]
mod build_error;
#[cfg(feature = "client")]
mod builder;
#[cfg(feature = "base64")]
mod byte_text;
#[cfg(feature = "client")]
mod call;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "date-times")]
mod date_time;
#[cfg(feature = "client")]
mod detail;
#[cfg(feature = "durations")]
mod duration;
#[cfg(feature = "client")]
mod encode;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod failure;
#[cfg(feature = "client")]
mod finish;
#[cfg(feature = "client")]
#[cfg(feature = "forms")]
mod form;
#[cfg(feature = "client")]
pub mod format;
#[cfg(feature = "headers")]
mod header;
mod integer_enum;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "client")]
mod kind;
mod listed;
#[cfg(feature = "client")]
mod mismatch;
#[cfg(feature = "client")]
#[cfg(feature = "mock")]
pub mod mock;
mod nullable;
pub mod object;
#[cfg(feature = "unions")]
pub mod one_of;
#[cfg(feature = "client")]
mod operation;
#[cfg(feature = "pages")]
mod page;
#[cfg(feature = "client")]
mod parsed_macro;
#[cfg(feature = "client")]
mod path;
#[cfg(feature = "client")]
mod reply;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
mod response;
mod secret;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
mod settings;
#[cfg(feature = "streams")]
mod stream;
mod string_enum;
#[cfg(feature = "client")]
mod style;
#[cfg(feature = "texts")]
mod text;
#[cfg(feature = "client")]
mod trace;
mod unknown;
#[cfg(feature = "client")]
mod value;
#[cfg(feature = "client")]
mod value_writer;
#[cfg(feature = "client")]
mod wire;
#[cfg(feature = "xml")]
pub mod xml;

#[cfg(feature = "bearer")]
pub use auth::{
    BearerAuth, ClientCredentials, Token, TokenError, TokenOperation, TokenSource,
};
#[cfg(feature = "client")]
pub use base_url::BaseUrl;
#[cfg(feature = "client")]
pub use build_error::BuildError;
#[cfg(feature = "client")]
pub use builder::ClientBuilder;
#[cfg(feature = "base64")]
pub use byte_text::{Base64, Base64Url, NotBase64};
#[cfg(feature = "client")]
pub use call::Call;
#[cfg(feature = "client")]
pub use client::{ApiInfo, Client};
#[cfg(feature = "date-times")]
pub use date_time::DateTime;
#[cfg(feature = "durations")]
pub use duration::IsoDuration;
#[cfg(feature = "client")]
pub use error::Error;
#[cfg(feature = "part-headers")]
pub use form::PartHeader;
#[cfg(feature = "client")]
#[cfg(feature = "forms")]
pub use form::{FilePart, FormField};
#[cfg(feature = "headers")]
pub use header::{Described, Way};
#[cfg(feature = "client")]
pub use kind::{ErrorKind, Sent};
pub use listed::{NotListed, listed_integer, listed_text};
#[cfg(feature = "client")]
pub use mismatch::{Mismatch, MismatchKind};
pub use nullable::Nullable;
#[cfg(feature = "unions")]
pub use one_of::RawJson;
#[cfg(feature = "client")]
pub use operation::{Decode, Operation, OperationInfo, Retry, Schemes};
#[cfg(feature = "pages")]
pub use page::{Found, PageItems, Paged, Pages, Paging};
#[cfg(feature = "client")]
pub use reply::Reply;
#[cfg(feature = "client")]
pub use request::Request;
#[cfg(feature = "client")]
pub use response::Response;
pub use secret::Secret;
#[cfg(feature = "client")]
pub use send::{Calling, send};
#[cfg(feature = "streams")]
pub use stream::{
    AlsoStreams, AsStream, ByteStream, Event, EventStream, ItemStream, Items, Stream,
    StreamError, Streams, Upload,
};
#[cfg(feature = "client")]
pub use style::{
    Cookie, DeepObject, Form, Json, Label, Matrix, Param, PipeDelimited, Simple,
    SpaceDelimited,
};
pub use unknown::UnknownValue;
#[cfg(feature = "client")]
pub use value::{Value, ValueError};

// A document may have no object, no operation or no enum.
#[allow(unused_imports, reason = "a document may have no use for one of them")]
pub(crate) use {integer_enum::integer_enum, object::object, string_enum::string_enum};

#[cfg(feature = "client")]
#[allow(
    unused_imports,
    reason = "a document may have no headers, and a crate no mock"
)]
pub(crate) use parsed_macro::parsed;

#[cfg(feature = "headers")]
#[allow(unused_imports, reason = "the runtime itself has no operation")]
pub(crate) use header::headers;

#[cfg(feature = "unions")]
#[allow(unused_imports, reason = "the runtime itself has no union")]
pub(crate) use one_of::one_of;

// What the macros name, so that a generated file need not.
#[doc(hidden)]
pub use serde;
