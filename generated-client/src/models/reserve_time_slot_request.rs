// @generated from spec/openapi.yaml by clientwright; do not edit.

use super::Cart;
use crate::runtime::object;

/// `ReserveTimeSlotRequest` of the document.
#[derive(Debug, Clone, PartialEq)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct ReserveTimeSlotRequest {
    /// The identifier of the service option time slot to reserve.
    pub service_option_id: String,
    /// The customer's cart details to associate with the reservation.
    pub cart: Option<Cart>,
}

impl ReserveTimeSlotRequest {
    /// A `ReserveTimeSlotRequest` with what it requires.
    pub fn new(service_option_id: impl Into<String>) -> Self {
        Self {
            service_option_id: service_option_id.into(),
            cart: None,
        }
    }

    /// Sets [`cart`](Self::cart).
    pub fn cart(mut self, cart: Cart) -> Self {
        self.cart = Some(cart);
        self
    }
}

object! {
    ReserveTimeSlotRequest {
        required service_option_id = "service_option_id",
        optional cart = "cart",
    }
}
