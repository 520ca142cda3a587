// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::object;

/// The delivery or pickup address.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct Address {
    /// The street address.
    pub address_line_1: Option<String>,
    /// Additional address information.
    pub address_line_2: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The state or province.
    pub state: Option<String>,
    /// The postal or ZIP code.
    pub postal_code: Option<String>,
}

impl Address {
    /// An `Address` with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`address_line_1`](Self::address_line_1).
    pub fn address_line_1(mut self, address_line_1: impl Into<String>) -> Self {
        self.address_line_1 = Some(address_line_1.into());
        self
    }

    /// Sets [`address_line_2`](Self::address_line_2).
    pub fn address_line_2(mut self, address_line_2: impl Into<String>) -> Self {
        self.address_line_2 = Some(address_line_2.into());
        self
    }

    /// Sets [`city`](Self::city).
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets [`state`](Self::state).
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`postal_code`](Self::postal_code).
    pub fn postal_code(mut self, postal_code: impl Into<String>) -> Self {
        self.postal_code = Some(postal_code.into());
        self
    }
}

object! {
    Address {
        optional address_line_1 = "address_line_1",
        optional address_line_2 = "address_line_2",
        optional city = "city",
        optional state = "state",
        optional postal_code = "postal_code",
    }
}
