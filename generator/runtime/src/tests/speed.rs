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

const SMALL: &str = r#"{"id":12345,"name":"a name","note":"a note","price_cents":199,"in_stock":true,"weight":1.5,"tags":["a","b"],"parent_id":7}"#;

const LARGE: &str = r#"{"id":12345,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","account_id":"a1","parent_id":7,"name":"a name","note":"a note","price_cents":199,"price_currency":"USD","in_stock":true,"is_visible":false,"weight_grams":1.5,"width":1.0,"height":2.0,"depth":3.0,"tags":["a","b"],"store_ids":[1,2,3],"delivery_window_start":"2026-01-01T00:00:00Z","delivery_window_end":"2026-01-01T00:00:00Z","substitution_policy":"none","quantity":3,"unit":"each","barcode":"0001","image_url":"https://example.com/1"}"#;

#[test]
fn both_read_the_same() {
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
