// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Delivery, as the server sees it.

use crate::models;
use crate::operations::delivery as operations;
use crate::runtime::mock::{Arguments, Mocked, Problem};

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

impl Mocked for operations::FindDeliveryStores {
    type Call = FindDeliveryStoresCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(FindDeliveryStoresCall {
            body: request.json("application/json")?,
        })
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

impl Mocked for operations::PreviewDeliveryTimeSlots {
    type Call = PreviewDeliveryTimeSlotsCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(PreviewDeliveryTimeSlotsCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
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

impl Mocked for operations::ReserveDeliveryTimeSlot {
    type Call = ReserveDeliveryTimeSlotCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(ReserveDeliveryTimeSlotCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
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

impl Mocked for operations::CreateDeliveryOrder {
    type Call = CreateDeliveryOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(CreateDeliveryOrderCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
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

impl Mocked for operations::GetOrder {
    type Call = GetOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(GetOrderCall {
            user_id: request.path("user_id").required()?,
            order_id: request.path("order_id").required()?,
        })
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

impl Mocked for operations::CancelOrder {
    type Call = CancelOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(CancelOrderCall {
            user_id: request.path("user_id").required()?,
            order_id: request.path("order_id").required()?,
        })
    }
}
