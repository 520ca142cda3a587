//! What cannot be sent is refused before it is.

use instacart_fulfillment::models::{CreateOrderRequest, FindStoresRequest};
use instacart_fulfillment::{ErrorKind, Sent};

use crate::client::{TOKEN, builder, client};
use crate::server::{Reply, Server};

#[tokio::test]
async fn a_coordinate_that_is_no_number_sends_nothing() {
    let server = Server::always(Reply::json(200, "{}")).await;
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let body = FindStoresRequest::new().latitude(bad).longitude(1.0);
        let delivery = client(&server).delivery();
        let error = delivery.find_delivery_stores(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Argument);
        assert_eq!(error.request_sent(), Sent::No);
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn numbers_are_sent_as_they_are() {
    let numbers = [
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e-7, "1e-7"),
        (37.793_712_345_678_9, "37.7937123456789"),
        (f64::MAX, "1.7976931348623157e308"),
        (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
    ];
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    for (at, (number, text)) in numbers.into_iter().enumerate() {
        let body = FindStoresRequest::new().latitude(number);
        delivery.find_delivery_stores(body).await.unwrap();
        let sent = server.requests()[at].text().to_owned();
        let exact = format!(r#"{{"latitude":{text}}}"#);
        let value: serde_json::Value = serde_json::from_str(&sent).unwrap();
        assert_eq!(value["latitude"].as_f64().map(f64::to_bits), Some(number.to_bits()));
        assert_eq!(sent.replace("e+", "e"), exact);
    }
}

#[tokio::test]
async fn a_missing_credential_is_an_error_before_the_wire() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let client = builder(&server).build().unwrap();
    let error = client.delivery().get_order("u", "o").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredentials);
    assert!(error.is_auth());
    assert_eq!(error.request_sent(), Sent::No);
    assert!(error.to_string().contains("bearerAuth"), "{error}");
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_token_that_no_header_can_hold_builds_no_client() {
    let server = Server::always(Reply::json(200, "{}")).await;
    for bad in ["a\r\nX-Injected: 1", "a\nb", "a\0b", ""] {
        let error = builder(&server).bearer_auth(bad).build().unwrap_err();
        assert!(error.to_string().contains("bearerAuth"), "{error}");
    }
}

#[tokio::test]
async fn a_user_agent_of_its_own_is_sent() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let client = builder(&server).bearer_auth(TOKEN).user_agent("shop/7 (orders)");
    client.build().unwrap().delivery().get_order("u", "o").await.unwrap();
    assert_eq!(server.requests()[0].header("user-agent"), Some("shop/7 (orders)"));
}

#[tokio::test]
async fn a_user_agent_with_a_line_end_builds_no_client() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let client = builder(&server).bearer_auth(TOKEN).user_agent("a\r\nX-Injected: 1");
    assert!(client.build().is_err());
}

#[tokio::test]
async fn texts_arrive_in_the_body_as_they_are() {
    let texts = ["", "\"\\/", "\u{0}\u{1f}\u{7f}", "\u{2028}</script>", "é\u{301}😀"];
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    for (at, text) in texts.into_iter().enumerate() {
        let order = CreateOrderRequest::new(text);
        delivery.create_delivery_order("u", order).await.unwrap();
        let sent: serde_json::Value =
            serde_json::from_slice(&server.requests()[at].body).unwrap();
        assert_eq!(sent, serde_json::json!({ "hold_id": text }));
    }
}

#[tokio::test]
async fn a_large_body_arrives_whole() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let order =
        CreateOrderRequest::new("h").delivery_instructions("x".repeat(4_000_000));
    client(&server).delivery().create_delivery_order("u", order).await.unwrap();
    assert_eq!(server.requests()[0].body.len(), 4_000_000 + 42);
}

#[tokio::test]
async fn a_request_that_is_not_awaited_sends_nothing() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let request = client(&server).delivery().get_order("u", "o");
    drop(request.into_future());
    crate::time::settle().await;
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn sending_and_awaiting_are_the_same() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    delivery.get_order("u", "o").send().await.unwrap();
    delivery.get_order("u", "o").await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].head, requests[1].head);
}
