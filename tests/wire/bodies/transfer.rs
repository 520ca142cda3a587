//! Replies whose transfer goes wrong: encodings, lengths, and what is not HTTP.

use instacart_fulfillment::{ErrorKind, Sent};

use super::create_error;
use crate::client::client;
use crate::server::{Reply, Server};

/// `{"id":"o"}` in gzip, without compression (RFC 1951, 3.2.4).
const GZIP: &[u8] = &[
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 10, 0, 0xf5, 0xff, b'{', b'"', b'i', b'd',
    b'"', b':', b'"', b'o', b'"', b'}', 0x0f, 0xf1, 0xae, 0x8d, 10, 0, 0, 0,
];

#[tokio::test]
async fn a_compressed_body_that_nobody_asked_for_is_an_error() {
    let headers = [("content-type", "application/json"), ("content-encoding", "gzip")];
    let error = create_error(Reply::with_headers(200, &headers, GZIP)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    let error = create_error(Reply::with_headers(400, &headers, GZIP)).await;
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().unwrap(), 400);
}

#[tokio::test]
async fn a_plain_body_that_says_it_is_compressed_is_no_danger() {
    let headers = [("content-type", "application/json"), ("content-encoding", "gzip")];
    let server =
        Server::always(Reply::with_headers(200, &headers, r#"{"id":"o"}"#)).await;
    let outcome = client(&server).delivery().get_order("u", "o").await;
    match outcome {
        Ok(order) => assert_eq!(order.id.as_deref(), Some("o")),
        Err(error) => assert_eq!(error.status().unwrap(), 200),
    }
    assert_eq!(server.requests()[0].header("accept-encoding"), None);
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_an_error_whose_text_can_be_shown() {
    let headers = [("content-type", "application/json")];
    let error =
        create_error(Reply::with_headers(200, &headers, b"{\"id\":\"\xff\"}")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body_text().unwrap(), "{\"id\":\"\u{fffd}\"}");
}

#[tokio::test]
async fn what_is_not_http_is_an_error() {
    for bytes in
        ["SSH-2.0-OpenSSH_9.6\r\n", "\0\0\0\0", "HTTP/1.1 abc\r\n\r\n", "\r\n\r\n"]
    {
        let error = create_error(Reply::raw(bytes).then_close()).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{bytes:?} {error:?}");
        assert_eq!(error.request_sent(), Sent::Maybe);
        assert_eq!(error.status(), None);
    }
}

#[tokio::test]
async fn a_head_without_end_is_an_error() {
    let reply = Reply::raw("HTTP/1.1 200 OK\r\n").then_forever("X-Header: 1\r\n");
    let error = create_error(reply).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_sent(), Sent::Maybe);
}

#[tokio::test]
async fn a_reply_that_is_cut_off_anywhere_is_never_a_success() {
    let whole = concat!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Content-Length: 32\r\n\r\n",
        r#"{"id":"order-1","status":"picki"#,
    );
    for length in 0..whole.len() {
        let error = create_error(Reply::raw(&whole[..length]).then_close()).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{length} {error:?}");
    }
}
