// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Endpoints for finding delivery stores, previewing time slots, reserving time
//! slots, and creating delivery orders.

use crate::models;
use crate::runtime::{
    Call, Client, Decode, Mismatch, Operation, OperationInfo, Reply, Request, Retry,
    Schemes, format,
};

/// The operations of the tag Delivery, made by [`Client::delivery`].
#[derive(Debug, Clone)]
pub struct Delivery {
    pub(crate) client: Client,
}

impl Delivery {
    /// Find stores offering delivery
    ///
    /// Returns an array of stores that offer delivery for the customer's location,
    /// sorted by distance with the closest store first. Accepts location data such as
    /// latitude and longitude or a postal code.
    ///
    /// Sends `POST /v2/fulfillment/stores/delivery` with
    /// [`FindStoresRequest`](models::FindStoresRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`StoresResponse`](models::StoresResponse) on 200: List of
    /// stores offering delivery.
    ///
    /// Retry class: read-only, since it is a search or a quote, made by POST.
    ///
    /// # Errors
    ///
    /// [`FindDeliveryStoresError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .delivery()
    ///     .find_delivery_stores(models::FindStoresRequest::new())
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/stores/delivery' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn find_delivery_stores(
        &self,
        body: models::FindStoresRequest,
    ) -> Request<FindDeliveryStores> {
        Call::new(&self.client)
            .path("/v2/fulfillment/stores/delivery")
            .json(body)
            .request()
    }

    /// Preview time slots for delivery
    ///
    /// Previews possible service options and available time slots for delivery
    /// fulfillments. Useful for displaying delivery time options to customers before
    /// they complete checkout.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/service_options/delivery` with
    /// [`PreviewServiceOptionsRequest`](models::PreviewServiceOptionsRequest) as JSON,
    /// authorised by `bearerAuth`. Returns
    /// [`ServiceOptionsResponse`](models::ServiceOptionsResponse) on 200: Available
    /// delivery time slots.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: read-only, since it is a search or a quote, made by POST.
    ///
    /// # Errors
    ///
    /// [`PreviewDeliveryTimeSlotsError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .delivery()
    ///     .preview_delivery_time_slots(
    ///         "user_id",
    ///         models::PreviewServiceOptionsRequest::new(),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/service_options/delivery' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn preview_delivery_time_slots(
        &self,
        user_id: &str,
        body: models::PreviewServiceOptionsRequest,
    ) -> Request<PreviewDeliveryTimeSlots> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/service_options/delivery")
            .json(body)
            .request()
    }

    /// Reserve a previewed delivery time slot
    ///
    /// Reserves a selected delivery time slot for the specified user and their cart
    /// items. The hold is temporary and must be followed by order creation before it
    /// expires.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/service_options/delivery/hold` with
    /// [`ReserveTimeSlotRequest`](models::ReserveTimeSlotRequest) as JSON, authorised by
    /// `bearerAuth`. Returns
    /// [`ServiceOptionHoldResponse`](models::ServiceOptionHoldResponse) on 200: Time
    /// slot reserved successfully.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: never once sent, since a second reservation cancels the first.
    ///
    /// # Errors
    ///
    /// [`ReserveDeliveryTimeSlotError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .delivery()
    ///     .reserve_delivery_time_slot(
    ///         "user_id",
    ///         models::ReserveTimeSlotRequest::new("service_option_id"),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/service_options/delivery/hold' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{"service_option_id":"service_option_id"}'
    /// ```
    pub fn reserve_delivery_time_slot(
        &self,
        user_id: &str,
        body: models::ReserveTimeSlotRequest,
    ) -> Request<ReserveDeliveryTimeSlot> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/service_options/delivery/hold")
            .json(body)
            .request()
    }

    /// Create a delivery order
    ///
    /// Creates a delivery order for a previously reserved time slot. The order includes
    /// the cart items and delivery details. Orders should be created as soon as possible
    /// after the time slot is reserved.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/orders/delivery` with
    /// [`CreateOrderRequest`](models::CreateOrderRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Delivery
    /// order created successfully.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: never once sent, since it takes money; reconcile with getOrder
    /// before trying again.
    ///
    /// # Errors
    ///
    /// [`CreateDeliveryOrderError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .delivery()
    ///     .create_delivery_order("user_id", models::CreateOrderRequest::new("hold_id"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/orders/delivery' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{"hold_id":"hold_id"}'
    /// ```
    pub fn create_delivery_order(
        &self,
        user_id: &str,
        body: models::CreateOrderRequest,
    ) -> Request<CreateDeliveryOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/orders/delivery")
            .json(body)
            .request()
    }

    /// Get an order
    ///
    /// Retrieves details for a specific order, including its current status, items, and
    /// delivery or pickup information.
    ///
    /// Sends `GET /v2/fulfillment/users/{user_id}/orders/{order_id}`, authorised by
    /// `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Order
    /// details.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    /// * `order_id`: The unique identifier for the order.
    ///
    /// Retry class: read-only, since GET is safe (RFC 9110, 9.2.1).
    ///
    /// # Errors
    ///
    /// [`GetOrderError`] on 401 and 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.delivery().get_order("user_id", "order_id").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request GET 'https://connect.instacart.com/v2/fulfillment/users/user_id/orders/order_id' \
    ///   --header "Authorization: Bearer $TOKEN"
    /// ```
    pub fn get_order(&self, user_id: &str, order_id: &str) -> Request<GetOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/orders/")
            .segment("order_id", order_id)
            .request()
    }

    /// Cancel an order
    ///
    /// Cancels a delivery, pickup, or last mile delivery order. To successfully cancel,
    /// the order status must be brand_new. Once a shopper is assigned and the status
    /// moves to acknowledged, the order can no longer be canceled through this endpoint.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/orders/{order_id}/cancel`, authorised
    /// by `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Order
    /// canceled successfully.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    /// * `order_id`: The unique identifier for the order.
    ///
    /// Retry class: never once sent, since it changes the state of an order.
    ///
    /// # Errors
    ///
    /// [`CancelOrderError`] on 400, 401 and 404.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.delivery().cancel_order("user_id", "order_id").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/orders/order_id/cancel' \
    ///   --header "Authorization: Bearer $TOKEN"
    /// ```
    pub fn cancel_order(&self, user_id: &str, order_id: &str) -> Request<CancelOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/orders/")
            .segment("order_id", order_id)
            .path("/cancel")
            .request()
    }
}

/// The operation `POST /v2/fulfillment/stores/delivery`,
/// called by [`Delivery::find_delivery_stores`].
pub enum FindDeliveryStores {}

impl Operation for FindDeliveryStores {
    type Output = models::StoresResponse;
    type Error = FindDeliveryStoresError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "findDeliveryStores",
        method: "POST",
        route: "/v2/fulfillment/stores/delivery",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::find_delivery_stores`].
#[derive(Debug)]
#[non_exhaustive]
pub enum FindDeliveryStoresError {
    /// 400: Bad request due to invalid parameters.
    BadRequest(models::ErrorBody),
    /// 401: Unauthorized.
    Unauthorized(models::ErrorBody),
}

impl Decode for FindDeliveryStoresError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}

/// The operation `POST /v2/fulfillment/users/{user_id}/service_options/delivery`,
/// called by [`Delivery::preview_delivery_time_slots`].
pub enum PreviewDeliveryTimeSlots {}

impl Operation for PreviewDeliveryTimeSlots {
    type Output = models::ServiceOptionsResponse;
    type Error = PreviewDeliveryTimeSlotsError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "previewDeliveryTimeSlots",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/service_options/delivery",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::preview_delivery_time_slots`].
///
/// Operations that answer alike share it, each by a name of its own.
#[derive(Debug)]
#[non_exhaustive]
pub enum PreviewDeliveryTimeSlotsError {
    /// 400: Bad request.
    BadRequest(models::ErrorBody),
    /// 401: Unauthorized.
    Unauthorized(models::ErrorBody),
}

impl Decode for PreviewDeliveryTimeSlotsError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}

/// The operation `POST /v2/fulfillment/users/{user_id}/service_options/delivery/hold`,
/// called by [`Delivery::reserve_delivery_time_slot`].
pub enum ReserveDeliveryTimeSlot {}

impl Operation for ReserveDeliveryTimeSlot {
    type Output = models::ServiceOptionHoldResponse;
    type Error = ReserveDeliveryTimeSlotError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "reserveDeliveryTimeSlot",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/service_options/delivery/hold",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::reserve_delivery_time_slot`].
#[doc(inline)]
pub use self::PreviewDeliveryTimeSlotsError as ReserveDeliveryTimeSlotError;

/// The operation `POST /v2/fulfillment/users/{user_id}/orders/delivery`,
/// called by [`Delivery::create_delivery_order`].
pub enum CreateDeliveryOrder {}

impl Operation for CreateDeliveryOrder {
    type Output = models::OrderResponse;
    type Error = CreateDeliveryOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "createDeliveryOrder",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/orders/delivery",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        timeout: Some(std::time::Duration::from_secs(60)),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::create_delivery_order`].
#[doc(inline)]
pub use self::PreviewDeliveryTimeSlotsError as CreateDeliveryOrderError;

/// The operation `GET /v2/fulfillment/users/{user_id}/orders/{order_id}`,
/// called by [`Delivery::get_order`].
pub enum GetOrder {}

impl Operation for GetOrder {
    type Output = models::OrderResponse;
    type Error = GetOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "getOrder",
        method: "GET",
        route: "/v2/fulfillment/users/{user_id}/orders/{order_id}",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::get_order`].
#[derive(Debug)]
#[non_exhaustive]
pub enum GetOrderError {
    /// 401: Unauthorized.
    Unauthorized(models::ErrorBody),
    /// 404: Order not found.
    NotFound(models::ErrorBody),
}

impl Decode for GetOrderError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            401 => reply.json().map(Self::Unauthorized),
            404 => reply.json().map(Self::NotFound),
            _ => reply.undeclared(),
        }
    }
}

/// The operation `POST /v2/fulfillment/users/{user_id}/orders/{order_id}/cancel`,
/// called by [`Delivery::cancel_order`].
pub enum CancelOrder {}

impl Operation for CancelOrder {
    type Output = models::OrderResponse;
    type Error = CancelOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "cancelOrder",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/orders/{order_id}/cancel",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Delivery::cancel_order`].
#[derive(Debug)]
#[non_exhaustive]
pub enum CancelOrderError {
    /// 400: Order cannot be canceled in its current status.
    BadRequest(models::ErrorBody),
    /// 401: Unauthorized.
    Unauthorized(models::ErrorBody),
    /// 404: Order not found.
    NotFound(models::ErrorBody),
}

impl Decode for CancelOrderError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            404 => reply.json().map(Self::NotFound),
            _ => reply.undeclared(),
        }
    }
}
