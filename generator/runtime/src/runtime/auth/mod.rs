//! Credentials: which a request needs, where they come from, and how they are sent.

#[cfg(feature = "bearer")]
mod bearer;
#[cfg(feature = "bearer")]
mod cache;
#[cfg(feature = "certificate")]
mod certificate;
#[cfg(feature = "bearer")]
mod client_credentials;
#[cfg(feature = "discovery")]
mod discovery;
#[cfg(feature = "fixed")]
mod fixed;
#[cfg(feature = "credentials")]
mod scheme;
#[cfg(feature = "bearer")]
mod source;
#[cfg(feature = "bearer")]
mod token;
#[cfg(feature = "token-endpoint")]
mod token_endpoint;
#[cfg(feature = "bearer")]
mod token_error;
#[cfg(feature = "bearer")]
mod token_operation;

#[cfg(feature = "bearer")]
pub use bearer::BearerAuth;
#[cfg(feature = "bearer")]
pub use client_credentials::ClientCredentials;
#[cfg(feature = "bearer")]
pub use source::TokenSource;
#[cfg(feature = "bearer")]
pub use token::Token;
#[cfg(feature = "bearer")]
pub use token_error::TokenError;
#[cfg(feature = "bearer")]
pub use token_operation::TokenOperation;

#[cfg(feature = "fixed")]
pub(super) use fixed::{FixedAuth, Placement};
#[cfg(feature = "credentials")]
pub(super) use scheme::{Wanted, choose};

/// What a middleware returns.
pub(super) type Handled<'a> = std::pin::Pin<
    Box<dyn Future<Output = reqwest_middleware::Result<reqwest::Response>> + Send + 'a>,
>;
