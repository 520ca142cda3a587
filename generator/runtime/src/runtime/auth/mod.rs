//! Credentials: which a request needs, where they come from, and how they are sent.

mod bearer;
mod cache;
#[cfg(feature = "certificate")]
mod certificate;
mod client_credentials;
#[cfg(feature = "discovery")]
mod discovery;
mod fixed;
mod scheme;
mod source;
mod token;
#[cfg(feature = "token-endpoint")]
mod token_endpoint;
mod token_error;
mod token_operation;

pub use bearer::BearerAuth;
pub use client_credentials::ClientCredentials;
pub use source::TokenSource;
pub use token::Token;
pub use token_error::TokenError;
pub use token_operation::TokenOperation;

pub(super) use fixed::{FixedAuth, Placement};
pub(super) use scheme::{Wanted, choose};

/// What a middleware returns.
pub(super) type Handled<'a> = std::pin::Pin<
    Box<dyn Future<Output = reqwest_middleware::Result<reqwest::Response>> + Send + 'a>,
>;
