//! The operations of the tag Last Mile Delivery.

use instacart_fulfillment::models::{
    Address, Cart, CartItem, CreateOrderRequest, FindStoresRequest, FulfillmentType,
    OrderStatus, PreviewServiceOptionsRequest,
};
use instacart_fulfillment::operations::last_mile_delivery as operations;
use instacart_fulfillment::{Client, Request};

use super::{assert_refusals, assert_undeclared};
use crate::client::client;
use crate::sent::{assert_sent_empty, assert_sent_json};
use crate::server::{Reply, Server};

fn find(client: &Client) -> Request<operations::FindLastMileStores> {
    let body = FindStoresRequest::new().latitude(0.0).longitude(-180.0);
    client.last_mile_delivery().find_last_mile_stores(body)
}

#[tokio::test]
async fn find_last_mile_stores_sends_coordinates_as_numbers() {
    let server = Server::always(Reply::json(200, r#"{"stores":[]}"#)).await;
    let found = find(&client(&server)).await.unwrap();
    assert_eq!(found.stores.as_ref().unwrap().len(), 0);
    let line = "POST /v2/fulfillment/stores/last_mile HTTP/1.1";
    let body = r#"{"latitude":0.0,"longitude":-180.0}"#;
    assert_sent_json(&server, line, "FindStoresRequest", body);
}

#[tokio::test]
async fn find_last_mile_stores_has_errors_for_400_and_401() {
    use operations::FindLastMileStoresError::{BadRequest, Unauthorized};
    assert_refusals!(find, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(find, 404, 418);
}

fn preview(client: &Client) -> Request<operations::PreviewLastMileServiceOptions> {
    let address = Address::new().postal_code("94105");
    let body = PreviewServiceOptionsRequest::new().address(address);
    client.last_mile_delivery().preview_last_mile_service_options("user-1", body)
}

#[tokio::test]
async fn preview_last_mile_service_options_sends_the_address() {
    let reply = r#"{"service_options":[{"fulfillment_type":"last_mile"}]}"#;
    let server = Server::always(Reply::json(200, reply)).await;
    let options = preview(&client(&server)).await.unwrap();
    let option = &options.service_options.as_ref().unwrap()[0];
    assert_eq!(option.fulfillment_type, Some(FulfillmentType::LastMile));
    let line = "POST /v2/fulfillment/lastmile/users/user-1/service_options HTTP/1.1";
    let body = r#"{"address":{"postal_code":"94105"}}"#;
    assert_sent_json(&server, line, "PreviewServiceOptionsRequest", body);
}

#[tokio::test]
async fn preview_last_mile_service_options_has_errors_for_400_and_401() {
    use operations::PreviewLastMileServiceOptionsError::{BadRequest, Unauthorized};
    assert_refusals!(preview, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(preview, 404, 418, 500);
}

fn create(client: &Client) -> Request<operations::CreateLastMileOrder> {
    let cart = Cart::new().items(vec![CartItem::new().quantity(1)]);
    let body = CreateOrderRequest::new("hold-1").cart(cart);
    client.last_mile_delivery().create_last_mile_order("user-1", body)
}

#[tokio::test]
async fn create_last_mile_order_sends_the_order() {
    let server = Server::always(Reply::json(200, r#"{"id":"order-1"}"#)).await;
    let order = create(&client(&server)).await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let line = "POST /v2/fulfillment/lastmile/users/user-1/orders HTTP/1.1";
    let body = r#"{"hold_id":"hold-1","cart":{"items":[{"quantity":1}]}}"#;
    assert_sent_json(&server, line, "CreateOrderRequest", body);
}

#[tokio::test]
async fn create_last_mile_order_has_errors_for_400_and_401() {
    use operations::CreateLastMileOrderError::{BadRequest, Unauthorized};
    assert_refusals!(create, 400 => BadRequest, 401 => Unauthorized);
    assert_undeclared!(create, 404, 418, 500);
}

fn stage(client: &Client) -> Request<operations::StageLastMileOrder> {
    client.last_mile_delivery().stage_last_mile_order("order-1")
}

#[tokio::test]
async fn stage_last_mile_order_sends_a_post_that_says_it_has_no_body() {
    let server = Server::always(Reply::json(200, r#"{"status":"staging"}"#)).await;
    let order = stage(&client(&server)).await.unwrap();
    assert_eq!(order.status, Some(OrderStatus::Staging));
    let line = "POST /v2/fulfillment/lastmile/orders/order-1/staged HTTP/1.1";
    assert_sent_empty(&server, line);
}

#[tokio::test]
async fn stage_last_mile_order_has_errors_for_400_401_and_404() {
    use operations::StageLastMileOrderError::{BadRequest, NotFound, Unauthorized};
    assert_refusals!(
        stage,
        400 => BadRequest,
        401 => Unauthorized,
        404 => NotFound,
    );
    assert_undeclared!(stage, 409, 418, 500);
}
