//! Objects within objects: however deep a server sends them, the stack does not end before an error does.

#![allow(dead_code, reason = "most properties are only there to be large")]

use std::thread;

use crate::runtime::object;

macro_rules! tree {
    ($name:ident: $($field:ident $key:literal)*) => {
        #[derive(Debug, Default)]
        struct $name {
            $($field: Option<String>,)*
            within: Option<Box<$name>>,
            beside: Vec<$name>,
        }

        object! {
            $name nests {
                $(optional $field = $key,)*
                optional within = "within",
                required beside = "beside",
            }
        }
    };
}

tree! { Small: name "name" }

tree! { Large:
    a0 "a0" a1 "a1" a2 "a2" a3 "a3" a4 "a4"
    a5 "a5" a6 "a6" a7 "a7" a8 "a8" a9 "a9"
    b0 "b0" b1 "b1" b2 "b2" b3 "b3" b4 "b4"
    b5 "b5" b6 "b6" b7 "b7" b8 "b8" b9 "b9"
    c0 "c0" c1 "c1" c2 "c2" c3 "c3" c4 "c4"
    c5 "c5" c6 "c6" c7 "c7" c8 "c8" c9 "c9"
    d0 "d0" d1 "d1" d2 "d2" d3 "d3" d4 "d4"
    d5 "d5" d6 "d6" d7 "d7" d8 "d8" d9 "d9"
    e0 "e0" e1 "e1" e2 "e2" e3 "e3" e4 "e4"
    e5 "e5" e6 "e6" e7 "e7" e8 "e8" e9 "e9"
    f0 "f0" f1 "f1" f2 "f2" f3 "f3" f4 "f4"
    f5 "f5" f6 "f6" f7 "f7" f8 "f8" f9 "f9"
}

/// Reads an object within as many others, in a thread with the stack that threads have, and says how it ended.
fn read<T: serde::de::DeserializeOwned>(levels: usize) -> String {
    let begun = r#"{"beside":[],"within":"#.repeat(levels);
    let text = format!(r#"{begun}{{"beside":[]}}{}"#, "}".repeat(levels));
    let read = move || match serde_json::from_str::<T>(&text) {
        Ok(_) => "read".to_owned(),
        Err(error) => error.to_string(),
    };
    thread::Builder::new().stack_size(2 << 20).spawn(read).unwrap().join().unwrap()
}

#[test]
fn small_objects_may_stand_within_each_other_as_deep_as_json_may() {
    assert_eq!(read::<Small>(125), "read");
}

#[test]
fn large_objects_that_stand_too_deeply_within_each_other_are_an_error() {
    assert_eq!(read::<Large>(20), "read");
    assert_eq!(
        read::<Large>(125),
        "objects stand within each other too deeply at line 1 column 991"
    );
}

#[test]
fn what_was_read_before_does_not_count() {
    let leaf =
        format!(r#"{}{{"beside":[]}}{}"#, r#"{"beside":["#.repeat(20), "]}".repeat(20));
    let text = format!(r#"{{"beside":[{}]}}"#, vec![leaf; 20].join(","));
    assert_eq!(serde_json::from_str::<Large>(&text).unwrap().beside.len(), 20);
    let broken = text.replace(r#""beside":[]"#, r#""beside":0"#);
    for _ in 0..20 {
        serde_json::from_str::<Large>(&broken).unwrap_err();
    }
    serde_json::from_str::<Large>(&text).unwrap();
}
