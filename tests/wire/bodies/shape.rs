//! Bodies of another shape than documented.

use instacart_fulfillment::{ErrorKind, MismatchKind};

use super::{assert_error, create_error};
use crate::client::client;
use crate::server::{Reply, Server};

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
    ];
    for (body, path) in shapes {
        let error = create_error(Reply::json(200, body)).await;
        assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Shape);
        assert!(error.to_string().contains(&format!("`{path}`")), "{error}");
    }
    for body in ["[]", r#""an order""#, "null", "7", "true"] {
        let error = create_error(Reply::json(200, body)).await;
        assert_error(&error, ErrorKind::Decode, 200, MismatchKind::Shape);
        assert!(error.to_string().contains("the body"), "{error}");
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
        Server::always(Reply::json(200, &format!(r#"{{"new":{}}}"#, deep(100_000))))
            .await;
    let outcome = client(&server).delivery().get_order("u", "o").await;
    assert!(outcome.is_ok_and(|order| order.id.is_none()));
    let server = Server::always(Reply::json(200, &deep(100_000))).await;
    let outcome = client(&server).delivery().get_order("u", "o").await;
    assert!(outcome.unwrap_err().is_decode());
}
