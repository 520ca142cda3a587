//! A client's own certificate, by which a server knows it (`mutualTLS`; RFC 8446, 4.4.2).

use crate::runtime::{ClientBuilder, Secret};

use super::fixed::Placement;

impl ClientBuilder {
    /// A certificate of the client's own: the PEM text of its chain and of its private key
    /// (PKCS #8). An empty text where something else brings it: [`configure`](Self::configure), or
    /// a proxy on the same machine.
    pub fn client_certificate(
        self,
        scheme: &'static str,
        pem: impl Into<Secret>,
    ) -> Self {
        let pem = pem.into();
        if pem.expose().is_empty() {
            return self.fixed(scheme, Placement::Connection(Ok(())));
        }
        identified(self, scheme, &pem)
    }
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn identified(
    builder: ClientBuilder,
    scheme: &'static str,
    pem: &Secret,
) -> ClientBuilder {
    let pem = pem.expose().as_bytes();
    #[cfg(feature = "rustls")]
    let identity = reqwest::Identity::from_pem(pem);
    #[cfg(not(feature = "rustls"))]
    let identity = reqwest::Identity::from_pkcs8_pem(pem, pem);
    match identity {
        Ok(identity) => builder
            .configure(|http| http.identity(identity))
            .fixed(scheme, Placement::Connection(Ok(()))),
        // The error's own text may quote the key.
        Err(_) => refused(builder, scheme, "is not the PEM text of one and its key"),
    }
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn identified(
    builder: ClientBuilder,
    scheme: &'static str,
    _: &Secret,
) -> ClientBuilder {
    refused(builder, scheme, "needs the feature rustls or native-tls")
}

fn refused(
    builder: ClientBuilder,
    scheme: &'static str,
    problem: &'static str,
) -> ClientBuilder {
    builder.fixed(scheme, Placement::Connection(Err(problem)))
}
