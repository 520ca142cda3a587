//! The client: what every call shares.

use std::fmt;
use std::sync::Arc;

use reqwest::Url;
use reqwest_middleware::ClientWithMiddleware;

use super::base_url::BaseUrl;
use super::build_error::BuildError;
use super::settings::Settings;

/// What the generated crate is called.
#[derive(Debug, Clone, Copy)]
pub struct ApiInfo {
    /// The crate's name.
    pub name: &'static str,
    /// The crate's version.
    pub version: &'static str,
}

/// A client of the API. Cloning is cheap, and clones share connections and tokens.
#[derive(Clone)]
pub struct Client {
    pub(super) shared: Arc<Shared>,
}

/// What clones of a client share.
pub(super) struct Shared {
    pub(super) base: Url,
    /// Whether the document names the server, so that its own word on where a call goes holds.
    pub(super) documented: bool,
    pub(super) allow_http: bool,
    pub(super) http: ClientWithMiddleware,
    /// The security schemes that have credentials.
    pub(super) schemes: Vec<&'static str>,
    pub(super) settings: Settings,
}

impl Shared {
    /// A URL, absolute or relative to the server, if it may be what the check says.
    pub(super) fn resolved(
        &self,
        url: &str,
        check: fn(&BaseUrl, bool) -> Result<Url, BuildError>,
    ) -> Result<Url, String> {
        let url = self.base.join(url).map_err(|_| "is not a URL".to_owned())?;
        check(&url.into(), self.allow_http).map_err(|error| error.to_string())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.shared.base.as_str())
            .field("schemes", &self.shared.schemes)
            .finish_non_exhaustive()
    }
}
