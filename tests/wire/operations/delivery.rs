//! The operations of the tag Delivery.

use instacart_fulfillment::models::{
    Address, Cart, CartItem, CreateOrderRequest, FindStoresRequest, OrderStatus,
    PreviewServiceOptionsRequest, ReserveTimeSlotRequest,
};
use instacart_fulfillment::operations::delivery as operations;
use instacart_fulfillment::{Client, Request};

use super::{assert_refusals, assert_undeclared};
use crate::client::client;
use crate::sent::{assert_sent_empty, assert_sent_json};
use crate::server::{Reply, Server};

fn find(client: &Client) -> Request<operations::FindDeliveryStores> {
    let body = FindStoresRequest::new()
        .address_line_1("1 Market Street")
        .address_line_2("Apt. 2")
        .city("San Francisco")
        .state("CA")
        .postal_code("94105")
        .latitude(37.7937)
        .longitude(-122.395);
    client.delivery().find_delivery_stores(body)
}

#[tokio::test]
async fn find_delivery_stores_sends_where_the_customer_is() {
    let server = Server::always(Reply::json(200, r#"{"stores":[{"id":"s-1"}]}"#)).await;
    let found = find(&client(&server)).await.unwrap();
    assert_eq!(found.stores.as_ref().unwrap()[0].id.as_deref(), Some("s-1"));
    let body = concat!(
        r#"{"address_line_1":"1 Market Street","address_line_2":"Apt. 2","#,
        r#""city":"San Francisco","state":"CA","postal_code":"94105","#,
        r#""latitude":37.7937,"longitude":-122.395}"#,
    );
    let line = "POST /v2/fulfillment/stores/delivery HTTP/1.1";
    assert_sent_json(&server, line, "FindStoresRequest", body);
}

#[tokio::test]
async fn find_delivery_stores_sends_an_object_when_nothing_is_set() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let empty = FindStoresRequest::new();
    client(&server).delivery().find_delivery_stores(empty).await.unwrap();
    let line = "POST /v2/fulfillment/stores/delivery HTTP/1.1";
    assert_sent_json(&server, line, "FindStoresRequest", "{}");
}

#[tokio::test]
async fn find_delivery_stores_has_errors_for_400_and_401() {
    use operations::FindDeliveryStoresError::{BadRequest, Unauthorized};
    assert_refusals!(find, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(find, 404, 418);
}

fn preview(client: &Client) -> Request<operations::PreviewDeliveryTimeSlots> {
    let address = Address::new()
        .address_line_1("1 Market Street")
        .address_line_2("Apt. 2")
        .city("San Francisco")
        .state("CA")
        .postal_code("94105");
    let body = PreviewServiceOptionsRequest::new().store_id("s-1").address(address);
    client.delivery().preview_delivery_time_slots("user-1", body)
}

#[tokio::test]
async fn preview_delivery_time_slots_sends_store_and_address() {
    let reply = Reply::json(200, r#"{"service_options":[{"id":"slot-1"}]}"#);
    let server = Server::always(reply).await;
    let slots = preview(&client(&server)).await.unwrap();
    let slots = slots.service_options.as_ref().unwrap();
    assert_eq!(slots[0].id.as_deref(), Some("slot-1"));
    let body = concat!(
        r#"{"store_id":"s-1","address":{"address_line_1":"1 Market Street","#,
        r#""address_line_2":"Apt. 2","city":"San Francisco","state":"CA","#,
        r#""postal_code":"94105"}}"#,
    );
    let line = "POST /v2/fulfillment/users/user-1/service_options/delivery HTTP/1.1";
    assert_sent_json(&server, line, "PreviewServiceOptionsRequest", body);
}

#[tokio::test]
async fn preview_delivery_time_slots_has_errors_for_400_and_401() {
    use operations::PreviewDeliveryTimeSlotsError::{BadRequest, Unauthorized};
    assert_refusals!(preview, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(preview, 404, 418);
}

fn cart() -> Cart {
    Cart::new().items(vec![
        CartItem::new().upc("0049000028904").quantity(2).product_id("p-1"),
        CartItem::new().product_id("p-2"),
    ])
}

fn reserve(client: &Client) -> Request<operations::ReserveDeliveryTimeSlot> {
    let body = ReserveTimeSlotRequest::new("slot-1").cart(cart());
    client.delivery().reserve_delivery_time_slot("user-1", body)
}

#[tokio::test]
async fn reserve_delivery_time_slot_sends_slot_and_cart() {
    let server = Server::always(Reply::json(200, r#"{"hold_id":"hold-1"}"#)).await;
    let hold = reserve(&client(&server)).await.unwrap();
    assert_eq!(hold.hold_id.as_deref(), Some("hold-1"));
    let body = concat!(
        r#"{"service_option_id":"slot-1","cart":{"items":["#,
        r#"{"upc":"0049000028904","quantity":2,"product_id":"p-1"},"#,
        r#"{"product_id":"p-2"}]}}"#,
    );
    let line =
        "POST /v2/fulfillment/users/user-1/service_options/delivery/hold HTTP/1.1";
    assert_sent_json(&server, line, "ReserveTimeSlotRequest", body);
}

#[tokio::test]
async fn reserve_delivery_time_slot_has_errors_for_400_and_401() {
    use operations::ReserveDeliveryTimeSlotError::{BadRequest, Unauthorized};
    assert_refusals!(reserve, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(reserve, 404, 418, 500);
}

fn create(client: &Client) -> Request<operations::CreateDeliveryOrder> {
    let address = Address::new().address_line_1("1 Market Street").city("Zürich");
    let body = CreateOrderRequest::new("hold-1")
        .cart(cart())
        .delivery_address(address)
        .delivery_instructions("Ring \"twice\",\nthen wait");
    client.delivery().create_delivery_order("user-1", body)
}

#[tokio::test]
async fn create_delivery_order_sends_the_whole_order() {
    let server = Server::always(Reply::json(200, r#"{"status":"brand_new"}"#)).await;
    let order = create(&client(&server)).await.unwrap();
    assert_eq!(order.status, Some(OrderStatus::BrandNew));
    let body = concat!(
        r#"{"hold_id":"hold-1","cart":{"items":["#,
        r#"{"upc":"0049000028904","quantity":2,"product_id":"p-1"},"#,
        r#"{"product_id":"p-2"}]},"#,
        r#""delivery_address":{"address_line_1":"1 Market Street","city":"Zürich"},"#,
        r#""delivery_instructions":"Ring \"twice\",\nthen wait"}"#,
    );
    let line = "POST /v2/fulfillment/users/user-1/orders/delivery HTTP/1.1";
    assert_sent_json(&server, line, "CreateOrderRequest", body);
}

#[tokio::test]
async fn create_delivery_order_has_errors_for_400_and_401() {
    use operations::CreateDeliveryOrderError::{BadRequest, Unauthorized};
    assert_refusals!(create, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(create, 404, 418, 500);
}

fn get(client: &Client) -> Request<operations::GetOrder> {
    client.delivery().get_order("user-1", "order-1")
}

#[tokio::test]
async fn get_order_sends_a_get_without_a_body() {
    let server = Server::always(Reply::json(200, r#"{"id":"order-1"}"#)).await;
    let order = get(&client(&server)).await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let line = "GET /v2/fulfillment/users/user-1/orders/order-1 HTTP/1.1";
    assert_sent_empty(&server, line);
}

#[tokio::test]
async fn get_order_has_errors_for_401_and_404() {
    use operations::GetOrderError::{NotFound, Unauthorized};
    assert_refusals!(get, 401 => Unauthorized, 404 => NotFound);
    assert_undeclared!(get, 400, 418);
}

fn cancel(client: &Client) -> Request<operations::CancelOrder> {
    client.delivery().cancel_order("user-1", "order-1")
}

#[tokio::test]
async fn cancel_order_sends_a_post_that_says_it_has_no_body() {
    let server = Server::always(Reply::json(200, r#"{"status":"canceled"}"#)).await;
    let order = cancel(&client(&server)).await.unwrap();
    assert_eq!(order.status, Some(OrderStatus::Canceled));
    let line = "POST /v2/fulfillment/users/user-1/orders/order-1/cancel HTTP/1.1";
    assert_sent_empty(&server, line);
}

#[tokio::test]
async fn cancel_order_has_errors_for_400_401_and_404() {
    use operations::CancelOrderError::{BadRequest, NotFound, Unauthorized};
    assert_refusals!(
        cancel,
        400 => BadRequest,
        401 => Unauthorized,
        404 => NotFound,
    );
    assert_undeclared!(cancel, 409, 418, 500);
}
