// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::FulfillmentType;
use super::OrderItem;
use super::OrderStatus;
use super::ServiceOption;
use super::Store;
use crate::runtime::object;

/// `OrderResponse` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct OrderResponse {
    /// The unique identifier for the order.
    pub id: Option<String>,
    /// The current status of the order.
    pub status: Option<OrderStatus>,
    /// The timestamp when the order was created.
    pub created_at: Option<crate::DateTime>,
    /// The fulfillment type of the order.
    pub fulfillment_type: Option<FulfillmentType>,
    /// `service_option`.
    pub service_option: Option<ServiceOption>,
    /// `store`.
    pub store: Option<Store>,
    /// The items included in the order.
    pub items: Option<Vec<OrderItem>>,
}

object! {
    OrderResponse {
        optional id = "id",
        optional status = "status",
        optional created_at = "created_at",
        optional fulfillment_type = "fulfillment_type",
        optional service_option = "service_option",
        optional store = "store",
        optional items = "items",
    }
}
