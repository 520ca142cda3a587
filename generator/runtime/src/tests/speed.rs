//! Objects read by their tables beside the same read by serde's derive: `cargo xtask bench decode`.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;

use crate::runtime::object;

/// How often each text is read; the fastest counts.
const RUNS: usize = 40;

/// How many properties a text has, of all its objects.
const PROPERTIES: usize = 400_000;

macro_rules! both {
    ($table:ident $derived:ident { $($kind:ident $field:ident: $ty:ty = $key:literal),* $(,)? }) => {
        #[derive(Debug)]
        struct $table { $($field: $ty),* }

        object! { $table { $($kind $field = $key),* } }

        #[derive(Debug, serde::Deserialize)]
        #[expect(dead_code, reason = "the fields are printed")]
        struct $derived { $(#[serde(rename = $key)] $field: $ty),* }
    };
}

both! {
    Small DerivedSmall {
        required id: i64 = "id",
        required name: String = "name",
        optional note: Option<String> = "note",
        required price_cents: i64 = "price_cents",
        required in_stock: bool = "in_stock",
        required weight: f64 = "weight",
        required tags: Vec<String> = "tags",
        optional parent_id: Option<i64> = "parent_id",
    }
}

both! {
    Large DerivedLarge {
        required id: i64 = "id",
        required created_at: String = "created_at",
        required updated_at: String = "updated_at",
        required account_id: String = "account_id",
        optional parent_id: Option<i64> = "parent_id",
        required name: String = "name",
        optional note: Option<String> = "note",
        required price_cents: i64 = "price_cents",
        required price_currency: String = "price_currency",
        required in_stock: bool = "in_stock",
        required is_visible: bool = "is_visible",
        required weight_grams: f64 = "weight_grams",
        required width: f64 = "width",
        required height: f64 = "height",
        required depth: f64 = "depth",
        required tags: Vec<String> = "tags",
        required store_ids: Vec<i64> = "store_ids",
        optional delivery_window_start: Option<String> = "delivery_window_start",
        optional delivery_window_end: Option<String> = "delivery_window_end",
        optional substitution_policy: Option<String> = "substitution_policy",
        required quantity: i64 = "quantity",
        required unit: String = "unit",
        optional barcode: Option<String> = "barcode",
        optional image_url: Option<String> = "image_url",
    }
}

both! {
    Huge DerivedHuge {
        optional order_id: Option<String> = "order_id",
        optional order_name: Option<String> = "order_name",
        optional order_status: Option<String> = "order_status",
        optional order_created_at: Option<String> = "order_created_at",
        required order_amount_cents: i64 = "order_amount_cents",
        required order_is_final: bool = "order_is_final",
        optional customer_id: Option<String> = "customer_id",
        optional customer_name: Option<String> = "customer_name",
        optional customer_status: Option<String> = "customer_status",
        optional customer_created_at: Option<String> = "customer_created_at",
        required customer_amount_cents: i64 = "customer_amount_cents",
        required customer_is_final: bool = "customer_is_final",
        optional store_id: Option<String> = "store_id",
        optional store_name: Option<String> = "store_name",
        optional store_status: Option<String> = "store_status",
        optional store_created_at: Option<String> = "store_created_at",
        required store_amount_cents: i64 = "store_amount_cents",
        required store_is_final: bool = "store_is_final",
        optional delivery_id: Option<String> = "delivery_id",
        optional delivery_name: Option<String> = "delivery_name",
        optional delivery_status: Option<String> = "delivery_status",
        optional delivery_created_at: Option<String> = "delivery_created_at",
        required delivery_amount_cents: i64 = "delivery_amount_cents",
        required delivery_is_final: bool = "delivery_is_final",
        optional pickup_id: Option<String> = "pickup_id",
        optional pickup_name: Option<String> = "pickup_name",
        optional pickup_status: Option<String> = "pickup_status",
        optional pickup_created_at: Option<String> = "pickup_created_at",
        required pickup_amount_cents: i64 = "pickup_amount_cents",
        required pickup_is_final: bool = "pickup_is_final",
        optional item_id: Option<String> = "item_id",
        optional item_name: Option<String> = "item_name",
        optional item_status: Option<String> = "item_status",
        optional item_created_at: Option<String> = "item_created_at",
        required item_amount_cents: i64 = "item_amount_cents",
        required item_is_final: bool = "item_is_final",
        optional payment_id: Option<String> = "payment_id",
        optional payment_name: Option<String> = "payment_name",
        optional payment_status: Option<String> = "payment_status",
        optional payment_created_at: Option<String> = "payment_created_at",
        required payment_amount_cents: i64 = "payment_amount_cents",
        required payment_is_final: bool = "payment_is_final",
        optional refund_id: Option<String> = "refund_id",
        optional refund_name: Option<String> = "refund_name",
        optional refund_status: Option<String> = "refund_status",
        optional refund_created_at: Option<String> = "refund_created_at",
        required refund_amount_cents: i64 = "refund_amount_cents",
        required refund_is_final: bool = "refund_is_final",
        optional driver_id: Option<String> = "driver_id",
        optional driver_name: Option<String> = "driver_name",
        optional driver_status: Option<String> = "driver_status",
        optional driver_created_at: Option<String> = "driver_created_at",
        required driver_amount_cents: i64 = "driver_amount_cents",
        required driver_is_final: bool = "driver_is_final",
        optional tip_id: Option<String> = "tip_id",
        optional tip_name: Option<String> = "tip_name",
        optional tip_status: Option<String> = "tip_status",
        optional tip_created_at: Option<String> = "tip_created_at",
        required tip_amount_cents: i64 = "tip_amount_cents",
        required tip_is_final: bool = "tip_is_final",
    }
}

const SMALL: &str = r#"{"id":12345,"name":"a name","note":"a note","price_cents":199,"in_stock":true,"weight":1.5,"tags":["a","b"],"parent_id":7}"#;

const LARGE: &str = r#"{"id":12345,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","account_id":"a1","parent_id":7,"name":"a name","note":"a note","price_cents":199,"price_currency":"USD","in_stock":true,"is_visible":false,"weight_grams":1.5,"width":1.0,"height":2.0,"depth":3.0,"tags":["a","b"],"store_ids":[1,2,3],"delivery_window_start":"2026-01-01T00:00:00Z","delivery_window_end":"2026-01-01T00:00:00Z","substitution_policy":"none","quantity":3,"unit":"each","barcode":"0001","image_url":"https://example.com/1"}"#;

const HUGE: &str = r#"{"order_id":"a order","order_name":"a order","order_status":"a order","order_created_at":"a order","order_amount_cents":1995,"order_is_final":true,"customer_id":"a customer","customer_name":"a customer","customer_status":"a customer","customer_created_at":"a customer","customer_amount_cents":1995,"customer_is_final":true,"store_id":"a store","store_name":"a store","store_status":"a store","store_created_at":"a store","store_amount_cents":1995,"store_is_final":true,"delivery_id":"a delivery","delivery_name":"a delivery","delivery_status":"a delivery","delivery_created_at":"a delivery","delivery_amount_cents":1995,"delivery_is_final":true,"pickup_id":"a pickup","pickup_name":"a pickup","pickup_status":"a pickup","pickup_created_at":"a pickup","pickup_amount_cents":1995,"pickup_is_final":true,"item_id":"a item","item_name":"a item","item_status":"a item","item_created_at":"a item","item_amount_cents":1995,"item_is_final":true,"payment_id":"a payment","payment_name":"a payment","payment_status":"a payment","payment_created_at":"a payment","payment_amount_cents":1995,"payment_is_final":true,"refund_id":"a refund","refund_name":"a refund","refund_status":"a refund","refund_created_at":"a refund","refund_amount_cents":1995,"refund_is_final":true,"driver_id":"a driver","driver_name":"a driver","driver_status":"a driver","driver_created_at":"a driver","driver_amount_cents":1995,"driver_is_final":true,"tip_id":"a tip","tip_name":"a tip","tip_status":"a tip","tip_created_at":"a tip","tip_amount_cents":1995,"tip_is_final":true}"#;

#[test]
fn both_read_the_same() {
    same::<Huge, DerivedHuge>(HUGE);
    same::<Small, DerivedSmall>(SMALL);
    same::<Large, DerivedLarge>(LARGE);
    same::<Large, DerivedLarge>(&sorted(LARGE));
}

#[test]
#[ignore = "it measures: cargo xtask bench decode"]
fn decoding_beside_the_derive() {
    println!("| object | serde's derive | table | ratio |\n|---|---|---|---|");
    measured::<Small, DerivedSmall>("8 properties", SMALL, 8);
    measured::<Large, DerivedLarge>("24 properties", LARGE, 24);
    let without =
        SMALL.replace(r#""note":"a note","#, "").replace(r#","parent_id":7"#, "");
    measured::<Small, DerivedSmall>("8 properties, 2 left out", &without, 6);
    measured::<Large, DerivedLarge>(
        "24 properties, by the alphabet",
        &sorted(LARGE),
        24,
    );
    measured::<Huge, DerivedHuge>("60 properties", HUGE, 60);
    measured::<Huge, DerivedHuge>("60 properties, by the alphabet", &sorted(HUGE), 60);
}

fn sorted(object: &str) -> String {
    let properties: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(object).unwrap();
    serde_json::to_string(&properties).unwrap()
}

fn same<T: DeserializeOwned + Debug, D: DeserializeOwned + Debug>(text: &str) {
    let table: T = serde_json::from_str(text).unwrap();
    let derived: D = serde_json::from_str(text).unwrap();
    assert_eq!(format!("Derived{table:?}"), format!("{derived:?}"));
}

fn measured<T: DeserializeOwned, D: DeserializeOwned>(
    what: &str,
    object: &str,
    properties: usize,
) {
    let text = format!("[{}]", vec![object; PROPERTIES / properties].join(","));
    let (mut table, mut derived) = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        derived = derived.min(taken::<D>(&text));
        table = table.min(taken::<T>(&text));
    }
    let ratio = table.as_secs_f64() / derived.as_secs_f64();
    println!("| {what} | {derived:.1?} | {table:.1?} | {ratio:.2} |");
}

fn taken<T: DeserializeOwned>(text: &str) -> Duration {
    let start = Instant::now();
    let read: Vec<T> = serde_json::from_str(text).unwrap();
    let taken = start.elapsed();
    black_box(read);
    taken
}
