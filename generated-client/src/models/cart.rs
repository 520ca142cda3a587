// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::CartItem;
use crate::runtime::object;

/// The customer's cart details to associate with the reservation.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct Cart {
    /// The items in the customer's cart.
    pub items: Option<Vec<CartItem>>,
}

impl Cart {
    /// A `Cart` with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`items`](Self::items).
    pub fn items(mut self, items: Vec<CartItem>) -> Self {
        self.items = Some(items);
        self
    }
}

object! {
    Cart {
        optional items = "items",
    }
}
