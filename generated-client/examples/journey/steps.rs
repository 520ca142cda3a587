//! The steps of the journey, and how each is printed.

use std::error::Error;
use std::io::{self, Write};

use instacart_fulfillment::models::{
    Address, Cart, CartItem, CreateOrderRequest, FindStoresRequest, OrderResponse,
    PreviewServiceOptionsRequest, ReserveTimeSlotRequest, ServiceOption,
    ServiceOptionsResponse, Store, StoresResponse,
};
use instacart_fulfillment::{Client, DateTime};
use jiff::Timestamp;
use jiff::tz::TimeZone;

type Done = Result<(), Box<dyn Error>>;

const USER: &str = "journey-user";
const POSTAL_CODE: &str = "94105";

/// Walks through the three kinds of fulfilment.
pub(crate) async fn journey(client: &Client, server: &str) -> Done {
    note(&format!(
        "Calling {server} as the user {USER}. The client fetches its token with the first call."
    ))?;
    title("Delivery")?;
    delivery(client).await?;
    title("Pickup")?;
    pickup(client).await?;
    title("Last mile")?;
    last_mile(client).await?;
    note("")
}

/// Prints a line of its own.
pub(crate) fn note(text: &str) -> Done {
    Ok(writeln!(io::stdout(), "{text}")?)
}

async fn delivery(client: &Client) -> Done {
    let delivery = client.delivery();
    let found = delivery.find_delivery_stores(place()).await.map_err(told)?;
    let store = closest(&found)?;
    step("find stores", &near(), &stores(&found))?;

    let shown = delivery
        .preview_delivery_time_slots(USER, preview(store))
        .await
        .map_err(told)?;
    let slot = first(&shown)?;
    step("preview slots", &at(store), &slots(&shown))?;

    let request = ReserveTimeSlotRequest::new(id(slot.id.as_ref())?).cart(cart());
    let hold = delivery.reserve_delivery_time_slot(USER, request).await.map_err(told)?;
    let until = hold.expires_at.map(|end| time("%H:%M:%S UTC", end));
    let until = until.as_deref().unwrap_or("an unknown time");
    let hold = id(hold.hold_id.as_ref())?;
    step("reserve slot", &window(slot), &format!("{hold}, until {until}"))?;

    let request = CreateOrderRequest::new(hold)
        .cart(cart())
        .delivery_address(address())
        .delivery_instructions("Ring twice.");
    let created = delivery.create_delivery_order(USER, request).await.map_err(told)?;
    step("create order", &format!("with {hold}, 2 items"), &order(&created))?;

    let order_id = id(created.id.as_ref())?;
    let read = delivery.get_order(USER, order_id).await.map_err(told)?;
    step("get order", order_id, &order(&read))?;
    let canceled = delivery.cancel_order(USER, order_id).await.map_err(told)?;
    step("cancel order", order_id, &order(&canceled))
}

async fn pickup(client: &Client) -> Done {
    let pickup = client.pickup();
    let found = pickup.find_pickup_stores(place()).await.map_err(told)?;
    let store = closest(&found)?;
    step("find stores", &near(), &stores(&found))?;

    let shown =
        pickup.preview_pickup_time_slots(USER, preview(store)).await.map_err(told)?;
    let slot = first(&shown)?;
    step("preview slots", &at(store), &slots(&shown))?;

    // The document has one call that reserves, among those for delivery.
    let request = ReserveTimeSlotRequest::new(id(slot.id.as_ref())?).cart(cart());
    let hold = client
        .delivery()
        .reserve_delivery_time_slot(USER, request)
        .await
        .map_err(told)?;
    let hold = id(hold.hold_id.as_ref())?;
    step("reserve slot", &window(slot), hold)?;

    let request = CreateOrderRequest::new(hold).cart(cart());
    let created = pickup.create_pickup_order(USER, request).await.map_err(told)?;
    step("create order", &format!("with {hold}, 2 items"), &order(&created))
}

async fn last_mile(client: &Client) -> Done {
    let last_mile = client.last_mile_delivery();
    let found = last_mile.find_last_mile_stores(place()).await.map_err(told)?;
    let store = closest(&found)?;
    step("find stores", &near(), &stores(&found))?;

    // This preview reserves, too: the slot's id is what the order is made with.
    let shown = last_mile
        .preview_last_mile_service_options(USER, preview(store))
        .await
        .map_err(told)?;
    let slot = id(first(&shown)?.id.as_ref())?;
    step("preview slots", &at(store), &slots(&shown))?;

    let request = CreateOrderRequest::new(slot).cart(cart()).delivery_address(address());
    let created = last_mile.create_last_mile_order(USER, request).await.map_err(told)?;
    step("create order", &format!("with {slot}, 2 items"), &order(&created))?;

    let order_id = id(created.id.as_ref())?;
    let staged = last_mile.stage_last_mile_order(order_id).await.map_err(told)?;
    step("stage order", order_id, &order(&staged))
}

/// The error, with what the server wrote: the client leaves that to whoever knows that it may be shown.
fn told<E: 'static>(error: instacart_fulfillment::Error<E>) -> Box<dyn Error> {
    match error.body_text().filter(|text| !text.trim().is_empty()) {
        Some(text) => format!("{error}; the server wrote: {}", text.trim()).into(),
        None => Box::new(error),
    }
}

fn title(text: &str) -> Done {
    note(&format!("\n{text}"))
}

/// What was asked, and below it what came back.
fn step(name: &str, asked: &str, came: &str) -> Done {
    note(&format!("  {name:<15} {asked}\n  {:<15} -> {came}", ""))
}

fn place() -> FindStoresRequest {
    FindStoresRequest::new().postal_code(POSTAL_CODE)
}

fn address() -> Address {
    let street =
        Address::new().address_line_1("50 Beale Street").address_line_2("Floor 6");
    street.city("San Francisco").state("CA").postal_code(POSTAL_CODE)
}

fn preview(store: &Store) -> PreviewServiceOptionsRequest {
    let request = PreviewServiceOptionsRequest::new().address(address());
    match &store.id {
        Some(id) => request.store_id(id),
        None => request,
    }
}

fn cart() -> Cart {
    let apples = CartItem::new().upc("00000004011").quantity(3);
    let milk = CartItem::new().upc("00041303001790").quantity(1);
    Cart::new().items(vec![apples, milk])
}

fn closest(found: &StoresResponse) -> Result<&Store, Box<dyn Error>> {
    found
        .stores
        .iter()
        .flatten()
        .next()
        .ok_or_else(|| "the server knows no store near there".into())
}

fn first(shown: &ServiceOptionsResponse) -> Result<&ServiceOption, Box<dyn Error>> {
    let mut options = shown.service_options.iter().flatten();
    options.next().ok_or_else(|| "the server has no time slot".into())
}

fn id(id: Option<&String>) -> Result<&str, Box<dyn Error>> {
    id.map(String::as_str)
        .ok_or_else(|| "the server left out an id that is needed next".into())
}

fn near() -> String {
    format!("near {POSTAL_CODE}")
}

fn at(store: &Store) -> String {
    format!("at {}", store.name.as_deref().unwrap_or("a store without a name"))
}

fn stores(found: &StoresResponse) -> String {
    let stores = found.stores.as_deref().unwrap_or_default();
    let names = stores.iter().map(|store| store.name.as_deref().unwrap_or("(no name)"));
    format!("{} stores: {}", stores.len(), names.collect::<Vec<_>>().join(", "))
}

fn slots(shown: &ServiceOptionsResponse) -> String {
    let slots = shown.service_options.as_deref().unwrap_or_default();
    let first = slots
        .first()
        .map_or_else(String::new, |slot| format!(", the first {}", window(slot)));
    format!("{} slots{first}", slots.len())
}

fn window(slot: &ServiceOption) -> String {
    match (slot.window_starts_at, slot.window_ends_at) {
        (Some(start), Some(end)) => {
            format!("{} to {}", time("%-d %B, %H:%M", start), time("%H:%M UTC", end))
        }
        _ => slot.id.clone().unwrap_or_default(),
    }
}

fn time(format: &str, time: DateTime) -> String {
    let shown =
        |moment: Timestamp| moment.to_zoned(TimeZone::UTC).strftime(format).to_string();
    time.timestamp().map_or_else(|_| time.to_string(), shown)
}

fn order(order: &OrderResponse) -> String {
    let id = order.id.as_deref().unwrap_or("an order");
    let status = order.status.as_ref().map_or("of unknown status", AsRef::as_ref);
    let items = order.items.as_deref().unwrap_or_default().len();
    format!("{id}, {status}, {items} items")
}
