// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::Store;
use crate::runtime::object;

/// `StoresResponse` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoresResponse {
    /// An array of stores offering the requested fulfillment type, sorted by distance
    /// with the closest store first.
    pub stores: Option<Vec<Store>>,
}

object! {
    StoresResponse {
        optional stores = "stores",
    }
}
