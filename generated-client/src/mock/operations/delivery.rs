// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Delivery, as the server sees it.

use crate::models;
use crate::operations::delivery as operations;

crate::runtime::mock::operations! {
    FindDeliveryStores {
        success {
            200 json = STORES_RESPONSE,
        }
        failure FindDeliveryStoresError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    PreviewDeliveryTimeSlots {
        success {
            200 json = SERVICE_OPTIONS_RESPONSE,
        }
        failure PreviewDeliveryTimeSlotsError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    ReserveDeliveryTimeSlot {
        success {
            200 json = SERVICE_OPTION_HOLD_RESPONSE,
        }
        failure ReserveDeliveryTimeSlotError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    CreateDeliveryOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure CreateDeliveryOrderError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    GetOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure GetOrderError {
            401 json Unauthorized = ERROR_BODY,
            404 json NotFound = ERROR_BODY,
        }
    }
    CancelOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure CancelOrderError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
            404 json NotFound = ERROR_BODY,
        }
    }
}

/// A request of
/// [`Delivery::find_delivery_stores`](crate::operations::Delivery::find_delivery_stores),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FindDeliveryStoresCall {
    /// The body.
    pub body: models::FindStoresRequest,
}

crate::runtime::mock::call! {
    FindDeliveryStores as FindDeliveryStoresCall {
        body = json "application/json",
    }
}

/// A request of
/// [`Delivery::preview_delivery_time_slots`](crate::operations::Delivery::preview_delivery_time_slots),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewDeliveryTimeSlotsCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::PreviewServiceOptionsRequest,
}

crate::runtime::mock::call! {
    PreviewDeliveryTimeSlots as PreviewDeliveryTimeSlotsCall {
        user_id = path "user_id" required,
        body = json "application/json",
    }
}

/// A request of
/// [`Delivery::reserve_delivery_time_slot`](crate::operations::Delivery::reserve_delivery_time_slot),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReserveDeliveryTimeSlotCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::ReserveTimeSlotRequest,
}

crate::runtime::mock::call! {
    ReserveDeliveryTimeSlot as ReserveDeliveryTimeSlotCall {
        user_id = path "user_id" required,
        body = json "application/json",
    }
}

/// A request of
/// [`Delivery::create_delivery_order`](crate::operations::Delivery::create_delivery_order),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateDeliveryOrderCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::CreateOrderRequest,
}

crate::runtime::mock::call! {
    CreateDeliveryOrder as CreateDeliveryOrderCall {
        user_id = path "user_id" required,
        body = json "application/json",
    }
}

/// A request of [`Delivery::get_order`](crate::operations::Delivery::get_order), as
/// the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetOrderCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The unique identifier for the order.
    pub order_id: String,
}

crate::runtime::mock::call! {
    GetOrder as GetOrderCall {
        user_id = path "user_id" required,
        order_id = path "order_id" required,
    }
}

/// A request of
/// [`Delivery::cancel_order`](crate::operations::Delivery::cancel_order), as the
/// mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CancelOrderCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The unique identifier for the order.
    pub order_id: String,
}

crate::runtime::mock::call! {
    CancelOrder as CancelOrderCall {
        user_id = path "user_id" required,
        order_id = path "order_id" required,
    }
}
