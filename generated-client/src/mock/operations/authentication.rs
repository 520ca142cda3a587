// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Authentication, as the server sees it.

use crate::models;
use crate::operations::authentication as operations;

crate::runtime::mock::operations! {
    GenerateAccessToken {
        success {
            200 json = TOKEN_RESPONSE,
        }
        failure GenerateAccessTokenError {
            401 json Unauthorized = ERROR_BODY,
        }
    }
}

/// A request of
/// [`Authentication::generate_access_token`](crate::operations::Authentication::generate_access_token),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GenerateAccessTokenCall {
    /// The body.
    pub body: models::TokenRequest,
}

crate::runtime::mock::call! {
    GenerateAccessToken as GenerateAccessTokenCall {
        body = json "application/json",
    }
}
