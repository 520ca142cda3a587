// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::TokenType;
use crate::runtime::{Secret, object};

/// `TokenResponse` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TokenResponse {
    /// The Bearer token to use for authenticating API requests.
    pub access_token: Option<Secret>,
    /// The type of token issued.
    pub token_type: Option<TokenType>,
    /// The number of seconds until the token expires. Typically 86400 seconds (24
    /// hours).
    pub expires_in: Option<i64>,
    /// The scope of access granted by the token.
    pub scope: Option<String>,
    /// Unix timestamp indicating when the token was created.
    pub created_at: Option<i64>,
}

object! {
    TokenResponse {
        optional access_token = "access_token",
        optional token_type = "token_type",
        optional expires_in = "expires_in",
        optional scope = "scope",
        optional created_at = "created_at",
    }
}
