// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Authentication, as the server sees it.

use crate::models;
use crate::operations::authentication as operations;
use crate::runtime::mock::{Arguments, Mocked, Problem};

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

impl Mocked for operations::GenerateAccessToken {
    type Call = GenerateAccessTokenCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(GenerateAccessTokenCall {
            body: request.json("application/json")?,
        })
    }
}
