//! The client of this API: its servers, credentials and tags.

use crate::runtime::{
    ApiInfo, BaseUrl, Client, ClientBuilder, ClientCredentials, Token, TokenError,
    TokenOperation, TokenSource,
};

use super::{Authentication, GrantType, Orders, TokenRequest};

/// A server of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Server {
    /// `https://api.example.com`: production.
    Production,
}

impl From<Server> for BaseUrl {
    fn from(server: Server) -> Self {
        match server {
            Server::Production => Self::from("https://api.example.com"),
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

    /// The operations of the tag Authentication.
    pub fn authentication(&self) -> Authentication {
        Authentication::new(self.clone())
    }

    /// The operations of the tag Orders.
    pub fn orders(&self) -> Orders {
        Orders::new(self.clone())
    }
}

impl ClientBuilder {
    /// The scheme `bearerAuth`, from client credentials.
    pub fn client_credentials(self, credentials: ClientCredentials) -> Self {
        self.bearer_source("bearerAuth", TokenOperation::new(credentials, mint))
    }

    /// The scheme `bearerAuth`, from a token or a token provider of your own.
    pub fn bearer_auth(self, source: impl Into<TokenSource>) -> Self {
        self.bearer_source("bearerAuth", source)
    }
}

async fn mint(
    client: Client,
    credentials: ClientCredentials,
) -> Result<Token, TokenError> {
    let body = TokenRequest::new(
        GrantType::ClientCredentials,
        credentials.id(),
        credentials.secret(),
        credentials.scope_text(),
    );
    let reply = client.authentication().generate_access_token(body).await?;
    let reply = reply.into_inner();
    Token::minted(reply.access_token, reply.expires_in)
}
