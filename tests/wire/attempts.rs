//! How often a call is sent: what may have taken effect is never sent again.

use instacart_fulfillment::models::{
    CreateOrderRequest, GrantType, PreviewServiceOptionsRequest, ReserveTimeSlotRequest,
    TokenRequest,
};
use instacart_fulfillment::{Client, ErrorKind, Sent};

use crate::client::client;
use crate::server::{Reply, Server};

/// Each way to fail after the request was sent, with what the error must say.
fn failures() -> Vec<(Reply, ErrorKind, Sent)> {
    let status = |code| Reply::of(code, "text/plain", "Later.");
    let asked = [("retry-after", "0"), ("content-type", "text/plain")];
    vec![
        (status(500), ErrorKind::Status, Sent::Yes),
        (status(502), ErrorKind::Status, Sent::Yes),
        (status(504), ErrorKind::Status, Sent::Yes),
        (status(408), ErrorKind::Status, Sent::Yes),
        (Reply::with_headers(429, &asked, ""), ErrorKind::Status, Sent::Yes),
        (Reply::with_headers(503, &asked, ""), ErrorKind::Status, Sent::Yes),
        (Reply::nothing().then_reset(), ErrorKind::Transport, Sent::Maybe),
        (Reply::nothing().then_close(), ErrorKind::Transport, Sent::Maybe),
    ]
}

/// Makes the call once for each failure, and checks that it was sent once.
macro_rules! assert_sent_once {
    ($call:expr) => {
        for (reply, kind, sent) in failures() {
            let server = Server::always(reply).await;
            let error = $call(&client(&server)).await.unwrap_err();
            assert_eq!(error.kind(), kind, "{error:?}");
            assert_eq!(error.request_sent(), sent);
            assert_eq!(error.attempts(), 1);
            assert_eq!(server.requests().len(), 1, "{error:?}");
        }
    };
}

#[tokio::test]
async fn creating_an_order_is_sent_once_whatever_happens() {
    let order = || CreateOrderRequest::new("hold-1");
    assert_sent_once!(|client: &Client| {
        client.delivery().create_delivery_order("user-1", order())
    });
    assert_sent_once!(|client: &Client| {
        client.pickup().create_pickup_order("user-1", order())
    });
    assert_sent_once!(|client: &Client| {
        client.last_mile_delivery().create_last_mile_order("user-1", order())
    });
}

#[tokio::test]
async fn reserving_is_sent_once_whatever_happens() {
    assert_sent_once!(|client: &Client| {
        let slot = ReserveTimeSlotRequest::new("slot-1");
        client.delivery().reserve_delivery_time_slot("user-1", slot)
    });
    assert_sent_once!(|client: &Client| {
        let place = PreviewServiceOptionsRequest::new();
        client.last_mile_delivery().preview_last_mile_service_options("user-1", place)
    });
}

#[tokio::test]
async fn changing_an_order_is_sent_once_whatever_happens() {
    assert_sent_once!(|client: &Client| {
        client.delivery().cancel_order("user-1", "order-1")
    });
    assert_sent_once!(|client: &Client| {
        client.last_mile_delivery().stage_last_mile_order("order-1")
    });
}

#[tokio::test]
async fn asking_for_a_token_is_sent_once_whatever_happens() {
    assert_sent_once!(|client: &Client| {
        let grant = GrantType::ClientCredentials;
        let request = TokenRequest::new(grant, "id", "secret", "scope");
        client.authentication().generate_access_token(request)
    });
}

#[tokio::test]
async fn a_client_that_is_set_up_to_retry_does_not() {
    let server = Server::always(Reply::of(500, "text/plain", "Later.")).await;
    let client = crate::client::builder(&server)
        .bearer_auth("token")
        .configure(|http| {
            let always =
                reqwest::retry::for_host("127.0.0.1").classify_fn(
                    |attempt| match attempt.status() {
                        Some(status) if status.is_server_error() => attempt.retryable(),
                        _ => attempt.success(),
                    },
                );
            http.retry(always)
        })
        .build()
        .unwrap();
    let order = CreateOrderRequest::new("hold-1");
    let call = client.delivery().create_delivery_order("user-1", order);
    assert_eq!(call.await.unwrap_err().attempts(), 1);
    assert_eq!(server.requests().len(), 1);
}
