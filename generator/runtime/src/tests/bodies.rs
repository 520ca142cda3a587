//! Bodies that are too long or break off.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::runtime::{Client, ClientBuilder, ErrorKind, MismatchKind, Sent};

use super::sample::Probe;

/// Serves a head, and then the same bytes until the client goes away or `times` is reached.
async fn endless(
    head: &'static str,
    bytes: Vec<u8>,
    times: usize,
    then: Duration,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let bytes = bytes.clone();
            tokio::spawn(async move {
                let _ = socket.read(&mut [0; 4096]).await;
                let _ = socket.write_all(head.as_bytes()).await;
                for _ in 0..times {
                    if socket.write_all(&bytes).await.is_err() {
                        return;
                    }
                }
                tokio::time::sleep(then).await;
            });
        }
    });
    format!("http://{address}")
}

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
const OK_LONG: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n";
const BAD: &str = "HTTP/1.1 400 X\r\ncontent-type: application/json\r\n\r\n";
const BAD_LONG: &str =
    "HTTP/1.1 400 X\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n";

async fn call(url: String, with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Failed {
    let client = with(Client::builder().server(url)).build().unwrap();
    let error = Probe::of(&client, |call| call.path("/")).await.unwrap_err();
    assert_eq!(error.request_sent(), Sent::Yes);
    Failed {
        kind: error.kind(),
        status: error.status().unwrap().as_u16(),
        text: error.body_text().unwrap().into_owned(),
        mismatch: error.mismatch(),
        message: error.to_string(),
    }
}

#[derive(Debug)]
struct Failed {
    kind: ErrorKind,
    status: u16,
    text: String,
    mismatch: Option<MismatchKind>,
    message: String,
}

#[tokio::test]
async fn an_endless_success_is_cut_at_its_limit() {
    let url = endless(OK, vec![b' '; 65_536], usize::MAX, Duration::ZERO).await;
    let failed = call(url, |builder| builder).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::BodyTooLarge, 200));
    assert_eq!(
        failed.message,
        "probe: the server answered 200 OK, but the body is over 8388608 bytes"
    );
    assert_eq!(failed.text.len(), 65_536);
}

#[tokio::test]
async fn the_limit_of_a_success_can_be_set_and_is_exact() {
    let body = |bytes: usize| format!("\"{}\"", "x".repeat(bytes - 2)).into_bytes();
    let url = endless(OK, body(100), 1, Duration::ZERO).await;
    let client = Client::builder().server(url.clone()).body_limit(100).build().unwrap();
    Probe::of(&client, |call| call.path("/")).await.unwrap();
    let failed = call(url, |builder| builder.body_limit(99)).await;
    assert_eq!(failed.kind, ErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn an_endless_error_keeps_its_status_and_its_first_64_kib() {
    let url = endless(BAD, vec![b'x'; 10_000], usize::MAX, Duration::ZERO).await;
    let failed = call(url, |builder| builder).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Status, 400));
    assert_eq!(failed.mismatch, Some(MismatchKind::Incomplete));
    assert_eq!(failed.text.len(), 64 * 1024);
}

#[tokio::test]
async fn the_limit_of_an_error_can_be_set() {
    let url = endless(BAD, vec![b'x'; 10_000], usize::MAX, Duration::ZERO).await;
    let failed = call(url, |builder| builder.error_body_limit(10)).await;
    assert_eq!(failed.text, "xxxxxxxxxx");
}

#[tokio::test]
async fn a_success_that_breaks_off_is_a_transport_error_with_its_status() {
    let url = endless(OK_LONG, b"{\"a\":1".to_vec(), 1, Duration::ZERO).await;
    let failed = call(url, |builder| builder).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Transport, 200));
    assert_eq!(failed.text, "{\"a\":1");
}

#[tokio::test]
async fn an_error_that_breaks_off_keeps_its_status() {
    let url = endless(BAD_LONG, b"{\"a\":1".to_vec(), 1, Duration::ZERO).await;
    let failed = call(url, |builder| builder).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Status, 400));
    assert_eq!(failed.text, "{\"a\":1");
    assert!(failed.message.ends_with("the body broke off"), "{}", failed.message);
}

#[tokio::test]
async fn a_body_that_never_ends_in_time_is_a_timeout_with_its_status() {
    let minute = Duration::from_secs(60);
    let short = Duration::from_secs(1);
    let url = endless(OK_LONG, b"{".to_vec(), 1, minute).await;
    let failed = call(url.clone(), |builder| builder.timeout(short)).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Timeout, 200));
    let failed = call(url, |builder| builder.attempt_timeout(short)).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Timeout, 200));
    let url = endless(BAD_LONG, b"{".to_vec(), 1, minute).await;
    let failed = call(url, |builder| builder.timeout(short)).await;
    assert_eq!((failed.kind, failed.status), (ErrorKind::Status, 400));
}
