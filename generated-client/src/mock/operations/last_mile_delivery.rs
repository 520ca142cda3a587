// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The tag Last Mile Delivery, as the server sees it.

use crate::models;
use crate::operations::last_mile_delivery as operations;

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

crate::runtime::mock::call! {
    FindLastMileStores as FindLastMileStoresCall {
        body = json "application/json",
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

crate::runtime::mock::call! {
    PreviewLastMileServiceOptions as PreviewLastMileServiceOptionsCall {
        user_id = path "user_id" required,
        body = json "application/json",
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

crate::runtime::mock::call! {
    CreateLastMileOrder as CreateLastMileOrderCall {
        user_id = path "user_id" required,
        body = json "application/json",
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

crate::runtime::mock::call! {
    StageLastMileOrder as StageLastMileOrderCall {
        order_id = path "order_id" required,
    }
}
