// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Setters of what only a server sends.

use crate::models::ErrorBody;
use crate::models::FulfillmentType;
use crate::models::OrderItem;
use crate::models::OrderItemStatus;
use crate::models::OrderResponse;
use crate::models::OrderStatus;
use crate::models::ServiceOption;
use crate::models::ServiceOptionHoldResponse;
use crate::models::ServiceOptionsResponse;
use crate::models::Store;
use crate::models::StoreAddress;
use crate::models::StoresResponse;
use crate::models::TokenResponse;
use crate::models::TokenType;
use crate::runtime::Secret;

impl TokenResponse {
    /// Sets [`access_token`](Self::access_token).
    #[must_use]
    pub fn access_token(mut self, access_token: impl Into<Secret>) -> Self {
        self.access_token = Some(access_token.into());
        self
    }

    /// Sets [`token_type`](Self::token_type).
    #[must_use]
    pub fn token_type(mut self, token_type: TokenType) -> Self {
        self.token_type = Some(token_type);
        self
    }

    /// Sets [`expires_in`](Self::expires_in).
    #[must_use]
    pub fn expires_in(mut self, expires_in: i64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    /// Sets [`scope`](Self::scope).
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: i64) -> Self {
        self.created_at = Some(created_at);
        self
    }
}

impl StoresResponse {
    /// Sets [`stores`](Self::stores).
    #[must_use]
    pub fn stores(mut self, stores: Vec<Store>) -> Self {
        self.stores = Some(stores);
        self
    }
}

impl Store {
    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`address`](Self::address).
    #[must_use]
    pub fn address(mut self, address: StoreAddress) -> Self {
        self.address = Some(address);
        self
    }

    /// Sets [`distance`](Self::distance).
    #[must_use]
    pub fn distance(mut self, distance: f64) -> Self {
        self.distance = Some(distance);
        self
    }
}

impl ServiceOptionsResponse {
    /// Sets [`service_options`](Self::service_options).
    #[must_use]
    pub fn service_options(mut self, service_options: Vec<ServiceOption>) -> Self {
        self.service_options = Some(service_options);
        self
    }
}

impl ServiceOption {
    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`date`](Self::date).
    #[must_use]
    pub fn date(mut self, date: jiff::civil::Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Sets [`window_starts_at`](Self::window_starts_at).
    #[must_use]
    pub fn window_starts_at(mut self, window_starts_at: crate::DateTime) -> Self {
        self.window_starts_at = Some(window_starts_at);
        self
    }

    /// Sets [`window_ends_at`](Self::window_ends_at).
    #[must_use]
    pub fn window_ends_at(mut self, window_ends_at: crate::DateTime) -> Self {
        self.window_ends_at = Some(window_ends_at);
        self
    }

    /// Sets [`fulfillment_type`](Self::fulfillment_type).
    #[must_use]
    pub fn fulfillment_type(mut self, fulfillment_type: FulfillmentType) -> Self {
        self.fulfillment_type = Some(fulfillment_type);
        self
    }
}

impl ServiceOptionHoldResponse {
    /// Sets [`hold_id`](Self::hold_id).
    #[must_use]
    pub fn hold_id(mut self, hold_id: impl Into<String>) -> Self {
        self.hold_id = Some(hold_id.into());
        self
    }

    /// Sets [`expires_at`](Self::expires_at).
    #[must_use]
    pub fn expires_at(mut self, expires_at: crate::DateTime) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// Sets [`service_option`](Self::service_option).
    #[must_use]
    pub fn service_option(mut self, service_option: ServiceOption) -> Self {
        self.service_option = Some(service_option);
        self
    }
}

impl OrderResponse {
    /// Sets [`id`](Self::id).
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, status: OrderStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn created_at(mut self, created_at: crate::DateTime) -> Self {
        self.created_at = Some(created_at);
        self
    }

    /// Sets [`fulfillment_type`](Self::fulfillment_type).
    #[must_use]
    pub fn fulfillment_type(mut self, fulfillment_type: FulfillmentType) -> Self {
        self.fulfillment_type = Some(fulfillment_type);
        self
    }

    /// Sets [`service_option`](Self::service_option).
    #[must_use]
    pub fn service_option(mut self, service_option: ServiceOption) -> Self {
        self.service_option = Some(service_option);
        self
    }

    /// Sets [`store`](Self::store).
    #[must_use]
    pub fn store(mut self, store: Store) -> Self {
        self.store = Some(store);
        self
    }

    /// Sets [`items`](Self::items).
    #[must_use]
    pub fn items(mut self, items: Vec<OrderItem>) -> Self {
        self.items = Some(items);
        self
    }
}

impl OrderItem {
    /// Sets [`product_id`](Self::product_id).
    #[must_use]
    pub fn product_id(mut self, product_id: impl Into<String>) -> Self {
        self.product_id = Some(product_id.into());
        self
    }

    /// Sets [`upc`](Self::upc).
    #[must_use]
    pub fn upc(mut self, upc: impl Into<String>) -> Self {
        self.upc = Some(upc.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`quantity`](Self::quantity).
    #[must_use]
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, status: OrderItemStatus) -> Self {
        self.status = Some(status);
        self
    }
}

impl ErrorBody {
    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, status: i64) -> Self {
        self.status = Some(status);
        self
    }
}

impl StoreAddress {
    /// Sets [`address_line_1`](Self::address_line_1).
    #[must_use]
    pub fn address_line_1(mut self, address_line_1: impl Into<String>) -> Self {
        self.address_line_1 = Some(address_line_1.into());
        self
    }

    /// Sets [`city`](Self::city).
    #[must_use]
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets [`state`](Self::state).
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`postal_code`](Self::postal_code).
    #[must_use]
    pub fn postal_code(mut self, postal_code: impl Into<String>) -> Self {
        self.postal_code = Some(postal_code.into());
        self
    }
}
