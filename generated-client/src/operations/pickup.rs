// @generated from spec/openapi.yaml by clientwright; do not edit.
//! Endpoints for finding pickup stores, previewing time slots, reserving time slots,
//! and creating pickup orders.

use crate::models;
use crate::runtime::{
    Call, Client, Operation, OperationInfo, Request, Retry, Schemes, format,
};

/// The operations of the tag Pickup, made by [`Client::pickup`].
#[derive(Debug, Clone)]
pub struct Pickup {
    pub(crate) client: Client,
}

impl Pickup {
    /// Find stores offering pickup
    ///
    /// Returns an array of stores that offer pickup for the customer's location, sorted
    /// by distance with the closest store first.
    ///
    /// Sends `POST /v2/fulfillment/stores/pickup` with
    /// [`FindStoresRequest`](models::FindStoresRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`StoresResponse`](models::StoresResponse) on 200: List of
    /// stores offering pickup.
    ///
    /// Retry class: read-only, since it is a search or a quote, made by POST.
    ///
    /// # Errors
    ///
    /// [`FindPickupStoresError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .pickup()
    ///     .find_pickup_stores(models::FindStoresRequest::new())
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/stores/pickup' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn find_pickup_stores(
        &self,
        body: models::FindStoresRequest,
    ) -> Request<FindPickupStores> {
        Call::new(&self.client)
            .path("/v2/fulfillment/stores/pickup")
            .json(body)
            .request()
    }

    /// Preview time slots for pickup
    ///
    /// Previews possible service options and available time slots for pickup
    /// fulfillments. Useful for displaying pickup time options to customers before they
    /// complete checkout.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/service_options/pickup` with
    /// [`PreviewServiceOptionsRequest`](models::PreviewServiceOptionsRequest) as JSON,
    /// authorised by `bearerAuth`. Returns
    /// [`ServiceOptionsResponse`](models::ServiceOptionsResponse) on 200: Available
    /// pickup time slots.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: read-only, since it is a search or a quote, made by POST.
    ///
    /// # Errors
    ///
    /// [`PreviewPickupTimeSlotsError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .pickup()
    ///     .preview_pickup_time_slots(
    ///         "user_id",
    ///         models::PreviewServiceOptionsRequest::new(),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/service_options/pickup' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{}'
    /// ```
    pub fn preview_pickup_time_slots(
        &self,
        user_id: &str,
        body: models::PreviewServiceOptionsRequest,
    ) -> Request<PreviewPickupTimeSlots> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/service_options/pickup")
            .json(body)
            .request()
    }

    /// Create a pickup order
    ///
    /// Creates a pickup order for a previously reserved time slot. The response can take
    /// several seconds, so orders should be created as soon as possible after checkout
    /// to minimize wait time.
    ///
    /// Sends `POST /v2/fulfillment/users/{user_id}/orders/pickup` with
    /// [`CreateOrderRequest`](models::CreateOrderRequest) as JSON, authorised by
    /// `bearerAuth`. Returns [`OrderResponse`](models::OrderResponse) on 200: Pickup
    /// order created successfully.
    ///
    /// * `user_id`: The unique identifier for the user in the retailer's system.
    ///
    /// Retry class: never once sent, since it takes money; reconcile with getOrder
    /// before trying again.
    ///
    /// # Errors
    ///
    /// [`CreatePickupOrderError`] on 400 and 401.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use instacart_fulfillment::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client
    ///     .pickup()
    ///     .create_pickup_order("user_id", models::CreateOrderRequest::new("hold_id"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// ```sh
    /// curl --request POST 'https://connect.instacart.com/v2/fulfillment/users/user_id/orders/pickup' \
    ///   --header "Authorization: Bearer $TOKEN" \
    ///   --json '{"hold_id":"hold_id"}'
    /// ```
    pub fn create_pickup_order(
        &self,
        user_id: &str,
        body: models::CreateOrderRequest,
    ) -> Request<CreatePickupOrder> {
        Call::new(&self.client)
            .path("/v2/fulfillment/users/")
            .segment("user_id", user_id)
            .path("/orders/pickup")
            .json(body)
            .request()
    }
}

/// The operation `POST /v2/fulfillment/stores/pickup`,
/// called by [`Pickup::find_pickup_stores`].
pub enum FindPickupStores {}

impl Operation for FindPickupStores {
    type Output = models::StoresResponse;
    type Error = FindPickupStoresError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "findPickupStores",
        method: "POST",
        route: "/v2/fulfillment/stores/pickup",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Pickup::find_pickup_stores`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as FindPickupStoresError;

/// The operation `POST /v2/fulfillment/users/{user_id}/service_options/pickup`,
/// called by [`Pickup::preview_pickup_time_slots`].
pub enum PreviewPickupTimeSlots {}

impl Operation for PreviewPickupTimeSlots {
    type Output = models::ServiceOptionsResponse;
    type Error = PreviewPickupTimeSlotsError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "previewPickupTimeSlots",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/service_options/pickup",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Pickup::preview_pickup_time_slots`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as PreviewPickupTimeSlotsError;

/// The operation `POST /v2/fulfillment/users/{user_id}/orders/pickup`,
/// called by [`Pickup::create_pickup_order`].
pub enum CreatePickupOrder {}

impl Operation for CreatePickupOrder {
    type Output = models::OrderResponse;
    type Error = CreatePickupOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "createPickupOrder",
        method: "POST",
        route: "/v2/fulfillment/users/{user_id}/orders/pickup",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        timeout: Some(std::time::Duration::from_secs(60)),
        ..OperationInfo::DEFAULT
    };
}

/// What the server answers when it refuses [`Pickup::create_pickup_order`].
#[doc(inline)]
pub use super::delivery::PreviewDeliveryTimeSlotsError as CreatePickupOrderError;
