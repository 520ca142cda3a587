//! Where bearer tokens come from.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use crate::runtime::{Client, Secret};

use super::token::Token;
use super::token_error::TokenError;
use super::token_operation::TokenOperation;

/// Fetches one token. The client it is given has no bearer credentials.
pub(super) type Fetch = Arc<
    dyn Fn(Client) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send>>
        + Send
        + Sync,
>;

/// Where bearer tokens come from: a fixed token, a provider of your own, or an operation of the
/// document.
#[derive(Clone)]
pub struct TokenSource(pub(super) Kind);

#[derive(Clone)]
pub(super) enum Kind {
    Fixed(Secret),
    Fetched(Fetch),
}

impl TokenSource {
    /// A provider of your own: a secret store, a cache that replicas share. It is asked when a
    /// token is needed, and again before that token's life ends or when the server refuses it.
    pub fn provider<F, Fetching>(provide: F) -> Self
    where
        F: Fn() -> Fetching + Send + Sync + 'static,
        Fetching: Future<Output = Result<Token, TokenError>> + Send + 'static,
    {
        Self(Kind::Fetched(Arc::new(move |_| Box::pin(provide()))))
    }
}

impl From<Secret> for TokenSource {
    fn from(token: Secret) -> Self {
        Self(Kind::Fixed(token))
    }
}

impl From<&str> for TokenSource {
    fn from(token: &str) -> Self {
        Secret::from(token).into()
    }
}

impl From<String> for TokenSource {
    fn from(token: String) -> Self {
        Secret::from(token).into()
    }
}

impl From<TokenOperation> for TokenSource {
    fn from(operation: TokenOperation) -> Self {
        Self(Kind::Fetched(operation.0))
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSource").finish_non_exhaustive()
    }
}
