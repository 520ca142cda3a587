// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::Address;
use crate::runtime::object;

/// `PreviewServiceOptionsRequest` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct PreviewServiceOptionsRequest {
    /// The unique identifier of the store to preview service options for.
    pub store_id: Option<String>,
    /// The delivery or pickup address.
    pub address: Option<Address>,
}

impl PreviewServiceOptionsRequest {
    /// A `PreviewServiceOptionsRequest` with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`store_id`](Self::store_id).
    pub fn store_id(mut self, store_id: impl Into<String>) -> Self {
        self.store_id = Some(store_id.into());
        self
    }

    /// Sets [`address`](Self::address).
    pub fn address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }
}

object! {
    PreviewServiceOptionsRequest {
        optional store_id = "store_id",
        optional address = "address",
    }
}
