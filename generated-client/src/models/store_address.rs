// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::object;

/// The physical address of the store.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StoreAddress {
    /// The street address.
    pub address_line_1: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The state or province.
    pub state: Option<String>,
    /// The postal or ZIP code.
    pub postal_code: Option<String>,
}

object! {
    StoreAddress {
        optional address_line_1 = "address_line_1",
        optional city = "city",
        optional state = "state",
        optional postal_code = "postal_code",
    }
}
