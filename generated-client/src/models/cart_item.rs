// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::object;

/// `CartItem` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct CartItem {
    /// The Universal Product Code of the item.
    pub upc: Option<String>,
    /// The quantity of the item.
    ///
    /// At least 1.
    pub quantity: Option<i64>,
    /// The Instacart product identifier.
    pub product_id: Option<String>,
}

impl CartItem {
    /// A `CartItem` with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`upc`](Self::upc).
    pub fn upc(mut self, upc: impl Into<String>) -> Self {
        self.upc = Some(upc.into());
        self
    }

    /// Sets [`quantity`](Self::quantity).
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// Sets [`product_id`](Self::product_id).
    pub fn product_id(mut self, product_id: impl Into<String>) -> Self {
        self.product_id = Some(product_id.into());
        self
    }
}

object! {
    CartItem {
        optional upc = "upc",
        optional quantity = "quantity",
        optional product_id = "product_id",
    }
}
