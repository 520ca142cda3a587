//! The operations of the tag Pickup.

use instacart_fulfillment::models::{
    CreateOrderRequest, FindStoresRequest, FulfillmentType, PreviewServiceOptionsRequest,
};
use instacart_fulfillment::operations::pickup as operations;
use instacart_fulfillment::{Client, Request};

use super::{assert_refusals, assert_undeclared};
use crate::client::client;
use crate::sent::assert_sent_json;
use crate::server::{Reply, Server};

fn find(client: &Client) -> Request<operations::FindPickupStores> {
    let body = FindStoresRequest::new().postal_code("94105");
    client.pickup().find_pickup_stores(body)
}

#[tokio::test]
async fn find_pickup_stores_sends_where_the_customer_is() {
    let reply = r#"{"stores":[{"name":"Market","distance":0.25}]}"#;
    let server = Server::always(Reply::json(200, reply)).await;
    let found = find(&client(&server)).await.unwrap();
    let store = &found.stores.as_ref().unwrap()[0];
    assert_eq!(store.name.as_deref(), Some("Market"));
    assert_eq!(store.distance, Some(0.25));
    let line = "POST /v2/fulfillment/stores/pickup HTTP/1.1";
    let body = r#"{"postal_code":"94105"}"#;
    assert_sent_json(&server, line, "FindStoresRequest", body);
}

#[tokio::test]
async fn find_pickup_stores_has_errors_for_400_and_401() {
    use operations::FindPickupStoresError::{BadRequest, Unauthorized};
    assert_refusals!(find, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(find, 404, 418);
}

fn preview(client: &Client) -> Request<operations::PreviewPickupTimeSlots> {
    let body = PreviewServiceOptionsRequest::new().store_id("s-1");
    client.pickup().preview_pickup_time_slots("user-1", body)
}

#[tokio::test]
async fn preview_pickup_time_slots_sends_the_store() {
    let reply = r#"{"service_options":[{"fulfillment_type":"pickup"}]}"#;
    let server = Server::always(Reply::json(200, reply)).await;
    let slots = preview(&client(&server)).await.unwrap();
    let slot = &slots.service_options.as_ref().unwrap()[0];
    assert_eq!(slot.fulfillment_type, Some(FulfillmentType::Pickup));
    let line = "POST /v2/fulfillment/users/user-1/service_options/pickup HTTP/1.1";
    let body = r#"{"store_id":"s-1"}"#;
    assert_sent_json(&server, line, "PreviewServiceOptionsRequest", body);
}

#[tokio::test]
async fn preview_pickup_time_slots_has_errors_for_400_and_401() {
    use operations::PreviewPickupTimeSlotsError::{BadRequest, Unauthorized};
    assert_refusals!(preview, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(preview, 404, 418);
}

fn create(client: &Client) -> Request<operations::CreatePickupOrder> {
    client.pickup().create_pickup_order("user-1", CreateOrderRequest::new("hold-1"))
}

#[tokio::test]
async fn create_pickup_order_sends_only_what_is_set() {
    let server = Server::always(Reply::json(200, r#"{"id":"order-1"}"#)).await;
    let order = create(&client(&server)).await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let line = "POST /v2/fulfillment/users/user-1/orders/pickup HTTP/1.1";
    let body = r#"{"hold_id":"hold-1"}"#;
    assert_sent_json(&server, line, "CreateOrderRequest", body);
}

#[tokio::test]
async fn create_pickup_order_has_errors_for_400_and_401() {
    use operations::CreatePickupOrderError::{BadRequest, Unauthorized};
    assert_refusals!(create, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(create, 404, 418, 500);
}
