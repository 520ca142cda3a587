// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::FulfillmentType;
use crate::runtime::object;

/// `ServiceOption` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ServiceOption {
    /// The unique identifier for the service option.
    pub id: Option<String>,
    /// The date of the service option.
    pub date: Option<jiff::civil::Date>,
    /// The start time of the delivery or pickup window.
    pub window_starts_at: Option<crate::DateTime>,
    /// The end time of the delivery or pickup window.
    pub window_ends_at: Option<crate::DateTime>,
    /// The type of fulfillment for this service option.
    pub fulfillment_type: Option<FulfillmentType>,
}

object! {
    ServiceOption {
        optional id = "id",
        optional date = "date",
        optional window_starts_at = "window_starts_at",
        optional window_ends_at = "window_ends_at",
        optional fulfillment_type = "fulfillment_type",
    }
}
