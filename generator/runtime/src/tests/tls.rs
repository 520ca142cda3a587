//! A call over real TLS, with a certificate of the test's own.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

use crate::runtime::{Client, Sent};

use super::sample::Probe;

/// Serves one answer over TLS, and returns the certificate to trust.
async fn secured() -> (String, reqwest::Certificate) {
    secured_for(None).await
}

/// Serves one answer over TLS to whom one of these authorities knows, or to anybody.
async fn secured_for(
    authorities: Option<RootCertStore>,
) -> (String, reqwest::Certificate) {
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = match authorities {
        Some(authorities) => {
            let verifier = WebPkiClientVerifier::builder(Arc::new(authorities));
            ServerConfig::builder().with_client_cert_verifier(verifier.build().unwrap())
        }
        None => ServerConfig::builder().with_no_client_auth(),
    };
    let config = config.with_single_cert(vec![cert.der().clone()], key).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let Ok(mut socket) = acceptor.accept(socket).await else { continue };
            let _ = socket.read(&mut [0; 4096]).await;
            let answer = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\
                          content-length: 2\r\nconnection: close\r\n\r\n{}";
            let _ = socket.write_all(answer.as_bytes()).await;
            let _ = socket.shutdown().await;
        }
    });
    let trusted = reqwest::Certificate::from_der(cert.der()).unwrap();
    (format!("https://localhost:{port}"), trusted)
}

#[tokio::test]
async fn a_server_whose_certificate_is_trusted_is_called() {
    let (url, trusted) = secured().await;
    let builder = Client::builder().server(url);
    let builder = builder.configure(move |http| http.tls_certs_merge([trusted]));
    Probe::of(&builder.build().unwrap(), |call| call.path("/")).await.unwrap();
}

#[tokio::test]
async fn a_server_whose_certificate_is_not_trusted_gets_nothing() {
    let (url, _) = secured().await;
    let client = Client::builder().server(url).build().unwrap();
    let error = Probe::of(&client, |call| call.path("/canary")).await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.request_sent(), Sent::No);
    assert!(!format!("{error:?}").contains("canary"));
}

/// An authority, and the certificate and key that it gave to a client.
fn known_client() -> (RootCertStore, String) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::default();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).unwrap();
    let issuer = rcgen::Issuer::new(params, key);
    let key = rcgen::KeyPair::generate().unwrap();
    let own = rcgen::CertificateParams::new(["client".to_owned()]).unwrap();
    let own = own.signed_by(&key, &issuer).unwrap();
    let mut authorities = RootCertStore::empty();
    authorities.add(authority.der().clone()).unwrap();
    (authorities, own.pem() + &key.serialize_pem())
}

#[tokio::test]
async fn a_server_that_asks_for_a_certificate_gets_it() {
    let (authorities, pem) = known_client();
    let (url, trusted) = secured_for(Some(authorities)).await;
    let builder = || {
        let trusted = trusted.clone();
        let builder = Client::builder().server(url.clone());
        builder.configure(move |http| http.tls_certs_merge([trusted]))
    };
    let client = builder().client_certificate("mutual", pem).build().unwrap();
    Probe::of(&client, |call| call.path("/")).await.unwrap();
    let stranger = builder().build().unwrap();
    Probe::of(&stranger, |call| call.path("/")).await.unwrap_err();
}

#[test]
fn a_certificate_that_is_none_is_an_error_that_does_not_show_it() {
    let builder = Client::builder().server("https://localhost");
    let error = builder.client_certificate("mutual", "canary").build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the certificate for mutual is not the PEM text of one and its key"
    );
    assert!(!format!("{error:?}").contains("canary"));
}
