// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::OrderItemStatus;
use crate::runtime::object;

/// `OrderItem` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct OrderItem {
    /// The Instacart product identifier.
    pub product_id: Option<String>,
    /// The Universal Product Code of the item.
    pub upc: Option<String>,
    /// The name of the product.
    pub name: Option<String>,
    /// The ordered quantity.
    pub quantity: Option<i64>,
    /// The current status of the item in the order.
    pub status: Option<OrderItemStatus>,
}

object! {
    OrderItem {
        optional product_id = "product_id",
        optional upc = "upc",
        optional name = "name",
        optional quantity = "quantity",
        optional status = "status",
    }
}
