// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Instacart Connect Fulfillment API
//!
//! The Instacart Connect Fulfillment API enables retailers to integrate Instacart
//! fulfillment capabilities directly into their e-commerce sites. It combines
//! grocery, delivery, and pickup functionality into a single API, allowing retailers
//! to offer full-service shopping where Instacart shoppers pick items and suggest
//! replacements, as well as same-day or scheduled delivery and pickup options. Key
//! endpoints include finding stores that offer delivery, listing available time
//! slots, previewing service options, and creating delivery or pickup orders.
//!
//! Instacart Connect Fulfillment API Documentation: <https://docs.instacart.com/connect/fulfillment/>
//!
//! * Terms of service: <https://www.instacart.com/terms>
//! * Contact: Instacart Connect Support, <https://docs.instacart.com/connect/fulfillment/>
//!
//! # Calling
//!
//! ```no_run
//! use instacart_fulfillment::{Client, ClientCredentials, Server};
//!
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .server(Server::Production)
//!     .client_credentials(ClientCredentials::new("id", "secret"))
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! A [`Request`] is sent when it is awaited. What comes back is a [`Response`], or an
//! [`Error`] that says what happened, whether the request was sent, and what the server
//! answered. A status that the document describes comes as the operation's own error
//! type, by [`Error::api`].

#[rustfmt::skip]
mod client;

#[cfg(feature = "mock")]
#[rustfmt::skip]
pub mod mock;

#[rustfmt::skip]
pub mod models;

#[rustfmt::skip]
pub mod operations;

#[doc(hidden)]
pub mod runtime;

pub use client::Server;

#[doc(inline)]
pub use runtime::{
    BaseUrl, BuildError, Client, ClientBuilder, ClientCredentials, DateTime, Error,
    ErrorKind, Mismatch, MismatchKind, Nullable, Request, Response, Retry, Secret, Sent,
    Token, TokenError, TokenSource, UnknownValue,
};
