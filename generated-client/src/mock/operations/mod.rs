// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The operations of the API, one module for each tag.

pub(super) mod authentication;

pub(super) mod delivery;

pub(super) mod last_mile_delivery;

pub(super) mod pickup;

pub use authentication::*;
pub use delivery::*;
pub use last_mile_delivery::*;
pub use pickup::*;
