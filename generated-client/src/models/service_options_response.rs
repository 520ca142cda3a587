// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::ServiceOption;
use crate::runtime::object;

/// `ServiceOptionsResponse` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ServiceOptionsResponse {
    /// Available service option time slots for the requested fulfillment type.
    pub service_options: Option<Vec<ServiceOption>>,
}

object! {
    ServiceOptionsResponse {
        optional service_options = "service_options",
    }
}
