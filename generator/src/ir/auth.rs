//! How calls are authorised.

use serde::Serialize;

use super::Docs;
use crate::name::{TypeName, ValueName};

/// A security scheme that operations ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Credential {
    /// Its key in the document, by which operations name it.
    pub scheme: String,
    /// The setter of the client's builder.
    pub setter: ValueName,
    /// What the document says of it.
    pub docs: Docs,
    /// What it asks for.
    pub kind: CredentialKind,
}

/// What a scheme asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum CredentialKind {
    /// `Authorization: Bearer …`, from a token, a provider, or an operation of the document that mints tokens.
    Bearer {
        /// What mints its tokens.
        minting: Option<Minting>,
    },
    /// `Authorization: Basic …`.
    Basic,
    /// A certificate of the client's own, on the connection.
    Certificate,
    /// A key under a name.
    ApiKey {
        /// Where it travels.
        place: KeyPlace,
        /// The header, query parameter or cookie.
        name: String,
    },
}

/// What mints tokens for client credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minting {
    /// The setter of the client's builder that takes the credentials.
    pub setter: ValueName,
    /// Who does it.
    pub by: Minter,
}

/// Who mints tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Minter {
    /// An operation of the document.
    Operation(TokenOperation),
    /// A token endpoint of OAuth 2.0, by its URL (RFC 6749, 3.2).
    Endpoint(String),
    /// The token endpoint that an identity provider names in its metadata, by their URL (`OpenID` Connect Discovery 1.0).
    Discovered(String),
}

/// Where an API key travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum KeyPlace {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}

/// The operation of the document that trades client credentials for a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenOperation {
    /// Its `operationId`.
    pub id: String,
    /// The client's method that leads to its tag.
    pub accessor: ValueName,
    /// Its method.
    pub method: ValueName,
    /// The type of its body.
    pub request: super::TypeId,
    /// What `new` of the body is given, in order.
    pub required: Vec<TokenArgument>,
    /// What is set on the body after that.
    pub optional: Vec<(ValueName, TokenArgument)>,
    /// The field of the answer that holds the token.
    pub access_token: ValueName,
    /// The field of the answer that holds its life in seconds.
    pub expires_in: Option<ValueName>,
}

/// What a field of the token request is given (RFC 6749, 4.4.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TokenArgument {
    /// `client_credentials`, as a variant of an enum.
    GrantVariant(super::TypeId, TypeName),
    /// `client_credentials`, as a string.
    GrantText,
    /// The client's id.
    ClientId,
    /// The client's secret.
    ClientSecret,
    /// The scopes, separated by spaces.
    Scope,
}
