// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Endpoints for last mile delivery where items are pre-packed and only require
//! delivery from the store to the customer.

use crate::models;
use crate::runtime::{
    Call, Client, Decode, Mismatch, Operation, OperationInfo, Reply, Request, Retry,
    Schemes, format,
};

/// The operations of the tag Last Mile Delivery, made by [`Client::last_mile_delivery`].
#[derive(Debug, Clone)]
pub struct LastMileDelivery {
    pub(crate) client: Client,
}

impl LastMileDelivery {
    /// Find stores offering last mile delivery
    ///
    /// Returns an array of stores that offer last mile delivery for the customer's
    /// location. Last mile delivery is for pre-packed orders that only require
    /// transportation from the store to the customer.
    ///
    /// Sends `POST /v2/fulfillment/stores/last_mile` with
    /// [`FindStoresRequest`](models::FindStoresRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`StoresResponse`](models::StoresResponse) on 200: List of
    /// stores offering last mile delivery.
    ///
    /// Retry class: read-only, since it is a search or a quote, made by POST.
    ///
    /// # Errors
    ///
    /// [`FindLastMileStoresError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .last_mile_delivery()
    ///     .find_last_mile_stores(models::FindStoresRequest::new())
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/stores/last_mile' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn find_last_mile_stores(
        &self,
        body: models::FindStoresRequest,
    ) -> Request<FindLastMileStores> {
        Call::new(&self.client)
            .path("/v2/fulfillment/stores/last_mile")
            .json(body)
            .request()
    }

    /// Reserve a time slot for last mile delivery
    ///
    /// Previews and reserves a time slot for a last mile delivery order. Used to secure
    /// a delivery window before creating the order.
    ///
    /// Sends `POST /v2/fulfillment/lastmile/users/{user_id}/service_options` with
    /// [`PreviewServiceOptionsRequest`](models::PreviewServiceOptionsRequest) as JSON,
    /// authorised by `bearerAuth`. Returns
    /// [`ServiceOptionsResponse`](models::ServiceOptionsResponse) on 200: Service
    /// options for last mile delivery.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: never once sent, since it is described as "Previews and reserves".
    ///
    /// # Errors
    ///
    /// [`PreviewLastMileServiceOptionsError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .last_mile_delivery()
    ///     .preview_last_mile_service_options(
    ///         "user_id",
    ///         models::PreviewServiceOptionsRequest::new(),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/lastmile/users/user_id/service_options' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn preview_last_mile_service_options(
        &self,
        user_id: &str,
        body: models::PreviewServiceOptionsRequest,
    ) -> Request<PreviewLastMileServiceOptions> {
        Call::new(&self.client)
            .path("/v2/fulfillment/lastmile/users/")
            .segment("user_id", user_id)
            .path("/service_options")
            .json(body)
            .request()
    }

    /// Create a last mile delivery order
    ///
    /// Creates a last mile delivery order for a previously reserved time slot. Last mile
    /// orders are for pre-packed items that require only delivery from the store to the
    /// customer location.
    ///
    /// Sends `POST /v2/fulfillment/lastmile/users/{user_id}/orders` with
    /// [`CreateOrderRequest`](models::CreateOrderRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Last mile
    /// delivery order created successfully.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: never once sent, since it takes money; reconcile with getOrder
    /// before trying again.
    ///
    /// # Errors
    ///
    /// [`CreateLastMileOrderError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .last_mile_delivery()
    ///     .create_last_mile_order("user_id", models::CreateOrderRequest::new("hold_id"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/lastmile/users/user_id/orders' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{"hold_id":"hold_id"}'
    /// ```
    pub fn create_last_mile_order(
        &self,
        user_id: &str,
        body: models::CreateOrderRequest,
    ) -> Request<CreateLastMileOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/lastmile/users/")
            .segment("user_id", user_id)
            .path("/orders")
            .json(body)
            .request()
    }

    /// Stage a last mile delivery order
    ///
    /// Marks a last mile delivery order as staged and ready for pickup by the delivery
    /// driver. This should be called when the order items are packed and ready at the
    /// store.
    ///
    /// Sends `POST /v2/fulfillment/lastmile/orders/{order_id}/staged`, authorised by
    /// `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Order
    /// staged successfully.
    ///
    /// * `order_id`: The unique identifier for the order.
    ///
    /// Retry class: never once sent, since it changes the state of an order.
    ///
    /// # Errors
    ///
    /// [`StageLastMileOrderError`] on 400, 401 and 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.last_mile_delivery().stage_last_mile_order("order_id").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/lastmile/orders/order_id/staged' \
    ///   --header "Authorization: Bearer $TOKEN"
    /// ```
    pub fn stage_last_mile_order(&self, order_id: &str) -> Request<StageLastMileOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/lastmile/orders/")
            .segment("order_id", order_id)
            .path("/staged")
            .request()
    }
}

/// The operation `POST /v2/fulfillment/stores/last_mile`,
/// called by [`LastMileDelivery::find_last_mile_stores`].
pub enum FindLastMileStores {}

impl Operation for FindLastMileStores {
    type Output = models::StoresResponse;
    type Error = FindLastMileStoresError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "findLastMileStores",
        method: "POST",
        route: "/v2/fulfillment/stores/last_mile",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`LastMileDelivery::find_last_mile_stores`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as FindLastMileStoresError;

/// The operation `POST /v2/fulfillment/lastmile/users/{user_id}/service_options`,
/// called by [`LastMileDelivery::preview_last_mile_service_options`].
pub enum PreviewLastMileServiceOptions {}

impl Operation for PreviewLastMileServiceOptions {
    type Output = models::ServiceOptionsResponse;
    type Error = PreviewLastMileServiceOptionsError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "previewLastMileServiceOptions",
        method: "POST",
        route: "/v2/fulfillment/lastmile/users/{user_id}/service_options",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`LastMileDelivery::preview_last_mile_service_options`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as PreviewLastMileServiceOptionsError;

/// The operation `POST /v2/fulfillment/lastmile/users/{user_id}/orders`,
/// called by [`LastMileDelivery::create_last_mile_order`].
pub enum CreateLastMileOrder {}

impl Operation for CreateLastMileOrder {
    type Output = models::OrderResponse;
    type Error = CreateLastMileOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "createLastMileOrder",
        method: "POST",
        route: "/v2/fulfillment/lastmile/users/{user_id}/orders",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        timeout: Some(std::time::Duration::from_secs(60)),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`LastMileDelivery::create_last_mile_order`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as CreateLastMileOrderError;

/// The operation `POST /v2/fulfillment/lastmile/orders/{order_id}/staged`,
/// called by [`LastMileDelivery::stage_last_mile_order`].
pub enum StageLastMileOrder {}

impl Operation for StageLastMileOrder {
    type Output = models::OrderResponse;
    type Error = StageLastMileOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "stageLastMileOrder",
        method: "POST",
        route: "/v2/fulfillment/lastmile/orders/{order_id}/staged",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`LastMileDelivery::stage_last_mile_order`].
#[derive(Debug)]
#[non_exhaustive]
pub enum StageLastMileOrderError {
    /// 400: Bad request.
    BadRequest(models::ErrorBody),
    /// 401: Unauthorized.
    Unauthorized(models::ErrorBody),
    /// 404: Order not found.
    NotFound(models::ErrorBody),
}

impl Decode for StageLastMileOrderError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            404 => reply.json().map(Self::NotFound),
            _ => reply.undeclared(),
        }
    }
}
