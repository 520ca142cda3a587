//! A call over real TLS, with a certificate of the test's own.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::runtime::{Client, Sent};

use super::sample::Probe;

/// Serves one answer over TLS, and returns the certificate to trust.
async fn secured() -> (String, reqwest::Certificate) {
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
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
    Probe::new(&builder.build().unwrap(), |call| call.path("/")).await.unwrap();
}

#[tokio::test]
async fn a_server_whose_certificate_is_not_trusted_gets_nothing() {
    let (url, _) = secured().await;
    let client = Client::builder().server(url).build().unwrap();
    let error = Probe::new(&client, |call| call.path("/canary")).await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.request_sent(), Sent::No);
    assert!(!format!("{error:?}").contains("canary"));
}
