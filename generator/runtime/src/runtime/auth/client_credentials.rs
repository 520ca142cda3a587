//! Client credentials: what a token is asked for with.

use std::fmt;

use crate::runtime::Secret;

/// A client's id and secret, and the scopes to ask for (RFC 6749, 4.4).
#[derive(Clone, PartialEq, Eq)]
pub struct ClientCredentials {
    id: String,
    secret: Secret,
    scopes: Vec<String>,
}

impl ClientCredentials {
    /// Credentials without scopes.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
        }
    }

    /// Adds a scope to ask for; several may stand in one text, with spaces between them.
    #[must_use]
    pub fn scope(mut self, scope: impl AsRef<str>) -> Self {
        self.scopes.extend(scope.as_ref().split_ascii_whitespace().map(str::to_owned));
        self
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
            .finish()
    }
}
