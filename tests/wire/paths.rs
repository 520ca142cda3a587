//! Path values: each arrives as the one segment it stands for, or nothing is sent.

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::{Error, ErrorKind, Sent};

use crate::client::client;
use crate::server::{Reply, Server};

/// Checks that a call was refused before anything was sent.
fn assert_unsent<E>(server: &Server, error: &Error<E>) {
    assert_eq!(error.kind(), ErrorKind::Argument);
    assert_eq!(error.request_sent(), Sent::No);
    assert_eq!(error.attempts(), 0);
    assert_eq!(error.status(), None);
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn ids_that_would_name_another_path_send_nothing() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    for bad in ["", ".", ".."] {
        for (user, order) in [(bad, bad), (bad, "order-1"), ("user-1", bad)] {
            let error = delivery.get_order(user, order).await.unwrap_err();
            assert_unsent(&server, &error);
            let error = delivery.cancel_order(user, order).await.unwrap_err();
            assert_unsent(&server, &error);
        }
        let order = CreateOrderRequest::new("hold-1");
        let error = delivery.create_delivery_order(bad, order).await.unwrap_err();
        assert_unsent(&server, &error);
        let last_mile = client(&server).last_mile_delivery();
        let error = last_mile.stage_last_mile_order(bad).await.unwrap_err();
        assert_unsent(&server, &error);
    }
}

#[tokio::test]
async fn the_refusal_of_an_empty_id_names_the_parameter() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let error = client(&server).delivery().get_order("user-1", "").await.unwrap_err();
    assert!(error.to_string().contains("`order_id`"), "{error}");
}

#[tokio::test]
async fn every_other_id_arrives_as_one_encoded_segment() {
    let ids = [
        ("a/b", "a%2Fb"),
        ("/", "%2F"),
        ("../..", "..%2F.."),
        ("..%2f..", "..%252f.."),
        ("a b", "a%20b"),
        (" ", "%20"),
        ("Zürich", "Z%C3%BCrich"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        ("😀", "%F0%9F%98%80"),
        ("%2e", "%252e"),
        ("%2e%2E", "%252e%252E"),
        ("%", "%25"),
        ("...", "..."),
        (".a", ".a"),
        ("a.", "a."),
        ("a?b=c&d", "a%3Fb%3Dc%26d"),
        ("a#b", "a%23b"),
        ("a;b", "a%3Bb"),
        ("a:b@c", "a%3Ab%40c"),
        ("a\\b", "a%5Cb"),
        ("a\r\nHost: x", "a%0D%0AHost%3A%20x"),
        ("a\0b", "a%00b"),
        ("a\tb", "a%09b"),
        ("{order_id}", "%7Border_id%7D"),
        ("-._~", "-._~"),
        ("user+tag@example.com", "user%2Btag%40example.com"),
    ];
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    for (at, (id, segment)) in ids.into_iter().enumerate() {
        delivery.get_order(id, id).await.unwrap();
        let requests = server.requests();
        let line =
            format!("GET /v2/fulfillment/users/{segment}/orders/{segment} HTTP/1.1");
        assert_eq!(requests[at].line(), line, "{id:?}");
        assert_eq!(requests[at].headers().len(), 4);
    }
}

#[tokio::test]
async fn a_long_id_arrives_whole() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let id = "a".repeat(10_000);
    client(&server).delivery().get_order(&id, "o").await.unwrap();
    let target = format!("/v2/fulfillment/users/{id}/orders/o");
    assert_eq!(server.requests()[0].target(), target);
}

#[tokio::test]
async fn ids_are_lent_from_any_form_of_text() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let delivery = client(&server).delivery();
    delivery.get_order(&String::from("u"), &String::from("o")).await.unwrap();
    delivery
        .get_order(&Box::<str>::from("u"), &std::borrow::Cow::from("o"))
        .await
        .unwrap();
    let targets: Vec<_> =
        server.requests().iter().map(|request| request.target().to_owned()).collect();
    assert_eq!(targets, ["/v2/fulfillment/users/u/orders/o"; 2]);
}
