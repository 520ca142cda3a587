// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Calls of the API: one module for each tag of the document.

pub mod authentication;

pub mod delivery;

pub mod last_mile_delivery;

pub mod pickup;

pub use authentication::Authentication;
pub use delivery::Delivery;
pub use last_mile_delivery::LastMileDelivery;
pub use pickup::Pickup;
