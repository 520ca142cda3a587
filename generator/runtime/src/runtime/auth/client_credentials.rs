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
    /// The token endpoint, in place of the document's.
    #[cfg(feature = "token-endpoint")]
    pub(super) token_url: Option<String>,
}

impl ClientCredentials {
    /// Credentials without scopes.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
            in_body: false,
            #[cfg(feature = "token-endpoint")]
            token_url: None,
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

    /// Asks the token endpoint at this URL in place of the document's: that of another
    /// environment, or a mock's. It may be relative to the client's server; one that is neither
    /// `https` nor on a loopback host is refused when a token is asked for.
    #[cfg(feature = "token-endpoint")]
    #[must_use]
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
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
            .finish_non_exhaustive()
    }
}
