//! Credentials that never change: API keys and HTTP basic authentication.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Extensions;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Request;
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use reqwest_middleware::{Middleware, Next};

use crate::runtime::{BuildError, Secret};

use super::Handled;
use super::scheme::Wanted;

/// Where a credential that never changes is sent.
pub(in crate::runtime) enum Placement {
    Header(&'static str, Secret),
    Query(&'static str, Secret),
    Cookie(&'static str, Secret),
    Basic(String, Secret),
    /// It is the connection's, or why it is not.
    #[cfg(feature = "certificate")]
    Connection(Result<(), &'static str>),
}

/// Adds a credential to the requests that need its scheme and go to the server of their call.
pub(in crate::runtime) struct FixedAuth {
    scheme: &'static str,
    credential: Credential,
}

/// A credential as it is sent.
enum Credential {
    Header(HeaderName, HeaderValue),
    Query(String),
    Cookie(Secret),
    /// The connection has it.
    #[cfg(feature = "certificate")]
    Nothing,
}

impl FixedAuth {
    pub(in crate::runtime) fn new(
        scheme: &'static str,
        placement: &Placement,
    ) -> Result<Self, BuildError> {
        let unsendable = || {
            BuildError::new(format!(
                "the credential for {scheme} has a character that cannot be sent"
            ))
        };
        let header = |text: &str| {
            let mut value = HeaderValue::from_str(text).map_err(|_| unsendable())?;
            value.set_sensitive(true);
            Ok(value)
        };
        let credential = match placement {
            Placement::Header(name, key) => {
                let name = HeaderName::try_from(*name).map_err(|_| unsendable())?;
                Credential::Header(name, header(key.expose())?)
            }
            Placement::Basic(user, password) => {
                if user.contains(':') {
                    return Err(BuildError::new(
                        "a user name for basic authentication has a colon",
                    ));
                }
                let pair = STANDARD.encode(format!("{user}:{}", password.expose()));
                Credential::Header(AUTHORIZATION, header(&format!("Basic {pair}"))?)
            }
            Placement::Query(name, key) => {
                let encode = |text| utf8_percent_encode(text, NON_ALPHANUMERIC);
                Credential::Query(format!("{}={}", encode(name), encode(key.expose())))
            }
            #[cfg(feature = "certificate")]
            Placement::Connection(made) => {
                made.map_err(|problem| {
                    BuildError::new(format!("the certificate for {scheme} {problem}"))
                })?;
                Credential::Nothing
            }
            Placement::Cookie(name, key) => {
                header(key.expose())?;
                Credential::Cookie(Secret::new(format!("{name}={}", key.expose())))
            }
        };
        Ok(Self { scheme, credential })
    }

    fn apply(&self, request: &mut Request) {
        match &self.credential {
            Credential::Header(name, value) => {
                request.headers_mut().insert(name.clone(), value.clone());
            }
            #[cfg(feature = "certificate")]
            Credential::Nothing => {}
            Credential::Query(pair) => {
                #[cfg(feature = "pages")]
                drop_pair(request.url_mut(), pair);
                let query = match request.url().query() {
                    Some(query) if !query.is_empty() => format!("{query}&{pair}"),
                    _ => pair.clone(),
                };
                request.url_mut().set_query(Some(&query));
            }
            Credential::Cookie(pair) => {
                let before =
                    request.headers().get(COOKIE).and_then(|value| value.to_str().ok());
                let cookies = match before {
                    Some(before) => format!("{before}; {}", pair.expose()),
                    None => pair.expose().to_owned(),
                };
                // Both halves were header values before, so the whole is one.
                if let Ok(mut value) = HeaderValue::try_from(cookies) {
                    value.set_sensitive(true);
                    request.headers_mut().insert(COOKIE, value);
                }
            }
        }
    }
}

/// Takes a pair of this name off a query: the link to a next page has what the page before it was
/// asked for with.
#[cfg(feature = "pages")]
fn drop_pair(url: &mut reqwest::Url, pair: &str) {
    let name = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default();
        percent_encoding::percent_decode_str(name).collect::<Vec<u8>>()
    };
    if let Some(query) = url.query() {
        let others = query.split('&').filter(|other| name(other) != name(pair));
        let others = others.collect::<Vec<_>>().join("&");
        url.set_query(Some(&others));
    }
}

impl Middleware for FixedAuth {
    fn handle<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        mut request: Request,
        extensions: &'life1 mut Extensions,
        next: Next<'life2>,
    ) -> Handled<'async_trait>
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        let wanted = extensions.get::<Wanted>();
        if wanted.is_some_and(|wanted| wanted.has(self.scheme, request.url())) {
            self.apply(&mut request);
        }
        next.run(request, extensions)
    }
}
