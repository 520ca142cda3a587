//! The store of the example `journey`: tokens, holds and orders live and end as they do at Instacart.
#![cfg(feature = "mock")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../examples/journey/store.rs"]
mod store;

use instacart_fulfillment::mock::MockServer;
use instacart_fulfillment::models::{
    Cart, CartItem, CreateOrderRequest, FindStoresRequest, OrderResponse, OrderStatus,
    PreviewServiceOptionsRequest, ReserveTimeSlotRequest,
};
use instacart_fulfillment::operations::authentication::GenerateAccessToken;
use instacart_fulfillment::operations::delivery::CreateDeliveryOrder;
use instacart_fulfillment::{Client, ClientCredentials};
use jiff::{SignedDuration, Timestamp};
use store::{Clock, HOLD_LIFE, Store, TOKEN_LIFE};

/// A server with a store behind it, a client of it, and the store's clock.
struct Shop {
    mock: MockServer,
    store: Store,
    clock: Clock,
    client: Client,
}

impl Shop {
    async fn open() -> Self {
        let clock = Clock::at(Timestamp::from_second(1_800_000_000).unwrap());
        let store = Store::new(clock.clone(), "id", "secret");
        let mock = MockServer::start().await.unwrap();
        store.serve(&mock);
        let client = client(&mock, "secret");
        Self { mock, store, clock, client }
    }

    /// Holds the first slot that is shown for delivery.
    async fn hold(&self, user: &str) -> String {
        let delivery = self.client.delivery();
        let request = PreviewServiceOptionsRequest::new();
        let shown = delivery.preview_delivery_time_slots(user, request).await.unwrap();
        let slot = shown.service_options.as_deref().unwrap()[0].id.clone().unwrap();
        let request = ReserveTimeSlotRequest::new(slot);
        let hold = delivery.reserve_delivery_time_slot(user, request).await.unwrap();
        assert_eq!(hold.expires_at, Some((self.clock.now() + HOLD_LIFE).into()));
        hold.hold_id.clone().unwrap()
    }

    /// The order, or the status and the text that it was refused with.
    async fn create(
        &self,
        user: &str,
        hold: &str,
    ) -> Result<OrderResponse, (u16, String)> {
        let cart = Cart::new().items(vec![CartItem::new().upc("1").quantity(2)]);
        let request = CreateOrderRequest::new(hold).cart(cart);
        match self.client.delivery().create_delivery_order(user, request).await {
            Ok(order) => Ok(order.into_inner()),
            Err(error) => {
                let text = error.body_text().unwrap().into_owned();
                Err((error.status().unwrap().as_u16(), text))
            }
        }
    }

    async fn order(&self, user: &str) -> String {
        let hold = self.hold(user).await;
        self.create(user, &hold).await.unwrap().id.unwrap()
    }
}

fn client(mock: &MockServer, secret: &str) -> Client {
    let credentials = ClientCredentials::new("id", secret).scope("connect:fulfillment");
    Client::builder()
        .base_url(mock.url())
        .client_credentials(credentials)
        .build()
        .unwrap()
}

/// The body that docs.instacart.com shows.
fn refusal(message: &str, code: u32, key: &str) -> String {
    format!(
        r#"{{"error":{{"code":{code},"message":"{message}"}},"meta":{{"key":"{key}"}}}}"#
    )
}

#[tokio::test]
async fn an_order_takes_the_items_and_the_slot_of_its_hold() {
    let shop = Shop::open().await;
    let hold = shop.hold("u").await;

    let order = shop.create("u", &hold).await.unwrap();

    assert_eq!(order.status, Some(OrderStatus::BrandNew));
    assert_eq!(order.created_at, Some(shop.clock.now().into()));
    assert_eq!(order.items.unwrap()[0].quantity, Some(2));
    assert!(
        order.service_option.unwrap().window_starts_at.unwrap()
            > shop.clock.now().into()
    );
    assert_eq!(shop.create("u", &hold).await.unwrap_err().0, 400);
    assert_eq!((shop.store.orders(), shop.mock.problems().len()), (1, 0));
}

#[tokio::test]
async fn a_hold_expires() {
    let shop = Shop::open().await;
    let hold = shop.hold("u").await;
    shop.clock.advance(HOLD_LIFE - SignedDuration::from_secs(1));
    assert!(shop.create("u", &hold).await.is_ok());

    let hold = shop.hold("u").await;
    shop.clock.advance(HOLD_LIFE);
    let refused = shop.create("u", &hold).await.unwrap_err();
    assert_eq!(refused, (400, refusal("The hold has expired", 1000, "hold_id")));
}

#[tokio::test]
async fn a_second_reservation_of_the_same_user_cancels_the_first() {
    let shop = Shop::open().await;
    let first = shop.hold("u").await;
    let others = shop.hold("v").await;
    let second = shop.hold("u").await;

    let refused = shop.create("u", &first).await.unwrap_err();
    assert_eq!(refused, (400, refusal("Hold not found", 1000, "hold_id")));
    assert_eq!(shop.create("u", &others).await.unwrap_err().0, 400);
    assert!(shop.create("u", &second).await.is_ok());
    assert!(shop.create("v", &others).await.is_ok());
}

#[tokio::test]
async fn an_order_is_canceled_only_while_it_is_brand_new() {
    let shop = Shop::open().await;
    let delivery = shop.client.delivery();
    let (first, second) = (shop.order("u").await, shop.order("u").await);
    shop.store.set_status(&second, OrderStatus::Acknowledged);

    let canceled = delivery.cancel_order("u", &first).await.unwrap();
    assert_eq!(canceled.status, Some(OrderStatus::Canceled));
    for order in [&first, &second] {
        let error = delivery.cancel_order("u", order).await.unwrap_err();
        assert_eq!(error.status().unwrap(), 400);
        assert!(error.api().is_none(), "the body is not the document's");
        let text = refusal("The order can no longer be canceled", 1000, "order_id");
        assert_eq!(error.body_text().unwrap(), text);
    }
}

#[tokio::test]
async fn an_unknown_order_and_another_users_are_404() {
    let shop = Shop::open().await;
    let order = shop.order("u").await;
    for (user, order) in [("u", "order-0"), ("v", order.as_str())] {
        let error = shop.client.delivery().get_order(user, order).await.unwrap_err();
        assert_eq!(error.status().unwrap(), 404);
        assert_eq!(
            error.body_text().unwrap(),
            refusal("Order not found", 1001, "order_id")
        );
    }
    assert!(shop.client.delivery().get_order("u", &order).await.is_ok());
}

#[tokio::test]
async fn only_a_last_mile_order_is_staged() {
    let shop = Shop::open().await;
    let last_mile = shop.client.last_mile_delivery();
    let error =
        last_mile.stage_last_mile_order(&shop.order("u").await).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 400);

    let request = PreviewServiceOptionsRequest::new();
    let shown = last_mile.preview_last_mile_service_options("u", request).await.unwrap();
    let slot = shown.service_options.as_deref().unwrap()[1].id.clone().unwrap();
    let request = CreateOrderRequest::new(slot);
    let order = last_mile.create_last_mile_order("u", request).await.unwrap();
    let staged =
        last_mile.stage_last_mile_order(order.id.as_deref().unwrap()).await.unwrap();
    assert_eq!(staged.status.as_ref().map(AsRef::as_ref), Some("staged"));
}

#[tokio::test]
async fn a_token_that_ended_at_the_server_is_fetched_once_more() {
    let shop = Shop::open().await;
    let order = shop.order("u").await;
    assert_eq!(shop.mock.calls::<GenerateAccessToken>(), 1);

    shop.clock.advance(TOKEN_LIFE);
    shop.client.delivery().get_order("u", &order).await.unwrap();
    assert_eq!(shop.mock.calls::<GenerateAccessToken>(), 2);

    // It was refused before anything was done, so even an order may be sent again.
    let hold = shop.hold("u").await;
    shop.store.revoke_tokens();
    assert!(shop.create("u", &hold).await.is_ok());
    assert_eq!(shop.mock.calls::<GenerateAccessToken>(), 3);
    assert_eq!(shop.mock.calls::<CreateDeliveryOrder>(), 3);
}

#[tokio::test]
async fn wrong_credentials_are_rejected() {
    let shop = Shop::open().await;
    let client = client(&shop.mock, "another secret");
    let request = FindStoresRequest::new().postal_code("94105");
    let error = client.delivery().find_delivery_stores(request).await.unwrap_err();
    assert!(error.is_credentials_rejected(), "{error:?}");
    assert_eq!(shop.mock.received().len(), 1);
}

#[tokio::test]
async fn what_the_store_cannot_answer_is_a_400() {
    let shop = Shop::open().await;
    let delivery = shop.client.delivery();
    let nowhere =
        delivery.find_delivery_stores(FindStoresRequest::new()).await.unwrap_err();
    let request = PreviewServiceOptionsRequest::new().store_id("store-9");
    let no_store = delivery.preview_delivery_time_slots("u", request).await.unwrap_err();
    let request = ReserveTimeSlotRequest::new("slot-9");
    let no_slot = delivery.reserve_delivery_time_slot("u", request).await.unwrap_err();
    for status in [nowhere.status(), no_store.status(), no_slot.status()] {
        assert_eq!(status.unwrap(), 400);
    }
    let hold = shop.hold("u").await;
    let pickup =
        shop.client.pickup().create_pickup_order("u", CreateOrderRequest::new(hold));
    assert_eq!(pickup.await.unwrap_err().status().unwrap(), 400);
}
