//! A retailer's store behind the mock server: tokens, holds and orders that live and end as they do at Instacart.
//!
//! Tests of other packages include this file by its path.
#![allow(dead_code, reason = "each program that includes this file needs another part")]

#[path = "catalogue.rs"]
mod catalogue;
#[path = "clock.rs"]
mod clock;
#[path = "refusal.rs"]
mod refusal;

use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use instacart_fulfillment::mock::{MockServer, Mocked};
use instacart_fulfillment::models::{
    CreateOrderRequest, FulfillmentType, OrderResponse, OrderStatus,
    PreviewServiceOptionsRequest, ReserveTimeSlotRequest, ServiceOption,
    ServiceOptionHoldResponse, ServiceOptionsResponse, TokenRequest, TokenResponse,
    TokenType,
};
use instacart_fulfillment::operations::{
    authentication, delivery, last_mile_delivery, pickup,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use self::catalogue::{STORES, items, store_response, stores};
pub(crate) use self::clock::Clock;
use self::refusal::Refusal;

/// How long a token is valid.
pub(crate) const TOKEN_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// How long a hold keeps its time slot.
pub(crate) const HOLD_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// How long the slots of a preview are apart, and how long each is.
const SLOT: SignedDuration = SignedDuration::from_hours(2);

/// The store. Clones share what happens in it.
#[derive(Debug, Clone)]
pub(crate) struct Store(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    clock: Clock,
    client_id: String,
    client_secret: String,
    /// Until when each token is valid.
    tokens: BTreeMap<String, Timestamp>,
    /// The slots that were shown, by their id, with their store's id.
    slots: BTreeMap<String, (ServiceOption, String)>,
    holds: BTreeMap<String, Hold>,
    orders: BTreeMap<String, Order>,
    count: u32,
}

#[derive(Debug)]
struct Hold {
    user: String,
    slot: ServiceOption,
    store: String,
    expires: Timestamp,
}

#[derive(Debug)]
struct Order {
    user: String,
    response: OrderResponse,
}

impl Store {
    /// A store that knows one client.
    pub(crate) fn new(clock: Clock, client_id: &str, client_secret: &str) -> Self {
        Self(Arc::new(Mutex::new(State {
            clock,
            client_id: client_id.to_owned(),
            client_secret: client_secret.to_owned(),
            tokens: BTreeMap::new(),
            slots: BTreeMap::new(),
            holds: BTreeMap::new(),
            orders: BTreeMap::new(),
            count: 0,
        })))
    }

    /// Has a mock server answer out of this store, and accept only tokens that it issued.
    pub(crate) fn serve(&self, mock: &MockServer) {
        use FulfillmentType::{Delivery, LastMile, Pickup};
        let store = self.clone();
        mock.accept_bearer(move |token| {
            store.state().accept(token).map_err(|no| no.answer())
        });
        self.on::<authentication::GenerateAccessToken>(mock, |s, c| s.token(&c.body));
        self.on::<delivery::FindDeliveryStores>(mock, |_, c| stores(&c.body));
        self.on::<pickup::FindPickupStores>(mock, |_, c| stores(&c.body));
        self.on::<last_mile_delivery::FindLastMileStores>(mock, |_, c| stores(&c.body));
        self.on::<delivery::PreviewDeliveryTimeSlots>(mock, |s, c| {
            s.preview(&c.body, &Delivery)
        });
        self.on::<pickup::PreviewPickupTimeSlots>(mock, |s, c| {
            s.preview(&c.body, &Pickup)
        });
        self.on::<last_mile_delivery::PreviewLastMileServiceOptions>(mock, |s, c| {
            s.preview_and_hold(&c.user_id, &c.body)
        });
        self.on::<delivery::ReserveDeliveryTimeSlot>(mock, |s, c| {
            s.reserve(&c.user_id, &c.body)
        });
        self.on::<delivery::CreateDeliveryOrder>(mock, |s, c| {
            s.create(&c.user_id, c.body, &Delivery)
        });
        self.on::<pickup::CreatePickupOrder>(mock, |s, c| {
            s.create(&c.user_id, c.body, &Pickup)
        });
        self.on::<last_mile_delivery::CreateLastMileOrder>(mock, |s, c| {
            s.create(&c.user_id, c.body, &LastMile)
        });
        self.on::<delivery::GetOrder>(mock, |s, c| {
            s.order(&c.user_id, &c.order_id).cloned()
        });
        self.on::<delivery::CancelOrder>(mock, |s, c| s.cancel(&c.user_id, &c.order_id));
        self.on::<last_mile_delivery::StageLastMileOrder>(mock, |s, c| {
            s.stage(&c.order_id)
        });
    }

    /// Sets the status of an order, as shoppers and drivers do; whether there is such an order.
    pub(crate) fn set_status(
        &self,
        order_id: &str,
        status: impl Into<OrderStatus>,
    ) -> bool {
        let mut state = self.state();
        let order = state.orders.get_mut(order_id);
        order.is_some_and(|order| order.response.status.replace(status.into()).is_some())
    }

    /// How many orders there are, canceled ones among them.
    pub(crate) fn orders(&self) -> usize {
        self.state().orders.len()
    }

    /// Takes back every token, as a new secret does.
    pub(crate) fn revoke_tokens(&self) {
        self.state().tokens.clear();
    }

    fn on<O: Mocked>(
        &self,
        mock: &MockServer,
        handle: impl Fn(&mut State, O::Call) -> Result<O::Output, Refusal>
        + Send
        + Sync
        + 'static,
    ) {
        let store = self.clone();
        mock.on::<O, _>(move |call| {
            let done = handle(&mut store.state(), call);
            ready(done.map_or_else(|refusal| refusal.answer(), O::success))
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn token(&mut self, request: &TokenRequest) -> Result<TokenResponse, Refusal> {
        let known = request.client_id == self.client_id
            && request.client_secret.expose() == self.client_secret;
        if !known {
            return Err(Refusal::unauthorized(
                "Invalid client credentials",
                "client_id",
            ));
        }
        let now = self.clock.now();
        let token = self.next("token");
        self.tokens.insert(token.clone(), later(now, TOKEN_LIFE));
        Ok(TokenResponse::default()
            .access_token(token)
            .token_type(TokenType::Bearer)
            .expires_in(TOKEN_LIFE.as_secs())
            .scope(request.scope.as_str())
            .created_at(now.as_second()))
    }

    fn accept(&self, token: &str) -> Result<(), Refusal> {
        let valid = self.tokens.get(token).is_some_and(|end| self.clock.now() < *end);
        let refused =
            Refusal::unauthorized("The access token is invalid", "authorization");
        valid.then_some(()).ok_or(refused)
    }

    /// Shows two slots, the first of which begins within two hours.
    fn preview(
        &mut self,
        request: &PreviewServiceOptionsRequest,
        kind: &FulfillmentType,
    ) -> Result<ServiceOptionsResponse, Refusal> {
        let store = request.store_id.as_deref().unwrap_or(STORES[0].0);
        if !STORES.iter().any(|(id, ..)| *id == store) {
            return Err(Refusal::bad("Store not found", "store_id"));
        }
        let mut starts = hour(self.clock.now());
        let mut options = Vec::new();
        for _ in 0..2 {
            starts = later(starts, SLOT);
            let slot = ServiceOption::default()
                .id(self.next("slot"))
                .date(starts.to_zoned(TimeZone::UTC).date())
                .window_starts_at(starts.into())
                .window_ends_at(later(starts, SLOT).into())
                .fulfillment_type(kind.clone());
            let id = slot.id.clone().unwrap_or_default();
            self.slots.insert(id, (slot.clone(), store.to_owned()));
            options.push(slot);
        }
        Ok(ServiceOptionsResponse::default().service_options(options))
    }

    /// Last mile has no call of its own to reserve: a slot that is shown is held under its own id.
    fn preview_and_hold(
        &mut self,
        user: &str,
        request: &PreviewServiceOptionsRequest,
    ) -> Result<ServiceOptionsResponse, Refusal> {
        let shown = self.preview(request, &FulfillmentType::LastMile)?;
        self.holds.retain(|_, hold| hold.user != user);
        for id in
            shown.service_options.iter().flatten().filter_map(|slot| slot.id.as_deref())
        {
            self.hold(id, user, id)?;
        }
        Ok(shown)
    }

    /// A second reservation of a user cancels the first.
    fn reserve(
        &mut self,
        user: &str,
        request: &ReserveTimeSlotRequest,
    ) -> Result<ServiceOptionHoldResponse, Refusal> {
        self.holds.retain(|_, hold| hold.user != user);
        let id = self.next("hold");
        let hold = self.hold(&id, user, &request.service_option_id)?;
        Ok(ServiceOptionHoldResponse::default()
            .expires_at(hold.expires.into())
            .service_option(hold.slot.clone())
            .hold_id(id))
    }

    fn hold(&mut self, id: &str, user: &str, slot: &str) -> Result<&Hold, Refusal> {
        let unknown = Refusal::bad("Service option not found", "service_option_id");
        let (slot, store) = self.slots.get(slot).cloned().ok_or(unknown)?;
        let expires = later(self.clock.now(), HOLD_LIFE);
        let hold = Hold {
            user: user.to_owned(),
            slot,
            store,
            expires,
        };
        self.holds.insert(id.to_owned(), hold);
        self.holds.get(id).ok_or(Refusal::bad("Hold not found", "hold_id"))
    }

    fn create(
        &mut self,
        user: &str,
        request: CreateOrderRequest,
        kind: &FulfillmentType,
    ) -> Result<OrderResponse, Refusal> {
        let hold = self.holds.get(&request.hold_id).filter(|hold| hold.user == user);
        let hold = hold.ok_or(Refusal::bad("Hold not found", "hold_id"))?;
        if hold.expires <= self.clock.now() {
            return Err(Refusal::bad("The hold has expired", "hold_id"));
        }
        if hold.slot.fulfillment_type.as_ref() != Some(kind) {
            return Err(Refusal::bad(
                "The hold is for another kind of order",
                "hold_id",
            ));
        }
        let response = OrderResponse::default()
            .id(self.next("order"))
            .status(OrderStatus::BrandNew)
            .created_at(self.clock.now().into())
            .fulfillment_type(kind.clone())
            .items(items(request.cart.unwrap_or_default())?);
        let Some(Hold { slot, store, .. }) = self.holds.remove(&request.hold_id) else {
            return Err(Refusal::bad("Hold not found", "hold_id"));
        };
        let known = STORES.iter().find(|(id, ..)| *id == store);
        let mut response = response.service_option(slot);
        response.store = known.map(store_response);
        let id = response.id.clone().unwrap_or_default();
        self.orders.insert(
            id,
            Order {
                user: user.to_owned(),
                response: response.clone(),
            },
        );
        Ok(response)
    }

    fn order(&mut self, user: &str, id: &str) -> Result<&mut OrderResponse, Refusal> {
        let order = self.orders.get_mut(id).filter(|order| order.user == user);
        order
            .map(|order| &mut order.response)
            .ok_or(Refusal::missing("Order not found", "order_id"))
    }

    fn cancel(&mut self, user: &str, id: &str) -> Result<OrderResponse, Refusal> {
        let order = self.order(user, id)?;
        if order.status != Some(OrderStatus::BrandNew) {
            return Err(Refusal::bad("The order can no longer be canceled", "order_id"));
        }
        order.status = Some(OrderStatus::Canceled);
        Ok(order.clone())
    }

    /// The status it leads to is none of the document's, as with the real server.
    fn stage(&mut self, id: &str) -> Result<OrderResponse, Refusal> {
        let order = self.orders.get_mut(id).map(|order| &mut order.response);
        let order = order.ok_or(Refusal::missing("Order not found", "order_id"))?;
        if order.fulfillment_type != Some(FulfillmentType::LastMile) {
            return Err(Refusal::bad("Only last mile orders are staged", "order_id"));
        }
        if order.status != Some(OrderStatus::BrandNew) {
            return Err(Refusal::bad("The order can no longer be staged", "order_id"));
        }
        order.status = Some(OrderStatus::from("staged"));
        Ok(order.clone())
    }

    fn next(&mut self, what: &str) -> String {
        self.count += 1;
        format!("{what}-{}", self.count)
    }
}

/// The full hour before a time.
fn hour(time: Timestamp) -> Timestamp {
    let second = time.as_second() - time.as_second().rem_euclid(60 * 60);
    Timestamp::from_second(second).unwrap_or(time)
}

fn later(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}
