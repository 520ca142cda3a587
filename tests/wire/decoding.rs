//! Replies that decode: each schema in full, and what a server may add or leave out.

use instacart_fulfillment::Response;
use instacart_fulfillment::models::{
    FulfillmentType, GrantType, OrderItemStatus, OrderResponse, OrderStatus,
    TokenRequest, TokenType,
};

use crate::client::{builder, client};
use crate::document;
use crate::sent::only;
use crate::server::{Reply, Server};

/// An order with every property that the document knows.
const ORDER: &str = concat!(
    r#"{"id":"order-1","status":"picking","created_at":"2024-03-10T09:30:00Z","#,
    r#""fulfillment_type":"delivery","service_option":{"id":"slot-1","#,
    r#""date":"2024-03-10","window_starts_at":"2024-03-10T18:00:00Z","#,
    r#""window_ends_at":"2024-03-10T20:00:00Z","fulfillment_type":"delivery"},"#,
    r#""store":{"id":"s-1","name":"Market","address":{"#,
    r#""address_line_1":"1 Market Street","city":"San Francisco","state":"CA","#,
    r#""postal_code":"94105"},"distance":1.5},"items":[{"product_id":"p-1","#,
    r#""upc":"0049000028904","name":"Cola","quantity":2,"status":"found"},"#,
    r#"{"status":"replaced"}]}"#,
);

/// The order that a server answers with.
async fn order(reply: Reply) -> Response<OrderResponse> {
    let server = Server::always(reply).await;
    client(&server).delivery().get_order("user-1", "order-1").await.unwrap()
}

#[tokio::test]
async fn an_order_decodes_in_full() {
    document::assert_conforms("OrderResponse", ORDER);
    let order = order(Reply::json(200, ORDER)).await;
    assert_eq!(order.id.as_deref(), Some("order-1"));
    assert_eq!(order.status, Some(OrderStatus::Picking));
    assert_eq!(order.created_at.unwrap().to_string(), "2024-03-10T09:30:00Z");
    assert_eq!(order.fulfillment_type, Some(FulfillmentType::Delivery));
    let slot = order.service_option.as_ref().unwrap();
    assert_eq!(slot.id.as_deref(), Some("slot-1"));
    assert_eq!(slot.date.unwrap().to_string(), "2024-03-10");
    assert_eq!(slot.window_starts_at.unwrap().to_string(), "2024-03-10T18:00:00Z");
    assert_eq!(slot.window_ends_at.unwrap().to_string(), "2024-03-10T20:00:00Z");
    assert_eq!(slot.fulfillment_type, Some(FulfillmentType::Delivery));
    let store = order.store.as_ref().unwrap();
    assert_eq!(store.id.as_deref(), Some("s-1"));
    assert_eq!(store.name.as_deref(), Some("Market"));
    assert_eq!(store.distance, Some(1.5));
    let address = store.address.as_ref().unwrap();
    assert_eq!(address.address_line_1.as_deref(), Some("1 Market Street"));
    assert_eq!(address.city.as_deref(), Some("San Francisco"));
    assert_eq!(address.state.as_deref(), Some("CA"));
    assert_eq!(address.postal_code.as_deref(), Some("94105"));
    let [cola, other] = order.items.as_deref().unwrap() else { unreachable!() };
    assert_eq!(cola.product_id.as_deref(), Some("p-1"));
    assert_eq!(cola.upc.as_deref(), Some("0049000028904"));
    assert_eq!(cola.name.as_deref(), Some("Cola"));
    assert_eq!(cola.quantity, Some(2));
    assert_eq!(cola.status, Some(OrderItemStatus::Found));
    assert_eq!(other.status, Some(OrderItemStatus::Replaced));
    assert_eq!(other.product_id, None);
}

#[tokio::test]
async fn a_decoded_order_is_written_as_it_came() {
    let order = order(Reply::json(200, ORDER)).await;
    assert_eq!(serde_json::to_string(&order.into_inner()).unwrap(), ORDER);
}

#[tokio::test]
async fn a_hold_decodes_in_full() {
    let body = concat!(
        r#"{"hold_id":"hold-1","expires_at":"2024-03-10T09:40:00-08:00","#,
        r#""service_option":{"id":"slot-1"}}"#,
    );
    document::assert_conforms("ServiceOptionHoldResponse", body);
    let server = Server::always(Reply::json(200, body)).await;
    let slot = instacart_fulfillment::models::ReserveTimeSlotRequest::new("slot-1");
    let delivery = client(&server).delivery();
    let hold = delivery.reserve_delivery_time_slot("user-1", slot).await.unwrap();
    assert_eq!(hold.hold_id.as_deref(), Some("hold-1"));
    let expires_at = hold.expires_at.unwrap();
    assert_eq!(expires_at.to_string(), "2024-03-10T09:40:00-08:00");
    assert_eq!(expires_at, "2024-03-10T17:40:00Z".parse().unwrap());
    let slot = hold.service_option.as_ref().unwrap();
    assert_eq!(slot.id.as_deref(), Some("slot-1"));
}

#[tokio::test]
async fn an_unknown_status_is_kept_printed_and_written_unchanged() {
    let body = r#"{"id":"order-1","status":"checkout","items":[{"status":"lost"}]}"#;
    let order = order(Reply::json(200, body)).await;
    let Some(status @ OrderStatus::Unknown(_)) = &order.status else { unreachable!() };
    assert_eq!(status.to_string(), "checkout");
    assert_eq!(status.as_str(), "checkout");
    assert_eq!(format!("{status:>10}"), "  checkout");
    assert_eq!(*status, OrderStatus::from("checkout"));
    assert_ne!(*status, OrderStatus::from("verifying_replacements"));
    let items = order.items.as_deref().unwrap();
    assert_eq!(items[0].status.as_ref().unwrap().as_str(), "lost");
    assert_eq!(serde_json::to_string(&order.into_inner()).unwrap(), body);
}

#[tokio::test]
async fn an_unknown_value_is_sent_unchanged() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let grant = GrantType::from("urn:\"new\"");
    let body = TokenRequest::new(grant, "id", "secret", "scope");
    let client = builder(&server).build().unwrap();
    client.authentication().generate_access_token(body).await.unwrap();
    let expected = concat!(
        r#"{"grant_type":"urn:\"new\"","client_id":"id","#,
        r#""client_secret":"secret","scope":"scope"}"#,
    );
    assert_eq!(only(&server).text(), expected);
}

#[tokio::test]
async fn a_token_type_in_lower_case_is_no_error() {
    let body = r#"{"access_token":"t-1","token_type":"bearer"}"#;
    let server = Server::always(Reply::json(200, body)).await;
    let request = TokenRequest::new(GrantType::ClientCredentials, "i", "s", "");
    let authentication = client(&server).authentication();
    let token = authentication.generate_access_token(request).await.unwrap();
    assert_eq!(token.access_token.as_ref().unwrap().expose(), "t-1");
    assert_eq!(token.token_type, Some(TokenType::from("bearer")));
    assert_eq!(token.token_type.as_ref().unwrap().as_str(), "bearer");
}

#[tokio::test]
async fn properties_that_the_document_does_not_know_are_ignored() {
    let body = concat!(
        r#"{"event_id":9007199254740993,"id":"order-1","tip":{"cents":[1,2]},"#,
        r#""items":[{"upc":"1","bag":null}],"later":1e400,"status":"delivered"}"#,
    );
    let order = order(Reply::json(200, body)).await;
    assert_eq!(order.id.as_deref(), Some("order-1"));
    assert_eq!(order.status, Some(OrderStatus::Delivered));
    assert_eq!(order.items.as_ref().unwrap()[0].upc.as_deref(), Some("1"));
}

#[tokio::test]
async fn null_is_the_same_as_absent_where_the_document_has_no_null() {
    let body = concat!(
        r#"{"id":null,"status":null,"created_at":null,"fulfillment_type":null,"#,
        r#""service_option":null,"store":null,"items":null}"#,
    );
    let nulls = order(Reply::json(200, body)).await.into_inner();
    assert_eq!(nulls, order(Reply::json(200, "{}")).await.into_inner());
    assert_eq!(nulls, OrderResponse::default());
}

#[tokio::test]
async fn an_empty_list_is_not_an_absent_one() {
    assert_eq!(order(Reply::json(200, r#"{"items":[]}"#)).await.items, Some(vec![]));
    assert_eq!(order(Reply::json(200, "{}")).await.items, None);
}

#[tokio::test]
async fn status_headers_and_request_id_stay_with_a_success() {
    let headers = [
        ("content-type", "application/json; charset=utf-8"),
        ("X-Request-Id", "request-1"),
        ("x-ratelimit-remaining", "7"),
        ("set-cookie", "session=1"),
    ];
    let order = order(Reply::with_headers(200, &headers, "{}")).await;
    assert_eq!(order.status(), 200);
    assert_eq!(order.request_id(), Some("request-1"));
    assert_eq!(order.headers()["x-ratelimit-remaining"], "7");
    assert_eq!(order.headers()["set-cookie"], "session=1");
}

#[tokio::test]
async fn json_is_recognised_by_its_content_type_however_it_is_written() {
    let types = [
        "application/json",
        "Application/JSON",
        "application/json;charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
        "application/vnd.instacart.v2+json",
        "text/json",
    ];
    for content_type in types {
        let order = order(Reply::of(200, content_type, r#"{"id":"o"}"#)).await;
        assert_eq!(order.id.as_deref(), Some("o"), "{content_type}");
    }
    let order = order(Reply::with_headers(200, &[], r#"{"id":"o"}"#)).await;
    assert_eq!(order.id.as_deref(), Some("o"), "without a content type");
}

#[tokio::test]
async fn a_reply_in_chunks_is_put_together() {
    let reply = concat!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "5\r\n{\"id\"\r\n1;name=value\r\n:\r\n4\r\n\"o\"}\r\n0\r\nX-Trailer: 1\r\n\r\n",
    );
    assert_eq!(order(Reply::raw(reply)).await.id.as_deref(), Some("o"));
}

#[tokio::test]
async fn a_reply_that_ends_with_its_connection_is_whole() {
    let reply =
        "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"id\":\"o\"}";
    assert_eq!(order(Reply::raw(reply).then_close()).await.id.as_deref(), Some("o"));
}

#[tokio::test]
async fn interim_replies_are_not_the_answer() {
    let reply = concat!(
        "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Content-Length: 10\r\n\r\n{\"id\":\"o\"}",
    );
    assert_eq!(order(Reply::raw(reply)).await.id.as_deref(), Some("o"));
}
