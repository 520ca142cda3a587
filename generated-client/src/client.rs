// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The client of this API: its servers, its credentials, its tags.

use crate::models;
use crate::operations::{Authentication, Delivery, LastMileDelivery, Pickup};
use crate::runtime::{
    ApiInfo, BaseUrl, Client, ClientBuilder, ClientCredentials, Token, TokenError,
    TokenOperation, TokenSource,
};

/// A server of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Server {
    /// `https://connect.instacart.com`: Production Server.
    Production,
}

impl From<Server> for BaseUrl {
    fn from(server: Server) -> Self {
        match server {
            Server::Production => Self::from("https://connect.instacart.com"),
        }
    }
}

const API: ApiInfo = ApiInfo {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&API)
    }

    /// Endpoints for obtaining and managing OAuth 2.0 access tokens used to authenticate
    /// API requests.
    #[must_use]
    pub fn authentication(&self) -> Authentication {
        Authentication { client: self.clone() }
    }

    /// Endpoints for finding delivery stores, previewing time slots, reserving time
    /// slots, and creating delivery orders.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        Delivery { client: self.clone() }
    }

    /// Endpoints for last mile delivery where items are pre-packed and only require
    /// delivery from the store to the customer.
    #[must_use]
    pub fn last_mile_delivery(&self) -> LastMileDelivery {
        LastMileDelivery { client: self.clone() }
    }

    /// Endpoints for finding pickup stores, previewing time slots, reserving time slots,
    /// and creating pickup orders.
    #[must_use]
    pub fn pickup(&self) -> Pickup {
        Pickup { client: self.clone() }
    }
}

impl ClientBuilder {
    /// Authorises by `bearerAuth` with client credentials: `generateAccessToken` mints
    /// its tokens when they are first needed, and the client renews them.
    pub fn client_credentials(self, credentials: ClientCredentials) -> Self {
        self.bearer_source("bearerAuth", TokenOperation::new(credentials, mint))
    }

    /// Authorises by `bearerAuth`: a bearer token, or where to get one.
    ///
    /// OAuth 2.0 Bearer token obtained from the token endpoint. Valid for 24 hours.
    pub fn bearer_auth(self, source: impl Into<TokenSource>) -> Self {
        self.bearer_source("bearerAuth", source)
    }
}

/// Trades credentials for a token by `generateAccessToken`.
async fn mint(
    client: Client,
    credentials: ClientCredentials,
) -> Result<Token, TokenError> {
    let body = models::TokenRequest::new(
        models::GrantType::ClientCredentials,
        credentials.id(),
        credentials.secret(),
        credentials.scope_text(),
    );
    let answer = client.authentication().generate_access_token(body).await?.into_inner();
    Token::minted(answer.access_token, answer.expires_in)
}
