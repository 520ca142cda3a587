// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::{UnknownValue, string_enum};

/// The current status of the item in the order.
#[derive(Clone)]
#[non_exhaustive]
pub enum OrderItemStatus {
    /// `pending`.
    Pending,
    /// `found`.
    Found,
    /// `replaced`.
    Replaced,
    /// `refunded`.
    Refunded,
    /// A value that the document does not list, kept as it came.
    Unknown(UnknownValue),
}

string_enum! {
    OrderItemStatus {
        Pending = "pending",
        Found = "found",
        Replaced = "replaced",
        Refunded = "refunded",
    }
}
