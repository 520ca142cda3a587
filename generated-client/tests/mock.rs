//! How a service that uses this crate tests against its mock server.
#![cfg(feature = "mock")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::time::Duration;

use instacart_fulfillment::mock::{Answer, Fault, MockServer};
use instacart_fulfillment::models::{
    CreateOrderRequest, ErrorBody, FindStoresRequest, OrderResponse, OrderStatus,
};
use instacart_fulfillment::operations::authentication::GenerateAccessToken;
use instacart_fulfillment::operations::delivery::{
    CancelOrder, CreateDeliveryOrder, CreateDeliveryOrderError, FindDeliveryStores,
    GetOrder,
};
use instacart_fulfillment::{Client, ClientCredentials, Sent};

fn client(mock: &MockServer) -> Client {
    let credentials =
        ClientCredentials::new("id", "secret").scope("connect:fulfillment");
    Client::builder()
        .base_url(mock.url())
        .client_credentials(credentials)
        .build()
        .unwrap()
}

#[tokio::test]
async fn without_a_handler_the_documents_sample_is_answered() {
    let mock = MockServer::start().await.unwrap();

    let request = FindStoresRequest::new().postal_code("94105");
    let found = client(&mock).delivery().find_delivery_stores(request).await.unwrap();

    assert_eq!(found.stores.as_deref().unwrap().len(), 1);
    assert_eq!(mock.calls::<FindDeliveryStores>(), 1);
    assert_eq!(mock.calls::<GenerateAccessToken>(), 1);
    assert_eq!(mock.problems(), []);
}

#[tokio::test]
async fn a_handler_sees_the_typed_request_and_its_answer_arrives() {
    let mock = MockServer::start().await.unwrap();
    mock.on::<CreateDeliveryOrder, _>(|call| async move {
        let id = format!("{} of {}", call.body.hold_id, call.user_id);
        Ok(OrderResponse::default().id(id).status(OrderStatus::BrandNew))
    });

    let request = CreateOrderRequest::new("hold 1");
    let order =
        client(&mock).delivery().create_delivery_order("a/b", request).await.unwrap();

    assert_eq!(order.id.as_deref(), Some("hold 1 of a/b"));
    assert_eq!(order.status, Some(OrderStatus::BrandNew));
    let calls = mock.calls_of::<CreateDeliveryOrder>();
    assert_eq!(calls[0].user_id, "a/b");
    assert_eq!(calls[0].body.hold_id, "hold 1");
}

#[tokio::test]
async fn a_documented_error_arrives_as_the_operations_own_error() {
    let mock = MockServer::start().await.unwrap();
    mock.on::<CreateDeliveryOrder, _>(|_| async {
        Err(CreateDeliveryOrderError::BadRequest(ErrorBody::default().error("no hold")))
    });

    let request = CreateOrderRequest::new("hold");
    let error =
        client(&mock).delivery().create_delivery_order("u", request).await.unwrap_err();

    match error.api() {
        Some(CreateDeliveryOrderError::BadRequest(body)) => {
            assert_eq!(body.error.as_deref(), Some("no hold"));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn any_answer_can_be_given() {
    let mock = MockServer::start().await.unwrap();
    mock.on::<CancelOrder, _>(|_| async {
        Answer::text(418, "teapot").header("x-request-id", "r1")
    });

    let error = client(&mock).delivery().cancel_order("u", "o").await.unwrap_err();

    assert_eq!(error.status().unwrap(), 418);
    assert_eq!(error.request_id(), Some("r1"));
    assert_eq!(error.body_text().unwrap(), "teapot");
}

#[tokio::test]
async fn faults_are_met_once_each_in_order() {
    let mock = MockServer::start().await.unwrap();
    mock.fail::<CancelOrder>(Fault::status(500));
    mock.fail::<CancelOrder>(Fault::bad_gateway().after(Duration::from_millis(20)));
    let client = client(&mock);

    let first = client.delivery().cancel_order("u", "o").await.unwrap_err();
    let second = client.delivery().cancel_order("u", "o").await.unwrap_err();
    let third = client.delivery().cancel_order("u", "o").await;

    assert_eq!(first.status().unwrap(), 500);
    assert_eq!(second.status().unwrap(), 502);
    assert!(third.is_ok());
    assert_eq!(mock.calls::<CancelOrder>(), 3);
}

#[tokio::test]
async fn an_order_whose_answer_was_lost_is_not_ordered_again() {
    let mock = MockServer::start().await.unwrap();
    mock.fail::<CreateDeliveryOrder>(Fault::lose_answer());

    let request = CreateOrderRequest::new("hold");
    let error =
        client(&mock).delivery().create_delivery_order("u", request).await.unwrap_err();

    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(mock.calls::<CreateDeliveryOrder>(), 1);
}

#[tokio::test]
async fn a_token_that_was_revoked_is_fetched_again() {
    let mock = MockServer::start().await.unwrap();
    mock.fail::<GetOrder>(Fault::unauthorized());

    client(&mock).delivery().get_order("u", "o").await.unwrap();

    assert_eq!(mock.calls::<GetOrder>(), 2);
    assert_eq!(mock.calls::<GenerateAccessToken>(), 2);
}

#[tokio::test]
async fn what_does_not_fit_the_document_is_refused_and_told() {
    let mock = MockServer::start().await.unwrap();
    let url = format!("{}/v2/fulfillment/users/u/orders/delivery", mock.url());

    let request = reqwest::Client::new().post(url).bearer_auth("token");
    let request =
        request.header("content-type", "application/json").body(r#"{"cart":{}}"#);
    let reply = request.send().await.unwrap();

    assert_eq!(reply.status(), 400);
    let problems = mock.problems();
    assert_eq!(problems[0].operation(), Some("createDeliveryOrder"));
    assert!(problems[0].message().contains("`hold_id`"), "{}", problems[0]);
    assert_eq!(mock.received().len(), 1);
}
