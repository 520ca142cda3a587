// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::StoreAddress;
use crate::runtime::object;

/// `Store` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Store {
    /// The unique identifier for the store.
    pub id: Option<String>,
    /// The name of the store.
    pub name: Option<String>,
    /// The physical address of the store.
    pub address: Option<StoreAddress>,
    /// The distance from the customer's location to the store.
    pub distance: Option<f64>,
}

object! {
    Store {
        optional id = "id",
        optional name = "name",
        optional address = "address",
        optional distance = "distance",
    }
}
