//! Errors of the server: what is kept when the body is not the documented one.

use instacart_fulfillment::{ErrorKind, MismatchKind};

use super::{assert_error, create_error};
use crate::server::Reply;

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
