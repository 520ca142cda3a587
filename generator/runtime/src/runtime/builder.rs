//! Setting up a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest_middleware::{ClientWithMiddleware, Middleware};

#[cfg(feature = "bearer")]
use super::auth::{BearerAuth, TokenSource};
#[cfg(feature = "fixed")]
use super::auth::{FixedAuth, Placement};
use super::base_url::BaseUrl;
use super::build_error::BuildError;
use super::client::{ApiInfo, Client, Shared};
#[cfg(feature = "fixed")]
use super::secret::Secret;
use super::settings::Settings;
use super::wire::Wire;

type Configure =
    Box<dyn FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send>;

/// Sets up a [`Client`].
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    api: &'static ApiInfo,
    base: Option<BaseUrl>,
    allow_http: bool,
    user_agent: Option<String>,
    settings: Settings,
    configure: Vec<Configure>,
    middleware: Vec<Arc<dyn Middleware>>,
    #[cfg(feature = "bearer")]
    bearer: Vec<(&'static str, TokenSource)>,
    #[cfg(feature = "fixed")]
    fixed: Vec<(&'static str, Placement)>,
}

impl ClientBuilder {
    /// Starts a builder with the defaults.
    pub fn new(api: &'static ApiInfo) -> Self {
        Self {
            api,
            base: None,
            allow_http: false,
            user_agent: None,
            settings: Settings::default(),
            configure: Vec::new(),
            middleware: Vec::new(),
            #[cfg(feature = "bearer")]
            bearer: Vec::new(),
            #[cfg(feature = "fixed")]
            fixed: Vec::new(),
        }
    }

    /// The server to call.
    pub fn server(mut self, server: impl Into<BaseUrl>) -> Self {
        self.base = Some(server.into());
        self
    }

    /// The server to call, by its address. A path in it stands before every operation's path.
    ///
    /// At an address that is none of the document's servers, all operations are called, also those that the document gives
    /// a server of their own: it may be a mock's.
    pub fn base_url(self, url: impl Into<BaseUrl>) -> Self {
        self.server(url)
    }

    /// Allows `http` to other hosts than loopback ones: credentials and orders then travel in
    /// the open. For networks that encrypt by other means.
    pub fn dangerously_allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// The header `User-Agent`, in place of the crate's name and version.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Limits making a connection; 5 seconds unless set.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings.connect_timeout = limit;
        self
    }

    /// Limits each attempt, from sending to the last byte of the body; unlimited unless set,
    /// so that only the limit of the whole call holds.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.attempt_timeout = Some(limit);
        self
    }

    /// Limits a whole call: fetching a token, all attempts and the waits between them; 30
    /// seconds unless set. An operation's own limit and a request's own limit go before it.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.settings.timeout = limit;
        self
    }

    /// Limits the body of a success, in decoded bytes; 8 MiB unless set. A longer one is an error.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Limits the body of an error, in decoded bytes; 64 KiB unless set. A longer one is cut.
    pub fn error_body_limit(mut self, bytes: usize) -> Self {
        self.settings.error_body_limit = bytes;
        self
    }

    /// Limits each item of a stream, in decoded bytes; 8 MiB unless set. A longer one is an
    /// error, and ends the stream.
    #[cfg(feature = "streams")]
    pub fn item_limit(mut self, bytes: usize) -> Self {
        self.settings.item_limit = bytes;
        self
    }

    /// Limits each wait for more of a streamed body; 120 seconds unless set. No other limit of
    /// time holds once the head of a streamed answer has come.
    #[cfg(feature = "streams")]
    pub fn idle_timeout(mut self, limit: Duration) -> Self {
        self.settings.idle_timeout = limit;
        self
    }

    /// Sets up the HTTP client: a proxy, certificates, DNS. What this crate promises (no
    /// redirects, no retries of its own, no cookies, TLS) is set afterwards and cannot be
    /// changed here. No proxy of the environment is used unless it is set here.
    pub fn configure(
        mut self,
        configure: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder
        + Send
        + 'static,
    ) -> Self {
        self.configure.push(Box::new(configure));
        self
    }

    /// Adds a middleware of your own, in the order of the calls. It sees requests before they
    /// get credentials, and each call once, however often it is replayed.
    pub fn middleware(mut self, middleware: impl Middleware) -> Self {
        self.middleware.push(Arc::new(middleware));
        self
    }

    /// A bearer scheme, whose tokens come from `source`.
    #[cfg(feature = "bearer")]
    pub fn bearer_source(
        mut self,
        scheme: &'static str,
        source: impl Into<TokenSource>,
    ) -> Self {
        self.bearer.push((scheme, source.into()));
        self
    }

    /// An API key sent in the header `name`.
    #[cfg(feature = "fixed")]
    pub fn api_key_header(
        self,
        scheme: &'static str,
        name: &'static str,
        key: impl Into<Secret>,
    ) -> Self {
        self.fixed(scheme, Placement::Header(name, key.into()))
    }

    /// An API key sent as the query parameter `name`.
    #[cfg(feature = "fixed")]
    pub fn api_key_query(
        self,
        scheme: &'static str,
        name: &'static str,
        key: impl Into<Secret>,
    ) -> Self {
        self.fixed(scheme, Placement::Query(name, key.into()))
    }

    /// An API key sent as the cookie `name`.
    #[cfg(feature = "fixed")]
    pub fn api_key_cookie(
        self,
        scheme: &'static str,
        name: &'static str,
        key: impl Into<Secret>,
    ) -> Self {
        self.fixed(scheme, Placement::Cookie(name, key.into()))
    }

    /// A user name and password, sent as HTTP basic authentication (RFC 7617).
    #[cfg(feature = "fixed")]
    pub fn basic_credentials(
        self,
        scheme: &'static str,
        user: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        self.fixed(scheme, Placement::Basic(user.into(), password.into()))
    }

    #[cfg(feature = "fixed")]
    pub(super) fn fixed(mut self, scheme: &'static str, placement: Placement) -> Self {
        self.fixed.push((scheme, placement));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// When no server is set, when its address may not be used, or when the HTTP client cannot
    /// be set up.
    pub fn build(self) -> Result<Client, BuildError> {
        let base =
            self.base.as_ref().ok_or_else(|| BuildError::new("no server is set"))?;
        let documented = base.is_documented();
        let base = base.check(self.allow_http)?;
        if base.scheme() == "https"
            && !cfg!(any(feature = "rustls", feature = "native-tls"))
        {
            return Err(BuildError::new(
                "the server's address is https, but neither feature rustls nor native-tls is on",
            ));
        }
        let user_agent = self
            .user_agent
            .unwrap_or_else(|| format!("{}/{}", self.api.name, self.api.version));
        let http = http_client(self.configure, &user_agent, &self.settings)?;
        let (layers, schemes) = (self.middleware, Vec::new());
        #[cfg(feature = "fixed")]
        let (layers, schemes) = fixed(self.fixed, layers, schemes)?;
        let shared = |layers: &[_], schemes| Shared {
            http: chain(&http, layers),
            base: base.clone(),
            documented,
            allow_http: self.allow_http,
            schemes,
            settings: self.settings.clone(),
        };
        // Tokens are asked for without tokens.
        #[cfg(feature = "bearer")]
        let minting = Client {
            shared: Arc::new(shared(&layers, schemes.clone())),
        };
        #[cfg(feature = "bearer")]
        let (layers, schemes) = bearer(self.bearer, layers, schemes, &minting)?;
        Ok(Client {
            shared: Arc::new(shared(&layers, schemes)),
        })
    }
}

/// What authorises calls, one layer for each scheme, after what stands before it.
#[cfg(feature = "credentials")]
type Layers = (Vec<Arc<dyn Middleware>>, Vec<&'static str>);

/// The layers of credentials that never change.
#[cfg(feature = "fixed")]
fn fixed(
    credentials: Vec<(&'static str, Placement)>,
    mut layers: Vec<Arc<dyn Middleware>>,
    mut schemes: Vec<&'static str>,
) -> Result<Layers, BuildError> {
    for (scheme, placement) in credentials {
        layers.push(Arc::new(FixedAuth::new(scheme, &placement)?));
        schemes.push(scheme);
    }
    Ok((layers, schemes))
}

/// The layers of tokens, which `minting` asks for.
#[cfg(feature = "bearer")]
fn bearer(
    sources: Vec<(&'static str, TokenSource)>,
    mut layers: Vec<Arc<dyn Middleware>>,
    mut schemes: Vec<&'static str>,
    minting: &Client,
) -> Result<Layers, BuildError> {
    for (scheme, source) in sources {
        layers.push(Arc::new(BearerAuth::new(scheme, source, minting.clone())?));
        schemes.push(scheme);
    }
    Ok((layers, schemes))
}

/// The chain of middleware, which ends where a request is handed to the connection.
fn chain(
    http: &reqwest::Client,
    layers: &[Arc<dyn Middleware>],
) -> ClientWithMiddleware {
    let mut layers = layers.to_vec();
    layers.push(Arc::new(Wire));
    ClientWithMiddleware::new(http.clone(), layers)
}

/// The HTTP client: the user's settings first, so that what this crate promises wins.
fn http_client(
    configure: Vec<Configure>,
    user_agent: &str,
    settings: &Settings,
) -> Result<reqwest::Client, BuildError> {
    let start = reqwest::Client::builder().no_proxy();
    configure
        .into_iter()
        .fold(start, |builder, configure| configure(builder))
        .user_agent(user_agent)
        .connect_timeout(settings.connect_timeout)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connection_verbose(false)
        .build()
        .map_err(BuildError::http)
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api", &self.api.name)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
