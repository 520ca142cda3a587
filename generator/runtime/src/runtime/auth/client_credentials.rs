//! Client credentials: what a token is asked for with.

use std::fmt;

use crate::runtime::Secret;

/// A client's id and secret, and the scopes to ask for (RFC 6749, 4.4).
#[derive(Clone, PartialEq, Eq)]
pub struct ClientCredentials {
    id: String,
    secret: Secret,
    scopes: Vec<String>,
    /// Whether they stand in the body of the request for a token.
    in_body: bool,
}

impl ClientCredentials {
    /// Credentials without scopes.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
            in_body: false,
        }
    }

    /// Adds a scope to ask for; several may stand in one text, with spaces between them.
    #[must_use]
    pub fn scope(mut self, scope: impl AsRef<str>) -> Self {
        self.scopes.extend(scope.as_ref().split_ascii_whitespace().map(str::to_owned));
        self
    }

    /// Sends them in the body of the request for a token, for a token endpoint that takes no HTTP
    /// Basic (RFC 6749, 2.3.1). A token operation of the document has its own way.
    #[must_use]
    pub fn in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// Whether they are sent in the body.
    #[must_use]
    pub fn are_sent_in_body(&self) -> bool {
        self.in_body
    }

    /// The client's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The client's secret.
    #[must_use]
    pub fn secret(&self) -> Secret {
        self.secret.clone()
    }

    /// The scopes to ask for.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        &self.scopes
    }

    /// The scopes as one text, with spaces between them (RFC 6749, 3.3); empty when there are
    /// none.
    #[must_use]
    pub fn scope_text(&self) -> String {
        self.scopes.join(" ")
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("id", &self.id)
            .field("secret", &self.secret)
            .field("scopes", &self.scopes)
            .field("in_body", &self.in_body)
            .finish()
    }
}
