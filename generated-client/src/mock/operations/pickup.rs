// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Pickup, as the server sees it.

use crate::models;
use crate::operations::pickup as operations;

crate::runtime::mock::operations! {
    FindPickupStores {
        success {
            200 json = STORES_RESPONSE,
        }
        failure FindPickupStoresError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    PreviewPickupTimeSlots {
        success {
            200 json = SERVICE_OPTIONS_RESPONSE,
        }
        failure PreviewPickupTimeSlotsError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    CreatePickupOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure CreatePickupOrderError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
}

/// A request of
/// [`Pickup::find_pickup_stores`](crate::operations::Pickup::find_pickup_stores), as
/// the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FindPickupStoresCall {
    /// The body.
    pub body: models::FindStoresRequest,
}

crate::runtime::mock::call! {
    FindPickupStores as FindPickupStoresCall {
        body = json "application/json",
    }
}

/// A request of
/// [`Pickup::preview_pickup_time_slots`](crate::operations::Pickup::preview_pickup_time_slots),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewPickupTimeSlotsCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::PreviewServiceOptionsRequest,
}

crate::runtime::mock::call! {
    PreviewPickupTimeSlots as PreviewPickupTimeSlotsCall {
        user_id = path "user_id" required,
        body = json "application/json",
    }
}

/// A request of
/// [`Pickup::create_pickup_order`](crate::operations::Pickup::create_pickup_order),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatePickupOrderCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::CreateOrderRequest,
}

crate::runtime::mock::call! {
    CreatePickupOrder as CreatePickupOrderCall {
        user_id = path "user_id" required,
        body = json "application/json",
    }
}
