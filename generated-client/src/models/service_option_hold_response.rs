// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::ServiceOption;
use crate::runtime::object;

/// `ServiceOptionHoldResponse` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ServiceOptionHoldResponse {
    /// The unique identifier for the time slot hold.
    pub hold_id: Option<String>,
    /// The time at which the hold expires and the time slot is released.
    pub expires_at: Option<crate::DateTime>,
    /// `service_option`.
    pub service_option: Option<ServiceOption>,
}

object! {
    ServiceOptionHoldResponse {
        optional hold_id = "hold_id",
        optional expires_at = "expires_at",
        optional service_option = "service_option",
    }
}
