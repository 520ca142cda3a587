// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Pickup, as the server sees it.

use crate::models;
use crate::operations::pickup as operations;
use crate::runtime::mock::{Answer, Arguments, Mocked, Problem};

crate::runtime::mock::operations! {
    FindPickupStores {
        200 json STORES_RESPONSE,
        400 json ERROR_BODY,
        401 json ERROR_BODY,
    }
    PreviewPickupTimeSlots {
        200 json SERVICE_OPTIONS_RESPONSE,
        400 json ERROR_BODY,
        401 json ERROR_BODY,
    }
    CreatePickupOrder {
        200 json ORDER_RESPONSE,
        400 json ERROR_BODY,
        401 json ERROR_BODY,
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

impl Mocked for operations::FindPickupStores {
    type Call = FindPickupStoresCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(FindPickupStoresCall {
            body: request.json("application/json")?,
        })
    }

    fn success(output: Self::Output) -> Answer {
        Answer::json(200, &output)
    }

    fn failure(error: Self::Error) -> Answer {
        match error {
            operations::FindPickupStoresError::BadRequest(body) => {
                Answer::json(400, &body)
            }
            operations::FindPickupStoresError::Unauthorized(body) => {
                Answer::json(401, &body)
            }
        }
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

impl Mocked for operations::PreviewPickupTimeSlots {
    type Call = PreviewPickupTimeSlotsCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(PreviewPickupTimeSlotsCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
    }

    fn success(output: Self::Output) -> Answer {
        Answer::json(200, &output)
    }

    fn failure(error: Self::Error) -> Answer {
        match error {
            operations::PreviewPickupTimeSlotsError::BadRequest(body) => {
                Answer::json(400, &body)
            }
            operations::PreviewPickupTimeSlotsError::Unauthorized(body) => {
                Answer::json(401, &body)
            }
        }
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

impl Mocked for operations::CreatePickupOrder {
    type Call = CreatePickupOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(CreatePickupOrderCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
    }

    fn success(output: Self::Output) -> Answer {
        Answer::json(200, &output)
    }

    fn failure(error: Self::Error) -> Answer {
        match error {
            operations::CreatePickupOrderError::BadRequest(body) => {
                Answer::json(400, &body)
            }
            operations::CreatePickupOrderError::Unauthorized(body) => {
                Answer::json(401, &body)
            }
        }
    }
}
