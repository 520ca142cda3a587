// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::object;

/// `FindStoresRequest` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "it does nothing until it is sent"]
#[non_exhaustive]
pub struct FindStoresRequest {
    /// The street address of the customer's location.
    pub address_line_1: Option<String>,
    /// Additional address information such as apartment or suite number.
    pub address_line_2: Option<String>,
    /// The city of the customer's location.
    pub city: Option<String>,
    /// The state or province of the customer's location.
    pub state: Option<String>,
    /// The postal or ZIP code of the customer's location.
    pub postal_code: Option<String>,
    /// The latitude coordinate of the customer's location.
    pub latitude: Option<f64>,
    /// The longitude coordinate of the customer's location.
    pub longitude: Option<f64>,
}

impl FindStoresRequest {
    /// A `FindStoresRequest` with nothing set.
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

    /// Sets [`latitude`](Self::latitude).
    pub fn latitude(mut self, latitude: f64) -> Self {
        self.latitude = Some(latitude);
        self
    }

    /// Sets [`longitude`](Self::longitude).
    pub fn longitude(mut self, longitude: f64) -> Self {
        self.longitude = Some(longitude);
        self
    }
}

object! {
    FindStoresRequest {
        optional address_line_1 = "address_line_1",
        optional address_line_2 = "address_line_2",
        optional city = "city",
        optional state = "state",
        optional postal_code = "postal_code",
        optional latitude = "latitude",
        optional longitude = "longitude",
    }
}
