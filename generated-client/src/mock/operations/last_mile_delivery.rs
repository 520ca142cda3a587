// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Last Mile Delivery, as the server sees it.

use crate::models;
use crate::operations::last_mile_delivery as operations;
use crate::runtime::mock::{Arguments, Mocked, Problem};

crate::runtime::mock::operations! {
    FindLastMileStores {
        success {
            200 json = STORES_RESPONSE,
        }
        failure FindLastMileStoresError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    PreviewLastMileServiceOptions {
        success {
            200 json = SERVICE_OPTIONS_RESPONSE,
        }
        failure PreviewLastMileServiceOptionsError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    CreateLastMileOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure CreateLastMileOrderError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
        }
    }
    StageLastMileOrder {
        success {
            200 json = ORDER_RESPONSE,
        }
        failure StageLastMileOrderError {
            400 json BadRequest = ERROR_BODY,
            401 json Unauthorized = ERROR_BODY,
            404 json NotFound = ERROR_BODY,
        }
    }
}

/// A request of
/// [`LastMileDelivery::find_last_mile_stores`](crate::operations::LastMileDelivery::find_last_mile_stores),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FindLastMileStoresCall {
    /// The body.
    pub body: models::FindStoresRequest,
}

impl Mocked for operations::FindLastMileStores {
    type Call = FindLastMileStoresCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(FindLastMileStoresCall {
            body: request.json("application/json")?,
        })
    }
}

/// A request of
/// [`LastMileDelivery::preview_last_mile_service_options`](crate::operations::LastMileDelivery::preview_last_mile_service_options),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewLastMileServiceOptionsCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::PreviewServiceOptionsRequest,
}

impl Mocked for operations::PreviewLastMileServiceOptions {
    type Call = PreviewLastMileServiceOptionsCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(PreviewLastMileServiceOptionsCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
    }
}

/// A request of
/// [`LastMileDelivery::create_last_mile_order`](crate::operations::LastMileDelivery::create_last_mile_order),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateLastMileOrderCall {
    /// The unique identifier for the user in the retailer's system.
    pub user_id: String,
    /// The body.
    pub body: models::CreateOrderRequest,
}

impl Mocked for operations::CreateLastMileOrder {
    type Call = CreateLastMileOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(CreateLastMileOrderCall {
            user_id: request.path("user_id").required()?,
            body: request.json("application/json")?,
        })
    }
}

/// A request of
/// [`LastMileDelivery::stage_last_mile_order`](crate::operations::LastMileDelivery::stage_last_mile_order),
/// as the mock received it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StageLastMileOrderCall {
    /// The unique identifier for the order.
    pub order_id: String,
}

impl Mocked for operations::StageLastMileOrder {
    type Call = StageLastMileOrderCall;

    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem> {
        Ok(StageLastMileOrderCall {
            order_id: request.path("order_id").required()?,
        })
    }
}
