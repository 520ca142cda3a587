//! Security schemes and requirements.

use super::{Named, Text};
use crate::diagnostic::Span;

/// One of `components.securitySchemes`.
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`.
    pub name: Text,
    /// `description`.
    pub description: Option<Text>,
    /// `deprecated` (3.2).
    pub deprecated: bool,
    /// `type` and what goes with it.
    pub kind: SecuritySchemeKind,
    /// Where it stands.
    pub span: Span,
}

/// What a scheme asks for.
#[derive(Debug, Clone)]
pub enum SecuritySchemeKind {
    /// `http` with a `scheme` of the IANA registry, as written, and `bearerFormat`.
    Http {
        /// `scheme`.
        scheme: Text,
        /// `bearerFormat`.
        bearer_format: Option<Text>,
    },
    /// `apiKey`.
    ApiKey {
        /// `name`: of the header, query parameter or cookie.
        name: Text,
        /// `in`.
        place: super::Place,
    },
    /// `oauth2`.
    OAuth2 {
        /// `flows`, in source order.
        flows: Vec<Flow>,
        /// `oauth2MetadataUrl` (3.2).
        metadata_url: Option<Text>,
    },
    /// `openIdConnect`.
    OpenIdConnect {
        /// `openIdConnectUrl`.
        url: Text,
    },
    /// `mutualTLS` (3.1).
    MutualTls,
}

/// Which OAuth 2.0 flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKind {
    /// `implicit`.
    Implicit,
    /// `password`.
    Password,
    /// `clientCredentials`.
    ClientCredentials,
    /// `authorizationCode`.
    AuthorizationCode,
    /// `deviceAuthorization` (3.2).
    DeviceAuthorization,
}

/// One OAuth 2.0 flow.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Which.
    pub kind: FlowKind,
    /// `authorizationUrl`.
    pub authorization_url: Option<Text>,
    /// `tokenUrl`; may be relative to the document.
    pub token_url: Option<Text>,
    /// `refreshUrl`.
    pub refresh_url: Option<Text>,
    /// `deviceAuthorizationUrl` (3.2).
    pub device_authorization_url: Option<Text>,
    /// `scopes`: name and description.
    pub scopes: Vec<Named<Text>>,
    /// Where it stands.
    pub span: Span,
}

/// One alternative of a `security` list: all of its schemes together. Empty means "no credentials".
#[derive(Debug, Clone, Default)]
pub struct Requirement {
    /// The schemes that must all be satisfied.
    pub schemes: Vec<RequirementScheme>,
    /// Where it stands.
    pub span: Span,
}

/// A scheme named by a requirement.
#[derive(Debug, Clone)]
pub struct RequirementScheme {
    /// The key in `components.securitySchemes`, where it exists: an alternative that names another is left out by `read`.
    pub name: Text,
    /// The scopes or roles.
    pub scopes: Vec<Text>,
}
