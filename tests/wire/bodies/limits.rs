//! Bodies that are larger than the client's limits.

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::{ErrorKind, MismatchKind, Sent};

use super::{assert_error, create_error};
use crate::client::{TOKEN, builder};
use crate::server::{Reply, Server};

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
