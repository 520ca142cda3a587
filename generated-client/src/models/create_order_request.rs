// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::Address;
use super::Cart;
use crate::runtime::object;

/// `CreateOrderRequest` of the document.
#[derive(Debug, Clone, PartialEq)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateOrderRequest {
    /// The identifier of the time slot hold from the reserve step.
    pub hold_id: String,
    /// The finalized cart for the order.
    pub cart: Option<Cart>,
    /// The delivery address for the order.
    pub delivery_address: Option<Address>,
    /// Special instructions for the delivery driver.
    pub delivery_instructions: Option<String>,
}

impl CreateOrderRequest {
    /// A `CreateOrderRequest` with what it requires.
    pub fn new(hold_id: impl Into<String>) -> Self {
        Self {
            hold_id: hold_id.into(),
            cart: None,
            delivery_address: None,
            delivery_instructions: None,
        }
    }

    /// Sets [`cart`](Self::cart).
    pub fn cart(mut self, cart: Cart) -> Self {
        self.cart = Some(cart);
        self
    }

    /// Sets [`delivery_address`](Self::delivery_address).
    pub fn delivery_address(mut self, delivery_address: Address) -> Self {
        self.delivery_address = Some(delivery_address);
        self
    }

    /// Sets [`delivery_instructions`](Self::delivery_instructions).
    pub fn delivery_instructions(
        mut self,
        delivery_instructions: impl Into<String>,
    ) -> Self {
        self.delivery_instructions = Some(delivery_instructions.into());
        self
    }
}

object! {
    CreateOrderRequest {
        required hold_id = "hold_id",
        optional cart = "cart",
        optional delivery_address = "delivery_address",
        optional delivery_instructions = "delivery_instructions",
    }
}
