//! Replies that are not as documented: each says what it is, and keeps status and text.

use crate::runtime::{Client, Error, ErrorKind, MismatchKind, Sent};

use super::sample::{CreateOrderError, Order, OrderStatus};
use super::server::{TestServer, answer, json};

const JSON: &str = "content-type: application/json\r\n";
const HTML: &str = "content-type: text/html; charset=utf-8\r\n";

/// The error of a call that is answered so.
async fn error(bytes: Vec<u8>) -> Error<CreateOrderError> {
    let server = TestServer::always(bytes).await;
    let client =
        Client::builder().server(server.url()).bearer_auth("t-1").build().unwrap();
    let error =
        client.orders().create_order("user-7", Order::default()).await.unwrap_err();
    assert_eq!((error.request_sent(), error.attempts()), (Sent::Yes, 1));
    assert_eq!(error.operation(), "createOrder");
    error
}

#[tokio::test]
async fn a_documented_error_is_typed() {
    let error = error(json(400, r#"{"error":"bad","status":400}"#)).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_status() && !error.is_decode() && !error.is_auth());
    assert_eq!(error.to_string(), "createOrder: the server answered 400 Bad Request");
    assert_eq!(error.mismatch(), None);
    let Ok(CreateOrderError::BadRequest(body)) = error.into_api() else {
        panic!("typed")
    };
    assert_eq!(body.error.as_deref(), Some("bad"));
}

#[tokio::test]
async fn an_error_of_another_shape_keeps_status_and_text() {
    let text =
        r#"{"error":{"message":"User not found","code":1001},"meta":{"key":"user_id"}}"#;
    let error = error(json(400, text)).await;
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.body_text().unwrap(), text);
    assert!(error.api().is_none());
    assert_eq!(error.mismatch(), Some(MismatchKind::Shape));
    assert_eq!(
        error.to_string(),
        "createOrder: the server answered 400 Bad Request, but the value at `error` is not as \
         documented: found map, expected a string"
    );
    assert!(error.into_api().is_err());
}

#[tokio::test]
async fn each_unexpected_reply_says_what_it_is() {
    let cases = [
        (
            json(404, "{}"),
            ErrorKind::Status,
            "404 Not Found, but the document does not declare this status",
        ),
        (
            json(202, "{}"),
            ErrorKind::Decode,
            "202 Accepted, but the document does not declare this status",
        ),
        (answer(200, JSON, ""), ErrorKind::Decode, "200 OK, but the body is empty"),
        (
            answer(401, "", ""),
            ErrorKind::Status,
            "401 Unauthorized, but the body is empty",
        ),
        (
            answer(200, HTML, "<h1>"),
            ErrorKind::Decode,
            "200 OK, but the body is HTML in place of JSON, most likely a proxy's",
        ),
        (
            answer(400, HTML, "<h1>"),
            ErrorKind::Status,
            "400 Bad Request, but the body is HTML in place of JSON, most likely a proxy's",
        ),
        (
            answer(200, "content-type: text/csv\r\n", "a"),
            ErrorKind::Decode,
            "200 OK, but the body is text/csv in place of JSON",
        ),
        (
            json(200, r#"{"id":"#),
            ErrorKind::Decode,
            "200 OK, but the JSON breaks off (line 1, column 6)",
        ),
        (
            json(200, r#"{"id" "#),
            ErrorKind::Decode,
            "200 OK, but the JSON breaks off (line 1, column 6)",
        ),
        (
            json(200, "no json"),
            ErrorKind::Decode,
            "200 OK, but the body is not JSON (line 1, column 2)",
        ),
        (
            json(200, "{} {}"),
            ErrorKind::Decode,
            "200 OK, but the body is not JSON (line 1, column 4)",
        ),
    ];
    for (bytes, kind, expected) in cases {
        says(bytes, kind, expected).await;
    }
}

#[tokio::test]
async fn a_reply_of_another_shape_says_where_it_differs() {
    let cases = [
        (
            json(200, r#"{"id":"a","id":"b"}"#),
            ErrorKind::Decode,
            "200 OK, but the value at `id` is not as documented: duplicate field `id`",
        ),
        (
            json(200, "[]"),
            ErrorKind::Decode,
            "200 OK, but the body is not as documented: found sequence, expected an object (Order)",
        ),
        (
            json(
                200,
                r#"{"items":[{"hold_id":"a"},{"hold_id":"b"},{"hold_id":"c"},{"hold_id":7}]}"#,
            ),
            ErrorKind::Decode,
            "200 OK, but the value at `items[3].hold_id` is not as documented: found integer, expected a string",
        ),
        (
            json(200, r#"{"items":[{"hold_id":"a"},{"note":"b"}]}"#),
            ErrorKind::Decode,
            "200 OK, but the value at `items[1]` is not as documented: missing field `hold_id`",
        ),
        (
            json(200, r#"{"items":[{"hold_id":"a","quantity":1.0},{"quantity":2}]}"#),
            ErrorKind::Decode,
            "200 OK, but the value at `items[1]` is not as documented: missing field `hold_id`",
        ),
        (
            json(200, r#"{"items":[{"hold_id":"a","quantity":1.5}]}"#),
            ErrorKind::Decode,
            "200 OK, but the value at `items[0].quantity` is not as documented: found number, expected i64",
        ),
        (
            json(200, r#"{"items":[{"hold_id":"a","quantity":12345678901234567890}]}"#),
            ErrorKind::Decode,
            "200 OK, but the value at `items[0].quantity` is not as documented: found integer, expected i64",
        ),
    ];
    for (bytes, kind, expected) in cases {
        says(bytes, kind, expected).await;
    }
}

async fn says(bytes: Vec<u8>, kind: ErrorKind, expected: &str) {
    let error = error(bytes).await;
    assert_eq!(
        error.to_string(),
        format!("createOrder: the server answered {expected}")
    );
    assert_eq!(error.kind(), kind, "{expected}");
    assert_eq!(error.is_decode(), kind == ErrorKind::Decode);
    assert!(error.status().is_some() && error.body_text().is_some());
}

#[tokio::test]
async fn a_decode_error_names_its_place_wherever_it_stands() {
    let cases = [
        (r#"{"items":[ {"hold_id":"a"} , {"quantity" : "b"}]}"#, "items[1].quantity"),
        (
            "{\n \"items\": [\n {\"hold_id\": \"a\\\"]\", \"quantity\":\n 1.5}]}",
            "items[0].quantity",
        ),
        (r#"{"id":"a","items":{"a":1}}"#, "items"),
        (r#"{"items":[[]]}"#, "items[0]"),
        (r#"{"price":true}"#, "price"),
        (r#"{"skipped":{"items":[1,{"a":[]}]},"price":{}}"#, "price"),
    ];
    for (text, place) in cases {
        let error = error(json(200, text)).await.to_string();
        assert!(
            error.contains(&format!("the value at `{place}` is not")),
            "{text}: {error}"
        );
    }
}

#[tokio::test]
async fn a_name_that_may_be_data_is_not_shown() {
    let map = r#"{"a@canary.example":{"x":1},"b c":1}"#;
    let server = TestServer::always(json(200, map)).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let error = super::sample::Balances::of(&client).await.unwrap_err().to_string();
    assert!(error.contains("the value at `*` is not"), "{error}");
    assert!(!error.contains("canary"), "{error}");
}

#[tokio::test]
async fn a_status_of_401_with_an_empty_body_is_kept() {
    let error = error(answer(401, "", "")).await;
    assert_eq!(error.status().unwrap(), 401);
    assert!(error.is_auth());
    assert_eq!(error.body_text().unwrap(), "");
}

#[tokio::test]
async fn an_error_keeps_helpful_headers_and_no_others() {
    let headers = "retry-after: 30\r\nx-request-id: r-1\r\nset-cookie: session=canary\r\n\
                   x-ratelimit-remaining: 0\r\nlocation: https://canary.example\r\n";
    let error = error(answer(503, headers, "busy")).await;
    let kept = error.headers().unwrap();
    assert_eq!(kept["retry-after"], "30");
    assert_eq!(kept["x-ratelimit-remaining"], "0");
    assert_eq!(error.request_id(), Some("r-1"));
    assert!(kept.get("set-cookie").is_none() && kept.get("location").is_none());
    assert_eq!(error.body_text().unwrap(), "busy");
}

#[tokio::test]
async fn an_error_that_is_logged_shows_neither_the_body_nor_the_path() {
    let error = error(json(400, r#"{"error":{"message":"canary"}}"#)).await;
    for text in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
        assert!(!text.contains("canary") && !text.contains("user-7"), "{text}");
    }
    let error = super::replies::error(json(400, r#"{"error":"canary"}"#)).await;
    assert!(error.api().is_some());
    for text in [format!("{error}"), format!("{error:?}")] {
        assert!(!text.contains("canary") && !text.contains("user-7"), "{text}");
    }
}

#[tokio::test]
async fn a_success_keeps_status_headers_and_request_id() {
    let headers = "content-type: application/json\r\nx-request-id: r-2\r\n";
    let server = TestServer::always(answer(200, headers, r#"[{"status":"new"}]"#)).await;
    let client =
        Client::builder().server(server.url()).bearer_auth("t-1").build().unwrap();
    let orders =
        client.orders().list_orders(OrderStatus::Pending).limit(3).await.unwrap();
    assert_eq!(orders.status(), 200);
    assert_eq!(orders.request_id(), Some("r-2"));
    assert_eq!(orders[0].status.as_ref().unwrap().as_str(), "new");
    assert_eq!(orders.into_inner().len(), 1);
    let request = server.received().remove(0);
    assert_eq!(request.line, "GET /orders?state=pending&limit=3");
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("user-agent"), Some("clientwright-runtime/0.1.0"));
}

#[tokio::test]
async fn json_of_other_names_is_json() {
    for media in
        ["application/json; charset=utf-8", "application/problem+json", "Text/JSON"]
    {
        let headers = format!("content-type: {media}\r\n");
        let error = error(answer(400, &headers, r#"{"error":"bad"}"#)).await;
        assert!(error.api().is_some(), "{media}");
    }
}
