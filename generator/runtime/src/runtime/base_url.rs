//! The address of a server: what may be one, and which may go without TLS.

use std::fmt;

use reqwest::Url;

use super::build_error::BuildError;

/// The address of a server, as given; it is checked when the client is built.
///
/// Its `Debug` says nothing of it: an address that will be refused may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    /// Whether the document names it.
    documented: bool,
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BaseUrl").finish_non_exhaustive()
    }
}

impl From<&str> for BaseUrl {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for BaseUrl {
    fn from(text: String) -> Self {
        Self { text, documented: false }
    }
}

impl From<Url> for BaseUrl {
    fn from(url: Url) -> Self {
        Self::from(String::from(url))
    }
}

impl BaseUrl {
    /// A server of the document: the calls that the document sends to a server of their own go
    /// there.
    #[must_use]
    pub fn documented(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            documented: true,
        }
    }

    /// Whether the document names it.
    pub(super) fn is_documented(&self) -> bool {
        self.documented
    }

    /// The address, if it may be a server's: that of a resource without a query. A path is kept
    /// and stands before every operation's.
    pub(super) fn check(&self, allow_http: bool) -> Result<Url, BuildError> {
        let url = self.resource(allow_http)?;
        if url.query().is_some() {
            return Err(BuildError::base_url("has a query"));
        }
        Ok(url)
    }

    /// The address, if it may be a resource's: `https`, or `http` where that is allowed, and
    /// without user info or fragment.
    pub(super) fn resource(&self, allow_http: bool) -> Result<Url, BuildError> {
        let url = Url::parse(&self.text)
            .map_err(|_| BuildError::base_url("is not an absolute URL"))?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
            return Err(BuildError::base_url("is not an address of HTTP"));
        }
        if url.scheme() == "http" && !allow_http && !is_loopback(&url) {
            return Err(BuildError::base_url(
                "is not https; only a loopback host may go without, or see dangerously_allow_http",
            ));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BuildError::base_url(
                "has user info; set credentials on the builder",
            ));
        }
        if url.fragment().is_some() {
            return Err(BuildError::base_url("has a fragment"));
        }
        Ok(url)
    }
}

/// `127.0.0.0/8`, `::1` and `localhost`, where nobody else listens on the wire.
fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    match address.parse::<std::net::IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost",
    }
}
