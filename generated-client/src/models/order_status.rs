// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::{UnknownValue, string_enum};

/// The current status of the order.
#[derive(Clone)]
#[non_exhaustive]
pub enum OrderStatus {
    /// `brand_new`.
    BrandNew,
    /// `acknowledged`.
    Acknowledged,
    /// `picking`.
    Picking,
    /// `staging`.
    Staging,
    /// `delivering`.
    Delivering,
    /// `delivered`.
    Delivered,
    /// `canceled`.
    Canceled,
    /// `rescheduled`.
    Rescheduled,
    /// A value that the document does not list, kept as it came.
    Unknown(UnknownValue),
}

string_enum! {
    OrderStatus {
        BrandNew = "brand_new",
        Acknowledged = "acknowledged",
        Picking = "picking",
        Staging = "staging",
        Delivering = "delivering",
        Delivered = "delivered",
        Canceled = "canceled",
        Rescheduled = "rescheduled",
    }
}
