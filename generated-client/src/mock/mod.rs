// @generated from spec/openapi.yaml by clientwright; do not edit.
//! The API as a server for tests, on a loopback socket.
//!
//! Every operation answers with a sample out of the document until [`MockServer::on`] sets a
//! handler for it. Requests are checked against the document; what did not fit is in
//! [`MockServer::problems`]. [`MockServer::fail`] makes the next requests go wrong.
//!
//! ```no_run
//! use instacart_fulfillment::{Client, models};
//! use instacart_fulfillment::mock::{Fault, MockServer};
//! use instacart_fulfillment::operations::delivery::FindDeliveryStores;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let mock = MockServer::start().await?;
//! let client = Client::builder().base_url(mock.url()).bearer_auth("token").build()?;
//! mock.fail::<FindDeliveryStores>(Fault::delay(std::time::Duration::from_millis(50)));
//! let reply = client
//!     .delivery()
//!     .find_delivery_stores(models::FindStoresRequest::new())
//!     .await?;
//! let calls = mock.calls::<FindDeliveryStores>();
//! assert_eq!(calls, 1);
//! assert!(mock.problems().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! | operation | request | what a handler gets |
//! |---|---|---|
//! | [`GenerateAccessToken`](crate::operations::authentication::GenerateAccessToken) | `POST /v2/oauth/token` | [`GenerateAccessTokenCall`] |
//! | [`FindDeliveryStores`](crate::operations::delivery::FindDeliveryStores) | `POST /v2/fulfillment/stores/delivery` | [`FindDeliveryStoresCall`] |
//! | [`PreviewDeliveryTimeSlots`](crate::operations::delivery::PreviewDeliveryTimeSlots) | `POST /v2/fulfillment/users/{user_id}/service_options/delivery` | [`PreviewDeliveryTimeSlotsCall`] |
//! | [`ReserveDeliveryTimeSlot`](crate::operations::delivery::ReserveDeliveryTimeSlot) | `POST /v2/fulfillment/users/{user_id}/service_options/delivery/hold` | [`ReserveDeliveryTimeSlotCall`] |
//! | [`CreateDeliveryOrder`](crate::operations::delivery::CreateDeliveryOrder) | `POST /v2/fulfillment/users/{user_id}/orders/delivery` | [`CreateDeliveryOrderCall`] |
//! | [`GetOrder`](crate::operations::delivery::GetOrder) | `GET /v2/fulfillment/users/{user_id}/orders/{order_id}` | [`GetOrderCall`] |
//! | [`CancelOrder`](crate::operations::delivery::CancelOrder) | `POST /v2/fulfillment/users/{user_id}/orders/{order_id}/cancel` | [`CancelOrderCall`] |
//! | [`FindLastMileStores`](crate::operations::last_mile_delivery::FindLastMileStores) | `POST /v2/fulfillment/stores/last_mile` | [`FindLastMileStoresCall`] |
//! | [`PreviewLastMileServiceOptions`](crate::operations::last_mile_delivery::PreviewLastMileServiceOptions) | `POST /v2/fulfillment/lastmile/users/{user_id}/service_options` | [`PreviewLastMileServiceOptionsCall`] |
//! | [`CreateLastMileOrder`](crate::operations::last_mile_delivery::CreateLastMileOrder) | `POST /v2/fulfillment/lastmile/users/{user_id}/orders` | [`CreateLastMileOrderCall`] |
//! | [`StageLastMileOrder`](crate::operations::last_mile_delivery::StageLastMileOrder) | `POST /v2/fulfillment/lastmile/orders/{order_id}/staged` | [`StageLastMileOrderCall`] |
//! | [`FindPickupStores`](crate::operations::pickup::FindPickupStores) | `POST /v2/fulfillment/stores/pickup` | [`FindPickupStoresCall`] |
//! | [`PreviewPickupTimeSlots`](crate::operations::pickup::PreviewPickupTimeSlots) | `POST /v2/fulfillment/users/{user_id}/service_options/pickup` | [`PreviewPickupTimeSlotsCall`] |
//! | [`CreatePickupOrder`](crate::operations::pickup::CreatePickupOrder) | `POST /v2/fulfillment/users/{user_id}/orders/pickup` | [`CreatePickupOrderCall`] |

mod models;

mod operations;

mod samples;

pub use crate::runtime::mock::*;
pub use operations::*;

crate::runtime::mock::server! {
    tags {
        authentication,
        delivery,
        last_mile_delivery,
        pickup,
    }
    schemes {
        "bearerAuth" Bearer,
    }
}
