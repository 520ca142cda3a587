//! Values that are one of several, through the macro as generated code uses it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::runtime::{RawJson, one_of};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Cat {
    kind: String,
    lives: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Fish {
    depth: f64,
}

#[derive(Debug, Clone, PartialEq)]
enum Pet {
    Cat(Box<Cat>),
    Fish(Box<Fish>),
    Unknown(RawJson),
}

one_of! {
    Pet by "kind" {
        Cat = "cat" | "kitten",
        Fish + "fish" = "fish",
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Guest {
    Cat(Box<Cat>),
    Fish(Box<Fish>),
    Unknown(RawJson),
}

one_of! {
    Guest by "kind" else Fish {
        Cat = "cat",
        Fish = "fish",
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Note {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Link {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
enum Input {
    Text(String),
    Integer(i64),
    Number(f64),
    Flag(bool),
    Words(Vec<String>),
    Rows(Vec<Vec<i64>>),
    Cat(Box<Cat>),
    Note(Note),
    Link(Link),
    Map(BTreeMap<String, String>),
    Unknown(RawJson),
}

one_of! {
    Input {
        Text = text,
        Integer = integer,
        Number = number,
        Flag = boolean,
        Words = list(text),
        Rows = list(list(integer)),
        Cat = object("kind" = "cat", "lives", perhaps "state" = "asleep" | "awake"),
        Note = object(),
        Link = object(),
        Map = object(),
    }
}

fn read<T: DeserializeOwned>(value: impl Into<Value>) -> T {
    serde_json::from_str(&value.into().to_string()).unwrap()
}

fn is_kept<T: DeserializeOwned + Serialize>(value: &Value) {
    let read: T = read(value.clone());
    assert_eq!(serde_json::to_value(&read).unwrap(), *value);
}

#[test]
fn the_property_decides() {
    let cat = json!({ "kind": "kitten", "lives": 9 });
    assert!(matches!(read(cat.clone()), Pet::Cat(cat) if cat.lives == 9));
    is_kept::<Pet>(&cat);
}

#[test]
fn a_branch_without_the_property_is_written_with_it() {
    let fish = Pet::Fish(Box::new(Fish { depth: 3.5 }));
    let text = json!({ "kind": "fish", "depth": 3.5 });
    assert_eq!(serde_json::to_value(&fish).unwrap(), text);
    assert_eq!(read::<Pet>(text), fish);
}

#[test]
fn a_branch_that_no_json_can_hold_is_refused_inside_a_union_too() {
    let fish = Pet::Fish(Box::new(Fish { depth: f64::NAN }));
    assert!(serde_json::to_value(&fish).is_err());
}

#[test]
fn a_value_that_the_mapping_does_not_list_is_kept() {
    for value in [
        json!({ "kind": "dog", "good": true }),
        json!({ "good": true }),
        json!({ "kind": 3 }),
        json!("dog"),
        json!([1, 2]),
    ] {
        assert!(matches!(read(value.clone()), Pet::Unknown(raw) if *raw.get() == value));
        is_kept::<Pet>(&value);
    }
}

#[test]
fn a_listed_value_that_is_otherwise_wrong_is_an_error() {
    let wrong = json!({ "kind": "cat", "lives": "nine" }).to_string();
    assert!(serde_json::from_str::<Pet>(&wrong).is_err());
}

/// What reads a value whole before it decides stands behind it by then, and no further.
#[test]
fn an_error_names_the_place_of_the_value() {
    let (cat, broken) = (r#"{"kind":"cat","lives":9}"#, r#"{"kind":"cat"}"#);
    for (before, after) in [
        ("[".to_owned(), "]".to_owned()),
        (format!("[{cat}, "), format!(" , {cat}]")),
        (format!("[{cat}, "), "]".to_owned()),
    ] {
        let text = format!("{before}{broken}{after}");
        let error = serde_json::from_str::<Vec<Pet>>(&text).unwrap_err();
        assert_eq!(error.column(), before.len() + broken.len(), "{text}: {error}");
    }
    let text = format!(r#"{{"a":{broken}}}"#);
    let error = serde_json::from_str::<BTreeMap<String, Pet>>(&text).unwrap_err();
    assert_eq!(error.column(), text.len() - 1, "{error}");
}

#[test]
fn a_tag_may_be_an_integer_or_a_boolean() {
    #[derive(Debug, Clone, PartialEq)]
    enum Told {
        One(BTreeMap<String, Value>),
        Yes(BTreeMap<String, Value>),
        Unknown(RawJson),
    }

    one_of! { Told by "v" { One = "1", Yes = "true" } }

    for one in [json!({ "v": 1 }), json!({ "v": 1.0 }), json!({ "v": "1" })] {
        assert!(matches!(read(one), Told::One(_)));
    }
    assert!(matches!(read(json!({ "v": true })), Told::Yes(_)));
    assert!(matches!(read(json!({ "v": 1.5 })), Told::Unknown(_)));
}

#[test]
fn what_no_tag_tells_is_the_default_where_there_is_one() {
    assert!(matches!(read(json!({ "depth": 1.0 })), Guest::Fish(_)));
    assert!(matches!(read(json!({ "kind": "cat", "lives": 1 })), Guest::Cat(_)));
    assert!(matches!(read(json!("fish")), Guest::Unknown(_)));
}

#[test]
fn kinds_are_told_apart() {
    assert_eq!(read::<Input>(json!("a")), Input::Text("a".into()));
    assert_eq!(read::<Input>(json!(true)), Input::Flag(true));
    assert_eq!(read::<Input>(json!(1)), Input::Integer(1));
    assert_eq!(read::<Input>(json!(i64::MAX)), Input::Integer(i64::MAX));
    assert_eq!(read::<Input>(json!(1.5)), Input::Number(1.5));
    assert_eq!(read::<Input>(json!(["a"])), Input::Words(vec!["a".into()]));
    assert_eq!(read::<Input>(json!([[1], []])), Input::Rows(vec![vec![1], vec![]]));
    assert!(matches!(read::<Input>(json!(null)), Input::Unknown(_)));
    assert!(matches!(read::<Input>(json!([true])), Input::Unknown(_)));
}

#[test]
fn an_integer_with_a_fraction_of_zero_is_one_unless_it_was_rounded() {
    assert_eq!(read::<Input>(json!(-3.0)), Input::Integer(-3));
    assert_eq!(read::<Input>(json!([[1e3]])), Input::Rows(vec![vec![1000]]));
    let told: Pet = serde_json::from_str(r#"{"kind":"cat","lives":9.0}"#).unwrap();
    assert!(matches!(told, Pet::Cat(cat) if cat.lives == 9));
    let rounded = serde_json::from_str::<Input>("9007199254740993.0").unwrap();
    assert!(matches!(rounded, Input::Number(_)));
}

#[test]
fn objects_are_told_by_what_they_require_and_by_constants() {
    let cat = json!({ "kind": "cat", "lives": 9 });
    assert!(matches!(read::<Input>(cat), Input::Cat(_)));
    // Another constant, or another optional one: no cat, and nobody else keeps its number.
    for value in [
        json!({ "kind": "dog", "lives": 9 }),
        json!({ "kind": "cat", "lives": 9, "state": "away" }),
    ] {
        assert!(matches!(read::<Input>(value.clone()), Input::Unknown(_)), "{value}");
        is_kept::<Input>(&value);
    }
}

#[test]
fn of_two_that_fit_the_one_that_keeps_more_is_meant_and_none_where_that_is_equal() {
    #[derive(Debug, Clone, PartialEq)]
    enum Either {
        Note(Note),
        Link(Link),
        Unknown(RawJson),
    }

    one_of! {
        Either {
            Note = object(),
            Link = object(),
        }
    }

    let link = json!({ "title": "a", "url": "b" });
    assert!(matches!(read::<Either>(link), Either::Link(_)));
    let note = json!({ "text": "a", "other": 1 });
    assert!(matches!(read::<Either>(note), Either::Note(_)));
    // Meant as a note, perhaps, but no note has a number for its text: a link would lose it.
    let neither = json!({ "text": 1 });
    assert!(matches!(read::<Either>(neither.clone()), Either::Unknown(_)));
    is_kept::<Either>(&neither);
    // Either would lose what the other keeps, be it one property of three.
    let both = json!({ "title": "a", "text": "b", "url": "c" });
    assert!(matches!(read::<Either>(both.clone()), Either::Unknown(_)));
    is_kept::<Either>(&both);
    let either = json!({ "title": "a" });
    assert!(matches!(read::<Either>(either.clone()), Either::Unknown(_)));
    is_kept::<Either>(&either);
}

#[test]
fn of_two_that_keep_as_much_the_one_that_asks_for_more_is_meant() {
    #[derive(Debug, Clone, PartialEq)]
    enum Open {
        Fish(Fish),
        Map(BTreeMap<String, f64>),
        Unknown(RawJson),
    }

    one_of! {
        Open {
            Map = object(),
            Fish = object("depth"),
        }
    }

    assert!(matches!(read::<Open>(json!({ "depth": 1.0 })), Open::Fish(_)));
    assert!(matches!(read::<Open>(json!({ "height": 1.0 })), Open::Map(_)));
    assert!(matches!(read::<Open>(json!({ "depth": "far" })), Open::Unknown(_)));
}

#[test]
fn what_was_not_told_is_not_shown() {
    let secret: Pet = read(json!({ "kind": "dog", "token": "s3cret" }));
    assert!(!format!("{secret:?}").contains("s3cret"));
}

/// Two branches that every object fits, each of which holds the union again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Left {
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Box<Deep>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Right {
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Box<Deep>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
enum Deep {
    Left(Box<Left>),
    Right(Box<Right>),
    Unknown(RawJson),
}

one_of! {
    Deep {
        Left = object(),
        Right = object(),
    }
}

#[test]
fn values_within_values_that_fit_several_are_not_tried_in_every_combination() {
    let mut value = json!({ "left": "end" });
    for _ in 0..60 {
        value = json!({ "next": value, "right": "way" });
    }
    is_kept::<Deep>(&value);
    let near = json!({ "next": { "left": "end" }, "right": "way" });
    let Deep::Right(right) = read(near) else { panic!() };
    assert!(matches!(right.next.as_deref(), Some(Deep::Left(_))));
}

#[derive(Debug, Clone, PartialEq)]
enum Range {
    Named((String, i64)),
    Pair((i64, Option<i64>)),
    Texts(Vec<Option<String>>),
    Triple((i64, i64, Note)),
    Numbers(Vec<i64>),
    Unknown(RawJson),
}

one_of! {
    Range {
        Named = tuple(text, integer),
        Pair = tuple(integer, integer | null),
        Texts = list(text | null),
        Triple = tuple(integer, integer, text | object(perhaps "kind" = "note")),
        Numbers = list(integer),
    }
}

#[test]
fn a_tuple_is_told_by_its_length_and_by_what_stands_where() {
    let read = |value: Value| serde_json::from_value::<Range>(value).unwrap();
    let note = Note { title: None, text: None };
    for (value, expected) in [
        (json!(["a", 1]), Range::Named(("a".to_owned(), 1))),
        (json!([1, null]), Range::Pair((1, None))),
        // A list could be any of these: the tuple asks for more.
        (json!([1, 2]), Range::Pair((1, Some(2)))),
        (json!([1.0, 2e0]), Range::Pair((1, Some(2)))),
        (json!([1, 2, {}]), Range::Triple((1, 2, note))),
        (json!([1, 2, 3]), Range::Numbers(vec![1, 2, 3])),
        (json!([null]), Range::Texts(vec![None])),
    ] {
        assert_eq!(read(value.clone()), expected, "{value}");
    }
    for value in [
        // Both of the lists.
        json!([]),
        json!([1, "a"]),
        json!([null, 1]),
        json!([1, 2, "a"]),
        json!([1, 2, { "kind": "other" }]),
        json!({ "0": 1 }),
    ] {
        assert_eq!(read(value.clone()), Range::Unknown(RawJson::new(value)));
    }
}
