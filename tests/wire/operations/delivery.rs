//! The operations of the tag Delivery.

use instacart_fulfillment::models;
use instacart_fulfillment::operations::delivery::GetOrderError;

use crate::client::client;
use crate::sent::{assert_sent_json, assert_sent_nothing_more};
use crate::server::{Reply, Server};

#[tokio::test]
async fn get_order_sends_a_get_without_a_body() {
    let server = Server::always(Reply::json(200, r#"{"id":"order-1"}"#)).await;
    let order = client(&server).delivery().get_order("user-1", "order-1").await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    assert_sent_nothing_more(
        &server,
        "GET /v2/fulfillment/users/user-1/orders/order-1 HTTP/1.1",
    );
}

#[tokio::test]
async fn get_order_answers_404_as_not_found() {
    let server =
        Server::always(Reply::json(404, r#"{"error":"No such order","status":404}"#))
            .await;
    let error = client(&server).delivery().get_order("u", "o").await.unwrap_err();
    let Some(GetOrderError::NotFound(body)) = error.api() else {
        unreachable!("{error:?}")
    };
    assert_eq!(body.error.as_deref(), Some("No such order"));
}

#[tokio::test]
async fn cancel_order_sends_a_post_without_a_body() {
    let server = Server::always(Reply::json(200, r#"{"id":"order-1"}"#)).await;
    client(&server).delivery().cancel_order("user-1", "order-1").await.unwrap();
    assert_sent_nothing_more(
        &server,
        "POST /v2/fulfillment/users/user-1/orders/order-1/cancel HTTP/1.1",
    );
}

#[tokio::test]
async fn find_delivery_stores_sends_where_the_customer_is() {
    let server = Server::always(Reply::json(200, r#"{"stores":[]}"#)).await;
    let body = models::FindStoresRequest::new().postal_code("94105").latitude(37.5);
    let found = client(&server).delivery().find_delivery_stores(body).await.unwrap();
    assert_eq!(found.stores.as_deref(), Some([].as_slice()));
    assert_sent_json(
        &server,
        "POST /v2/fulfillment/stores/delivery HTTP/1.1",
        "FindStoresRequest",
        r#"{"postal_code":"94105","latitude":37.5}"#,
    );
}
