//! Replies that are not as documented: each error says what came, and keeps what it can.

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::CreateDeliveryOrderError;
use instacart_fulfillment::{Error, ErrorKind, MismatchKind, Sent};

use crate::client::{builder, client, TOKEN};
use crate::server::{Reply, Server};

type CreateError = Error<CreateDeliveryOrderError>;

/// The error of an order that is answered with this reply, after one request.
async fn create_error(reply: Reply) -> CreateError {
    let server = Server::always(reply).await;
    let order = CreateOrderRequest::new("hold-1");
    let delivery = client(&server).delivery();
    let error = delivery.create_delivery_order("user-1", order).await.unwrap_err();
    assert_eq!(error.operation(), "createDeliveryOrder");
    assert_eq!(error.attempts(), 1);
    assert_eq!(server.requests().len(), 1);
    error
}

/// Checks kind, status, and how the reply differs; the request had been sent.
fn assert_error(error: &CreateError, kind: ErrorKind, status: u16, how: MismatchKind) {
    assert_eq!(error.kind(), kind, "{error:?}");
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.mismatch(), Some(how), "{error:?}");
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.api(), None);
    assert_eq!(error.is_decode(), status < 300);
    assert_eq!(error.is_status(), status >= 300);
}

#[tokio::test]
async fn the_error_body_that_instacart_really_sends_keeps_status_and_text() {
    let body =
        r#"{"error":{"message":"User not found","code":1001},"meta":{"key":"user_id"}}"#;
    for status in [400, 401] {
        let error = create_error(Reply::json(status, body)).await;
        assert_error(&error, ErrorKind::Status, status, MismatchKind::Shape);
        assert_eq!(error.body_text().unwrap(), body);
        assert_eq!(error.is_auth(), status == 401);
        assert!(error.to_string().contains("`error`"), "{error}");
        assert!(error.into_api().is_err());
    }
}

#[tokio::test]
async fn an_empty_body_keeps_the_status() {
    for status in [400, 401] {
        let error = create_error(Reply::json(status, "")).await;
        assert_error(&error, ErrorKind::Status, status, MismatchKind::Empty);
        assert_eq!(error.body_text().unwrap(), "");
    }
    let error = create_error(Reply::json(200, "")).await;
    assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Empty);
}

#[tokio::test]
async fn html_of_a_proxy_is_called_so() {
    let html = "<html><body>502 Bad Gateway</body></html>";
    let error = create_error(Reply::of(502, "text/html", html)).await;
    assert_error(&error, ErrorKind::Status, 502, MismatchKind::UndeclaredStatus);
    assert_eq!(error.body_text().unwrap(), html);
    let error = create_error(Reply::of(400, "text/html; charset=x", html)).await;
    assert_error(&error, ErrorKind::Status, 400, MismatchKind::ContentType);
    assert!(error.to_string().contains("HTML"), "{error}");
    let error = create_error(Reply::of(200, "text/html", html)).await;
    assert_error(&error, ErrorKind::Decode, 200, MismatchKind::ContentType);
}

#[tokio::test]
async fn another_content_type_is_not_read_as_json() {
    for content_type in ["text/plain", "application/xml", "application/jsonx", "json"] {
        let error = create_error(Reply::of(200, content_type, r#"{"id":"o"}"#)).await;
        assert_error(&error, ErrorKind::Decode, 200, MismatchKind::ContentType);
        assert_eq!(error.body_text().unwrap(), r#"{"id":"o"}"#);
    }
}

#[tokio::test]
async fn truncated_json_is_malformed() {
    let error = create_error(Reply::json(200, r#"{"items":[{"upc":"1"},{"upc""#)).await;
    assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Malformed);
    let error = create_error(Reply::json(400, r#"{"error":"It"#)).await;
    assert_error(&error, ErrorKind::Status, 400, MismatchKind::Malformed);
    assert_eq!(error.body_text().unwrap(), r#"{"error":"It"#);
}

#[tokio::test]
async fn more_than_one_json_text_is_malformed() {
    for body in [r#"{"id":"a"}{"id":"b"}"#, "{} x", "{},", "\u{feff}{}"] {
        let error = create_error(Reply::json(200, body)).await;
        assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Malformed);
    }
}

#[tokio::test]
async fn another_shape_names_the_path() {
    let shapes = [
        (r#"{"items":[{},{"quantity":"2"}]}"#, "items[1].quantity"),
        (r#"{"items":[{"quantity":2.5}]}"#, "items[0].quantity"),
        (r#"{"items":[{"quantity":9223372036854775808}]}"#, "items[0].quantity"),
        (r#"{"items":{}}"#, "items"),
        (r#"{"status":1}"#, "status"),
        (r#"{"store":{"distance":"far"}}"#, "store.distance"),
        (r#"{"created_at":"yesterday"}"#, "created_at"),
        (r#"{"service_option":{"date":"2024-02-30"}}"#, "service_option.date"),
        (r#"{"store":"Market"}"#, "store"),
        ("[]", "."),
        (r#""an order""#, "."),
        ("null", "."),
    ];
    for (body, path) in shapes {
        let error = create_error(Reply::json(200, body)).await;
        assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Shape);
        assert!(error.to_string().contains(&format!("`{path}`")), "{error}");
    }
}

#[tokio::test]
async fn a_property_that_stands_there_twice_is_an_error() {
    let body = r#"{"status":"canceled","id":"o","status":"delivered"}"#;
    let error = create_error(Reply::json(200, body)).await;
    assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Shape);
    assert!(error.to_string().contains("`status`"), "{error}");
}

#[tokio::test]
async fn json_that_is_deeper_than_any_order_is_no_danger() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    // Where a value is expected, the first bracket is already wrong.
    let body = format!(r#"{{"items":{}}}"#, deep(100_000));
    let error = create_error(Reply::json(200, &body)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    // What nobody expects is skipped, however deep it is, or refused; it never overflows.
    let server =
        Server::always(Reply::json(200, &format!(r#"{{"new":{}}}"#, deep(100_000)))).await;
    let outcome = client(&server).delivery().get_order("u", "o").await;
    assert!(outcome.is_ok_and(|order| order.id.is_none()));
    let server = Server::always(Reply::json(200, &deep(100_000))).await;
    let outcome = client(&server).delivery().get_order("u", "o").await;
    assert!(outcome.unwrap_err().is_decode());
}

#[tokio::test]
async fn statuses_that_are_not_declared_are_errors_of_their_own() {
    for status in [402, 403, 404, 408, 409, 418, 429, 500, 503, 504, 599] {
        let error = create_error(Reply::of(status, "text/plain", "No.")).await;
        let how = MismatchKind::UndeclaredStatus;
        assert_error(&error, ErrorKind::Status, status, how);
        assert_eq!(error.body_text().unwrap(), "No.");
    }
    for status in [201, 202, 206, 226, 299] {
        let error = create_error(Reply::json(status, "{}")).await;
        let how = MismatchKind::UndeclaredStatus;
        assert_error(&error, ErrorKind::Decode, status, how);
        assert_eq!(error.body_text().unwrap(), "{}");
    }
}

#[tokio::test]
async fn no_content_is_not_an_order() {
    let error = create_error(Reply::raw("HTTP/1.1 204 No Content\r\n\r\n")).await;
    let how = MismatchKind::UndeclaredStatus;
    assert_error(&error, ErrorKind::Decode, 204, how);
    assert_eq!(error.body_text().unwrap(), "");
}

#[tokio::test]
async fn an_error_keeps_the_headers_that_help_and_no_cookies() {
    let headers = [
        ("content-type", "application/json"),
        ("retry-after", "30"),
        ("X-Request-Id", "request-1"),
        ("set-cookie", "session=1"),
    ];
    let error = create_error(Reply::with_headers(429, &headers, "{}")).await;
    let kept = error.headers().unwrap();
    assert_eq!(kept["retry-after"], "30");
    assert_eq!(kept["content-type"], "application/json");
    assert_eq!(error.request_id(), Some("request-1"));
    assert!(!kept.contains_key("set-cookie"));
}

#[tokio::test]
async fn a_success_over_the_limit_is_an_error_and_one_within_is_not() {
    let body = r#"{"id":"order-1"}"#;
    let server = Server::always(Reply::json(200, body)).await;
    let limited = |limit| {
        let client = builder(&server).bearer_auth(TOKEN).body_limit(limit).build();
        let order = CreateOrderRequest::new("hold-1");
        client.unwrap().delivery().create_delivery_order("user-1", order)
    };
    assert!(limited(16).await.is_ok());
    let error = limited(15).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.body_text().unwrap(), &body[..15]);
}

#[tokio::test]
async fn an_endless_success_ends_at_eight_mebibytes() {
    let head = concat!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
    );
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x1_0000));
    let error = create_error(Reply::raw(head).then_forever(chunk)).await;
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert_eq!(error.status().unwrap(), 200);
    assert!(error.to_string().contains("8388608"), "{error}");
    assert_eq!(error.body_text().unwrap().len(), 65_536);
}

#[tokio::test]
async fn an_endless_error_is_cut_at_64_kibibytes() {
    let head = "HTTP/1.1 400 \r\nContent-Type: application/json\r\n\r\n";
    let reply = Reply::raw(head).then_forever("a".repeat(0x1_0000));
    let error = create_error(reply).await;
    assert_error(&error, ErrorKind::Status, 400, MismatchKind::Incomplete);
    assert_eq!(error.body_text().unwrap().len(), 65_536);
}

#[tokio::test]
async fn an_error_over_the_limit_that_is_set_is_cut_there() {
    let body = r#"{"error":"It was refused","status":400}"#;
    let server = Server::always(Reply::json(400, body)).await;
    let limited = |limit| {
        let client = builder(&server).bearer_auth(TOKEN).error_body_limit(limit);
        let order = CreateOrderRequest::new("hold-1");
        client.build().unwrap().delivery().create_delivery_order("user-1", order)
    };
    assert!(limited(39).await.unwrap_err().api().is_some());
    let error = limited(38).await.unwrap_err();
    assert_error(&error, ErrorKind::Status, 400, MismatchKind::Incomplete);
    assert_eq!(error.body_text().unwrap(), &body[..38]);
}

#[tokio::test]
async fn a_length_of_all_the_memory_there_is_takes_none() {
    let head = concat!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Content-Length: 9223372036854775807\r\n\r\n{",
    );
    let error = create_error(Reply::raw(head).then_close()).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body_text().unwrap(), "{");
}

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
    let server = Server::always(Reply::with_headers(200, &headers, r#"{"id":"o"}"#)).await;
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
    for bytes in ["SSH-2.0-OpenSSH_9.6\r\n", "\0\0\0\0", "HTTP/1.1 abc\r\n\r\n", "\r\n\r\n"] {
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
