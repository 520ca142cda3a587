//! TLS: a certificate the client was told to trust, and others.

use std::sync::Arc;

use instacart_fulfillment::{Client, ClientBuilder, ClientCredentials, ErrorKind, Sent};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use reqwest::Certificate;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::server::{Reply, Request, Server, serve};

/// An authority of the test's own, in DER, and a server whose certificate it signed for `name`.
async fn https(name: &str) -> (Certificate, Server) {
    let authority_key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let root = authority.self_signed(&authority_key).unwrap();
    let issuer = Issuer::new(authority, authority_key);
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new([name.to_owned()]).unwrap();
    let leaf = leaf.signed_by(&key, &issuer).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let server = Server::connected(move |stream, log| {
        let acceptor = acceptor.clone();
        async move {
            if let Ok(mut stream) = acceptor.accept(stream).await {
                serve(&mut stream, &log, &answer).await;
            }
        }
    })
    .await;
    (Certificate::from_der(root.der()).unwrap(), server)
}

fn answer(request: &Request) -> Reply {
    match request.target() {
        "/v2/oauth/token" => Reply::json(200, r#"{"access_token":"token-over-tls"}"#),
        _ => Reply::json(200, r#"{"id":"order-1"}"#),
    }
}

/// A builder for the server by the address that its certificate may name.
fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .base_url(format!("https://{}", server.host()))
        .client_credentials(ClientCredentials::new("id-1", "secret-1"))
}

#[tokio::test]
async fn a_certificate_that_the_client_was_told_to_trust_is_trusted() {
    let (root, server) = https("127.0.0.1").await;
    let client = builder(&server).configure(|http| http.add_root_certificate(root));
    let client = client.build().unwrap();
    let order = client.delivery().get_order("user-1", "order-1").await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let requests = server.requests();
    assert_eq!(requests[0].line(), "POST /v2/oauth/token HTTP/1.1");
    assert_eq!(requests[1].header("authorization"), Some("Bearer token-over-tls"));
    assert_eq!(requests[1].header("host"), Some(server.host().as_str()));
}

/// Checks that a client is not sent to a server, neither its call nor its credentials.
async fn assert_untrusted(client: ClientBuilder, server: &Server) {
    let error = client
        .bearer_auth("token-of-its-own")
        .build()
        .unwrap()
        .delivery()
        .cancel_order("user-1", "order-1")
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.request_sent(), Sent::No);
    assert_eq!(server.requests().len(), 0);
    assert!(server.connections() > 0, "it was tried");
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_an_error() {
    let (_, server) = https("127.0.0.1").await;
    let client = Client::builder().base_url(format!("https://{}", server.host()));
    assert_untrusted(client, &server).await;
}

#[tokio::test]
async fn a_certificate_for_another_name_is_an_error() {
    let (root, server) = https("orders.test").await;
    let client = Client::builder()
        .base_url(format!("https://{}", server.host()))
        .configure(|http| http.add_root_certificate(root));
    assert_untrusted(client, &server).await;
}

#[tokio::test]
async fn credentials_are_not_sent_to_a_server_that_is_not_trusted() {
    let (_, server) = https("127.0.0.1").await;
    let client = builder(&server).build().unwrap();
    let error = client.delivery().get_order("user-1", "order-1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    assert_eq!(error.request_sent(), Sent::No);
    assert_eq!(server.requests().len(), 0);
}
