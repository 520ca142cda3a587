//! Replies as a later document would have them, read by today's crate.
//!
//! "All changes made to APIs will maintain backward compatibility. Any new fields are optional
//! and can be ignored", says the API's guide; values of enums have come and gone in its changelog.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashSet;

use instacart_fulfillment::models::{
    FulfillmentType, OrderItemStatus, OrderResponse, OrderStatus,
    ServiceOptionsResponse, StoresResponse, TokenResponse,
};
use instacart_fulfillment::operations::delivery::GetOrderError;
use instacart_fulfillment::{Client, Error, ErrorKind, MismatchKind, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// What an order is when it is asked for from a server that answers with these bytes.
async fn answered(
    reply: String,
) -> Result<Response<OrderResponse>, Error<GetOrderError>> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        stream.write_all(reply.as_bytes()).await.unwrap();
    });
    let client = Client::builder().base_url(format!("http://{address}"));
    let client = client.bearer_auth("token").build().unwrap();
    client.delivery().get_order("user-1", "order-1").await
}

/// A reply whose body has this content type.
fn reply(status: u16, content_type: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} \r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// An order of a later version: new properties everywhere, and new values of all its enums.
const LATER_ORDER: &str = r#"{
    "version": 3,
    "id": "order-1",
    "status": "verifying_replacements",
    "created_at": "2031-01-01T00:00:00.123456789Z",
    "fulfillment_type": "drone",
    "event_id": 18446744073709551616,
    "service_option": {
        "id": "slot-1", "date": "2031-01-01", "fulfillment_type": "locker",
        "price": {"amount": 399, "currency": "USD"}
    },
    "store": {"id": "s-1", "address": {"city": "Oakland", "country": "US"}, "open": true},
    "items": [
        {"upc": "1", "status": "weighed", "weight": {"grams": 120.5}},
        {"upc": "2", "status": "found", "tags": []}
    ],
    "links": [{"rel": "self", "href": "https://example.com"}]
}"#;

#[tokio::test]
async fn a_later_order_decodes() {
    let order = answered(reply(200, "application/json", LATER_ORDER)).await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let status = order.status.as_ref().unwrap();
    assert!(matches!(status, OrderStatus::Unknown(_)));
    assert_eq!(status.as_str(), "verifying_replacements");
    let kind = order.fulfillment_type.as_ref().unwrap();
    assert_eq!(kind.to_string(), "drone");
    let created = order.created_at.unwrap().to_string();
    assert_eq!(created, "2031-01-01T00:00:00.123456789Z");
    let slot = order.service_option.as_ref().unwrap();
    assert_eq!(slot.fulfillment_type, Some(FulfillmentType::from("locker")));
    assert_eq!(slot.date.unwrap().to_string(), "2031-01-01");
    let store = order.store.as_ref().unwrap();
    assert_eq!(store.address.as_ref().unwrap().city.as_deref(), Some("Oakland"));
    let [weighed, found] = order.items.as_deref().unwrap() else { unreachable!() };
    assert_eq!(weighed.status, Some(OrderItemStatus::from("weighed")));
    assert_eq!(found.status, Some(OrderItemStatus::Found));
}

#[tokio::test]
async fn a_new_value_goes_back_unchanged() {
    let order = answered(reply(200, "application/json", LATER_ORDER)).await.unwrap();
    let again = serde_json::to_value(order.into_inner()).unwrap();
    assert_eq!(again["status"], "verifying_replacements");
    assert_eq!(again["fulfillment_type"], "drone");
    assert_eq!(again["service_option"]["fulfillment_type"], "locker");
    assert_eq!(again["items"][0]["status"], "weighed");
}

#[tokio::test]
async fn a_parameter_of_the_content_type_changes_nothing() {
    for content_type in [
        "application/json; charset=utf-8; version=3",
        "application/json;profile=\"https://example.com/order;v=3\"",
        "application/vnd.instacart.order.v3+json",
        "APPLICATION/JSON; q",
    ] {
        let order = answered(reply(200, content_type, r#"{"id":"o"}"#)).await.unwrap();
        assert_eq!(order.id.as_deref(), Some("o"), "{content_type}");
    }
}

#[tokio::test]
async fn an_added_status_is_an_error_that_keeps_what_came() {
    let body = r#"{"error":"Too early","status":425}"#;
    let error = answered(reply(425, "application/json", body)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 425);
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.mismatch(), Some(MismatchKind::UndeclaredStatus));
    assert_eq!(error.body_text().unwrap(), body);
    assert!(error.api().is_none());
}

#[tokio::test]
async fn an_added_success_is_told_from_the_one_that_is_known() {
    let body = r#"{"id":"order-1"}"#;
    let error = answered(reply(202, "application/json", body)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status().unwrap(), 202);
    assert_eq!(error.body_text().unwrap(), body);
}

#[tokio::test]
async fn an_error_with_more_in_it_is_still_the_documented_one() {
    let body =
        r#"{"error":"No such order","status":404,"code":1001,"meta":{"key":"id"}}"#;
    let later = "application/problem+json; charset=utf-8";
    let error = answered(reply(404, later, body)).await.unwrap_err();
    let Some(GetOrderError::NotFound(body)) = error.api() else {
        unreachable!("{error:?}")
    };
    assert_eq!(body.error.as_deref(), Some("No such order"));
    assert_eq!(body.status, Some(404));
}

#[test]
fn later_properties_are_ignored_in_every_schema_of_a_reply() {
    let added = r#""added":{"a":[1,null,"x",{"b":1e999}]}"#;
    let stores = format!(r#"{{{added},"stores":[{{{added},"id":"s"}}]}}"#);
    let stores: StoresResponse = serde_json::from_str(&stores).unwrap();
    assert_eq!(stores.stores.unwrap()[0].id.as_deref(), Some("s"));
    let options = format!(r#"{{"service_options":[{{"id":"o",{added}}}],{added}}}"#);
    let options: ServiceOptionsResponse = serde_json::from_str(&options).unwrap();
    assert_eq!(options.service_options.unwrap()[0].id.as_deref(), Some("o"));
    let token = format!(r#"{{{added},"access_token":"t","token_type":"DPoP"}}"#);
    let token: TokenResponse = serde_json::from_str(&token).unwrap();
    assert_eq!(token.token_type.unwrap().as_str(), "DPoP");
}

#[test]
fn values_that_a_later_document_removes_still_decode_today() {
    for listed in OrderStatus::ALL {
        let text = serde_json::to_string(listed).unwrap();
        assert_eq!(serde_json::from_str::<OrderStatus>(&text).unwrap(), *listed);
    }
}

#[test]
fn unknown_values_are_compared_and_hashed_by_what_they_are() {
    let values = ["checkout", "staged", "checkout", "picking", "Picking", ""];
    let distinct: HashSet<_> = values.into_iter().map(OrderStatus::from).collect();
    assert_eq!(distinct.len(), 5);
    assert!(distinct.contains(&OrderStatus::Picking));
    assert!(distinct.contains(&OrderStatus::from(String::from("staged"))));
}
