// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::{UnknownValue, string_enum};

/// The type of fulfillment for this service option.
#[derive(Clone)]
#[non_exhaustive]
pub enum FulfillmentType {
    /// `delivery`.
    Delivery,
    /// `pickup`.
    Pickup,
    /// `last_mile`.
    LastMile,
    /// A value that the document does not list, kept as it came.
    Unknown(UnknownValue),
}

string_enum! {
    FulfillmentType {
        Delivery = "delivery",
        Pickup = "pickup",
        LastMile = "last_mile",
    }
}
