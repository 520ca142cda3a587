//! Objects and enums: what is read, what is refused, and what is written.

#![allow(dead_code, unreachable_pub, reason = "macros write what a public enum needs")]

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::{Nullable, Secret, integer_enum, object, string_enum};

use super::sample::{GrantType, Order, OrderItem, OrderStatus};

#[derive(Debug, Clone, PartialEq, Default)]
struct Open {
    name: Option<String>,
    extra: BTreeMap<String, Value>,
}

object! {
    Open {
        optional name = "name",
    } rest extra
}

#[derive(Debug, Clone, PartialEq)]
struct Node {
    value: i64,
    any: Option<Value>,
    next: Option<Box<Node>>,
    children: Vec<Node>,
}

object! {
    Node {
        required value = "value",
        optional any = "any",
        optional next = "next",
        required children = "children",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Empty {}

object! { Empty {} }

#[derive(Clone, Copy)]
enum Sort {
    Up,
    Down,
}

string_enum! { closed Sort { Up = "asc", Down = "desc" } }

#[derive(Debug, Clone, PartialEq, Eq)]
enum Level {
    Low,
    High,
    Unknown(crate::runtime::UnknownValue<i64>),
}

integer_enum! { Level { Low = 1, High = -2 } }

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bit {
    Zero,
    One,
}

integer_enum! { closed Bit { Zero = 0, One = 1 } }

fn item(text: &str) -> Result<OrderItem, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn absent_null_and_present_are_three_where_the_type_has_three() {
    let note = |text: &str| item(text).unwrap().note;
    assert_eq!(note(r#"{"hold_id":"h"}"#), None);
    assert_eq!(note(r#"{"hold_id":"h","note":null}"#), Some(Nullable::Null));
    assert_eq!(note(r#"{"hold_id":"h","note":"n"}"#), Some(Nullable::Value("n".into())));
    let tree: Node =
        serde_json::from_str(r#"{"value":1,"any":null,"children":[]}"#).unwrap();
    assert_eq!(tree.any, Some(Value::Null));
}

#[test]
fn null_for_an_optional_property_is_nothing() {
    let item =
        item(r#"{"hold_id":"h","quantity":null,"status":null,"secret":null}"#).unwrap();
    assert_eq!(item, OrderItem::new("h"));
    let order: Order = serde_json::from_str(r#"{"items":null,"price":null}"#).unwrap();
    assert_eq!(order, Order::default());
}

#[test]
fn a_missing_required_property_is_an_error() {
    assert_eq!(
        item(r#"{"note":"n"}"#).unwrap_err(),
        "missing field `hold_id` at line 1 column 12"
    );
    assert!(item(r#"{"hold_id":null}"#).unwrap_err().starts_with("invalid type: null"));
}

#[test]
fn a_property_that_stands_there_twice_is_an_error() {
    let twice = r#"{"hold_id":"h","quantity":1,"quantity":2}"#;
    assert!(item(twice).unwrap_err().starts_with("duplicate field `quantity`"));
    let twice = r#"{"hold_id":"h","quantity":null,"quantity":2}"#;
    assert!(item(twice).unwrap_err().starts_with("duplicate field `quantity`"));
}

macro_rules! wide {
    ($({ $($field:ident $key:literal,)* })+) => {
        #[derive(Debug, PartialEq)]
        struct Wide {
            $($($field: Option<usize>,)*)+
            last: usize,
            others: BTreeMap<String, usize>,
        }

        object! {
            Wide $({ $(optional $field = $key),* })+ { required last = "last" } rest others
        }

        const WIDE: &[&str] = &[$($($key,)*)+ "last"];
    };
}

wide! {{
    a0 "a0", a1 "a1", a2 "a2", a3 "a3", a4 "a4", a5 "a5",
    a6 "a6", a7 "a7", a8 "a8", a9 "a9", a10 "a10", a11 "a11",
    a12 "a12", a13 "a13", a14 "a14", a15 "a15", a16 "a16", a17 "a17",
    a18 "a18", a19 "a19", a20 "a20", a21 "a21", a22 "a22", a23 "a23",
    a24 "a24", a25 "a25", a26 "a26", a27 "a27", a28 "a28", a29 "a29",
    a30 "a30", a31 "a31", a32 "a32", a33 "a33", a34 "a34", a35 "a35",
    a36 "a36", a37 "a37", a38 "a38", a39 "a39", a40 "a40", a41 "a41",
    a42 "a42", a43 "a43", a44 "a44", a45 "a45", a46 "a46", a47 "a47",
    a48 "a48", a49 "a49", a50 "a50", a51 "a51", a52 "a52", a53 "a53",
    a54 "a54", a55 "a55", a56 "a56", a57 "a57", a58 "a58", a59 "a59",
    a60 "a60", a61 "a61", a62 "a62", a63 "a63",
} {
    a64 "a64", a65 "a65",
}}

#[test]
fn of_many_properties_each_is_told_from_every_other() {
    let text = |keys: &[&str]| {
        let at = |key: &&str| WIDE.iter().position(|known| known == key);
        let property = |key| format!("{key:?}:{}", at(key).unwrap_or(999));
        format!("{{{}}}", keys.iter().map(property).collect::<Vec<_>>().join(","))
    };
    let read = |keys: &[&str]| serde_json::from_str::<Wide>(&text(keys));
    let in_order = read(WIDE).unwrap();
    assert_eq!(serde_json::to_string(&in_order).unwrap(), text(WIDE));
    let backwards: Vec<&str> = WIDE.iter().rev().copied().collect();
    assert_eq!(read(&backwards).unwrap(), in_order);
    let among_others: Vec<&str> = WIDE.iter().flat_map(|key| ["other", *key]).collect();
    let others = BTreeMap::from([("other".to_owned(), 999)]);
    assert_eq!(read(&among_others).unwrap(), Wide { others, ..in_order });
    let error = read(&WIDE[..66]).unwrap_err().to_string();
    assert!(error.starts_with("missing field `last`"), "{error}");
    for key in WIDE {
        let error = read(&[WIDE, &[*key]].concat()).unwrap_err().to_string();
        assert!(error.starts_with(&format!("duplicate field `{key}`")), "{error}");
    }
}

#[derive(Debug, PartialEq)]
struct Names {
    short: i64,
    long: i64,
    longer: i64,
}

object! {
    Names {
        required short = "ab",
        required long = "beginning-1-the-end",
        required longer = "beginning-2-the-end",
    }
}

#[test]
fn names_that_differ_anywhere_are_told_apart() {
    let text = r#"{"beginning-2-the-end":3,"ba":9,"beginning-1-the-end":2,"ab":1,"beginning-3-the-end":9}"#;
    let read: Names = serde_json::from_str(text).unwrap();
    assert_eq!(
        read,
        Names {
            short: 1,
            long: 2,
            longer: 3
        }
    );
}

macro_rules! lengths {
    ($($field:ident $key:literal,)*) => {
        #[derive(Debug, Default, PartialEq)]
        struct Lengths {
            $($field: Option<i64>,)*
            others: BTreeMap<String, i64>,
        }

        object! { Lengths { $(optional $field = $key),* } rest others }

        const LENGTHS: &[&str] = &[$($key),*];
    };
}

lengths! {
    of_0 "",
    of_1 "a",
    of_2 "ab",
    of_3 "abc",
    of_4 "abcd",
    of_7 "abcdefg",
    of_8 "abcdefgh",
    of_9 "abcdefghi",
    of_16 "abcdefghijklmnop",
    of_17 "abcdefghijklmnopq",
    of_31 "abcdefghijklmnopqrstuvwxyzABCDE",
    of_32 "abcdefghijklmnopqrstuvwxyzABCDEF",
    of_33 "abcdefghijklmnopqrstuvwxyzABCDEFG",
    of_40 "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN",
}

#[test]
fn a_name_of_any_length_is_told_from_one_that_differs_in_one_byte() {
    let read = |name: &str| -> Lengths {
        serde_json::from_str(&format!("{{{name:?}:1}}")).unwrap()
    };
    for name in LENGTHS {
        assert_eq!(read(name).others, BTreeMap::new(), "{name}");
        for at in 0..name.len() {
            let mut other = (*name).to_owned();
            other.replace_range(at..=at, "-");
            let others = BTreeMap::from([(other.clone(), 1)]);
            assert_eq!(
                read(&other),
                Lengths {
                    others,
                    ..Lengths::default()
                }
            );
        }
    }
    let all: Vec<String> = LENGTHS.iter().map(|name| format!("{name:?}:1")).collect();
    let in_order = format!("{{{}}}", all.join(","));
    let read: Lengths = serde_json::from_str(&in_order).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), in_order);
}

#[test]
fn unknown_properties_are_skipped_or_kept() {
    assert_eq!(item(r#"{"new":[{"a":1}],"hold_id":"h"}"#).unwrap(), OrderItem::new("h"));
    let text = r#"{"name":"n","a":1,"b":{"c":null}}"#;
    let open: Open = serde_json::from_str(text).unwrap();
    assert_eq!(open.extra.len(), 2);
    assert_eq!(serde_json::to_string(&open).unwrap(), text);
    assert_eq!(serde_json::from_str::<Empty>(r#"{"a":1}"#).unwrap(), Empty {});
}

#[test]
fn properties_are_read_in_any_order_and_from_escaped_names() {
    let text = r#"{"hold_id":"h","pro\u0064uct_id":"p","quantity":3}"#;
    let item = item(text).unwrap();
    assert_eq!((item.product_id.as_deref(), item.quantity), (Some("p"), Some(3)));
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::from_value::<OrderItem>(value).unwrap(), item);
}

#[test]
fn what_is_not_an_object_is_an_error() {
    for text in
        ["[]", "1", "\"a\"", "null", "true", r#"{"hold_id":"#, r#"{"hold_id""#, "{"]
    {
        assert!(item(text).is_err(), "{text}");
    }
    assert_eq!(
        item("[]").unwrap_err(),
        "invalid type: sequence, expected an object (OrderItem) at line 1 column 0"
    );
}

#[test]
fn absent_properties_are_not_written() {
    let mut item = OrderItem::new("h");
    assert_eq!(serde_json::to_string(&item).unwrap(), r#"{"hold_id":"h"}"#);
    item.note = Some(Nullable::Null);
    item.secret = Some(Secret::new("s"));
    item.status = Some("new".into());
    let text = serde_json::to_string(&item).unwrap();
    assert_eq!(text, r#"{"status":"new","hold_id":"h","note":null,"secret":"s"}"#);
}

#[test]
fn recursive_objects_are_read() {
    let text = r#"{"value":1,"next":{"value":2,"children":[]},"children":[{"value":3,"children":[]}]}"#;
    let tree: Node = serde_json::from_str(text).unwrap();
    assert_eq!(tree.next.as_ref().unwrap().value + tree.children[0].value, 5);
    assert_eq!(serde_json::to_string(&tree).unwrap(), text);
}

#[test]
fn an_unknown_value_is_kept_compared_printed_and_sent_back() {
    let status: OrderStatus = serde_json::from_str("\"staged\"").unwrap();
    assert_eq!(status.as_str(), "staged");
    assert_eq!(status.to_string(), "staged");
    assert_eq!(status, OrderStatus::from("staged"));
    assert_ne!(status, OrderStatus::from("other"));
    assert_eq!(serde_json::to_string(&status).unwrap(), "\"staged\"");
    assert!(matches!(GrantType::from("Client_Credentials"), GrantType::Unknown(_)));
    assert_eq!(OrderStatus::from("found".to_owned()), OrderStatus::Found);
    assert_eq!(OrderStatus::ALL, [OrderStatus::Pending, OrderStatus::Found]);
}

#[test]
fn a_closed_enum_refuses_what_it_does_not_list() {
    assert_eq!(serde_json::from_str::<Sort>("\"asc\"").unwrap(), Sort::Up);
    let error = serde_json::from_str::<Sort>("\"sideways\"").unwrap_err().to_string();
    assert!(error.starts_with("not a listed value of Sort"), "{error}");
    assert!(Sort::try_from("desc").is_ok_and(|sort| sort == Sort::Down));
    assert_eq!(serde_json::from_str::<Bit>("1").unwrap(), Bit::One);
    assert!(serde_json::from_str::<Bit>("2").is_err());
    // The error stands at the value, not at the one after it.
    let error = serde_json::from_str::<Vec<Bit>>("[0,2,1]").unwrap_err();
    assert_eq!(error.to_string(), "not a listed value of Bit at line 1 column 4");
    assert_eq!(Bit::ALL, [Bit::Zero, Bit::One]);
}

#[test]
fn integer_enums_never_pass_through_floating_point() {
    let level: Level = serde_json::from_str("9007199254740993").unwrap();
    assert_eq!(level.get(), 9_007_199_254_740_993);
    assert_eq!(serde_json::to_string(&level).unwrap(), "9007199254740993");
    assert_eq!(serde_json::from_str::<Level>("-2").unwrap(), Level::High);
    assert!(serde_json::from_str::<Level>("9223372036854775808").is_err());
    assert!(serde_json::from_str::<Level>("1.0").is_err());
    assert_eq!(Level::Low.to_string(), "1");
}

#[test]
fn secrets_are_not_printed() {
    let mut item = OrderItem::new("h");
    item.secret = Some("canary".into());
    assert!(!format!("{item:?}").contains("canary"));
    assert_eq!(format!("{:?}", Secret::new("canary")), "[secret]");
    assert_eq!(Secret::new("a"), Secret::from("a".to_owned()));
    assert_ne!(Secret::new("a"), Secret::new("b"));
}
