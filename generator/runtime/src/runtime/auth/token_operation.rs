//! Tokens that an operation of the document mints.

use std::fmt;
use std::sync::Arc;

use crate::runtime::Client;

use super::client_credentials::ClientCredentials;
use super::source::Fetch;
use super::token::Token;
use super::token_error::TokenError;

/// Tokens that an operation of the document mints for client credentials.
#[derive(Clone)]
pub struct TokenOperation(pub(super) Fetch);

impl TokenOperation {
    /// `mint` calls the operation with the client it is given, which has no bearer credentials.
    pub fn new<F, Minting>(credentials: ClientCredentials, mint: F) -> Self
    where
        F: Fn(Client, ClientCredentials) -> Minting + Send + Sync + 'static,
        Minting: Future<Output = Result<Token, TokenError>> + Send + 'static,
    {
        Self(Arc::new(move |client| Box::pin(mint(client, credentials.clone()))))
    }
}

impl fmt::Debug for TokenOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenOperation").finish_non_exhaustive()
    }
}
