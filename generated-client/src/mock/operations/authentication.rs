// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Authentication, as the server sees it.

use crate::models;
use crate::operations::authentication as operations;
use crate::runtime::mock::{Answer, Arguments, Mocked, Problem};

crate::runtime::mock::operations! {
    GenerateAccessToken {
        200 json TOKEN_RESPONSE,
        401 json ERROR_BODY,
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

    fn success(output: Self::Output) -> Answer {
        Answer::json(200, &output)
    }

    fn failure(error: Self::Error) -> Answer {
        match error {
            operations::GenerateAccessTokenError::Unauthorized(body) => {
                Answer::json(401, &body)
            }
        }
    }
}
