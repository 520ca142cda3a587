//! Clients for the tests: limits that a busy machine does not reach, and a token of their own.

use std::time::Duration;

use instacart_fulfillment::{Client, ClientBuilder};

use crate::server::Server;

/// The token that [`client`] sends.
pub(crate) const TOKEN: &str = "token-of-its-own";

/// Far more than any test needs.
const AMPLE: Duration = Duration::from_secs(120);

/// A client that has a token, which it cannot renew: a 401 is final.
pub(crate) fn client(server: &Server) -> Client {
    builder(server).bearer_auth(TOKEN).build().unwrap()
}

/// A builder without credentials.
pub(crate) fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(server.url())
        .connect_timeout(AMPLE)
        .timeout(AMPLE)
        // Reading the system's certificates takes longer than all else, and TLS is not used.
        .configure(|http| http.tls_certs_only([]))
}
