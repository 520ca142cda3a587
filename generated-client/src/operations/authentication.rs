// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Endpoints for obtaining and managing OAuth 2.0 access tokens used to authenticate
//! API requests.

use crate::models;
use crate::runtime::{
    Call, Client, Decode, Mismatch, Operation, OperationInfo, Reply, Request, Retry,
    Schemes, format,
};

/// The operations of the tag Authentication, made by [`Client::authentication`].
#[derive(Debug, Clone)]
pub struct Authentication {
    pub(crate) client: Client,
}

impl Authentication {
    /// Generate an access token
    ///
    /// Generates an OAuth 2.0 access token using client credentials. The token is valid
    /// for 24 hours and must be included as a Bearer token in all subsequent API
    /// requests. During the validity period, reuse the same token rather than generating
    /// a new one.
    ///
    /// Sends `POST /v2/oauth/token` with [`TokenRequest`](models::TokenRequest) as JSON,
    /// without credentials. Returns [`TokenResponse`](models::TokenResponse) on 200:
    /// Access token generated successfully.
    ///
    /// Retry class: never once sent, since the token's own life decides when another is
    /// fetched.
    ///
    /// # Errors
    ///
    /// [`GenerateAccessTokenError`] on 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .authentication()
    ///     .generate_access_token(
    ///         models::TokenRequest::new(
    ///             models::GrantType::ClientCredentials,
    ///             "client_id",
    ///             "client_secret",
    ///             "scope",
    ///         ),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/oauth/token' \
    ///   --json '{"grant_type":"client_credentials","client_id":"client_id","client_secret":"client_secret","scope":"scope"}'
    /// ```
    pub fn generate_access_token(
        &self,
        body: models::TokenRequest,
    ) -> Request<GenerateAccessToken> {
        Call::new(&self.client).path("/v2/oauth/token").json(body).request()
    }
}

/// The operation `POST /v2/oauth/token`,
/// called by [`Authentication::generate_access_token`].
pub enum GenerateAccessToken {}

impl Operation for GenerateAccessToken {
    type Output = models::TokenResponse;
    type Error = GenerateAccessTokenError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "generateAccessToken",
        method: "POST",
        route: "/v2/oauth/token",
        retry: Retry::Never,
        security: Schemes::None,
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Authentication::generate_access_token`].
#[derive(Debug)]
#[non_exhaustive]
pub enum GenerateAccessTokenError {
    /// 401: Invalid client credentials.
    Unauthorized(models::ErrorBody),
}

impl Decode for GenerateAccessTokenError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}
