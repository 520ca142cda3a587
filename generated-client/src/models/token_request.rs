// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::GrantType;
use crate::runtime::{Secret, object};

/// `TokenRequest` of the document.
#[derive(Debug, Clone, PartialEq)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct TokenRequest {
    /// The OAuth 2.0 grant type. Must be client_credentials.
    pub grant_type: GrantType,
    /// The client ID provided by Instacart.
    pub client_id: String,
    /// The client secret provided by Instacart.
    pub client_secret: Secret,
    /// The API scope to request access for, such as connect:fulfillment.
    pub scope: String,
}

impl TokenRequest {
    /// A `TokenRequest` with what it requires.
    pub fn new(
        grant_type: GrantType,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        scope: impl Into<String>,
    ) -> Self {
        Self {
            grant_type,
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scope: scope.into(),
        }
    }
}

object! {
    TokenRequest {
        required grant_type = "grant_type",
        required client_id = "client_id",
        required client_secret = "client_secret",
        required scope = "scope",
    }
}
