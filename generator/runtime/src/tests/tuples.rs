//! Tuples as parameters and in forms: each item keeps its place, or nothing is sent.

use std::collections::BTreeMap;

use crate::runtime::{
    Call, Client, DeepObject, ErrorKind, Form, FormField, Json, Label, Matrix,
    PipeDelimited, Simple, SpaceDelimited,
};

use super::sample::Probe;
use super::server::{TestServer, json};

type Item = Option<&'static str>;

const WHOLE: (Item, i64, bool) = (Some("a b"), 1, true);
const GAP: (Item, i64, bool) = (None, 1, true);

/// The target and the body of a call, or why it is not sent.
async fn sent(build: impl FnOnce(Call) -> Call) -> Result<(String, String), String> {
    let server = TestServer::always(json(200, "null")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let reply = Probe::of(&client, build).await;
    if let Err(error) = reply {
        assert_eq!(error.kind(), ErrorKind::Argument);
        assert!(server.received().is_empty());
        return Err(error.to_string());
    }
    let received = server.received().remove(0);
    let target = received.line.strip_prefix("GET /").unwrap_or_default();
    Ok((target.to_owned(), received.body))
}

#[tokio::test]
async fn every_style_writes_the_items_in_their_places() {
    let path = [
        (Simple::joined(WHOLE), "a%20b,1,true"),
        (Label::exploded(WHOLE), ".a%20b.1.true"),
        (Label::joined(WHOLE), ".a%20b,1,true"),
        (Matrix::joined(WHOLE), ";t=a%20b,1,true"),
        (Matrix::exploded(WHOLE), ";t=a%20b;t=1;t=true"),
    ];
    for (param, expected) in path {
        let (target, _) =
            sent(|call| call.path("/").segment_styled("t", param)).await.unwrap();
        assert_eq!(target, expected);
    }
    let query = [
        (Form::exploded(WHOLE), "t=a%20b&t=1&t=true"),
        (Form::joined(WHOLE), "t=a%20b,1,true"),
        (SpaceDelimited::joined(("ab", 1, true)), "t=ab%201%20true"),
        (PipeDelimited::joined(WHOLE), "t=a%20b%7C1%7Ctrue"),
        (DeepObject::exploded(WHOLE), "t%5B0%5D=a%20b&t%5B1%5D=1&t%5B2%5D=true"),
        (Json::joined(GAP), "t=%5Bnull%2C1%2Ctrue%5D"),
    ];
    for (param, expected) in query {
        let (target, _) = sent(|call| call.path("/").query("t", param)).await.unwrap();
        assert_eq!(target, format!("?{expected}"));
    }
}

#[tokio::test]
async fn an_item_that_is_null_is_refused_where_it_would_be_left_out() {
    for param in [
        Simple::joined(GAP),
        Form::exploded(GAP),
        Form::joined(GAP),
        PipeDelimited::joined(GAP),
        DeepObject::exploded(GAP),
    ] {
        let error = sent(|call| call.path("/").query("t", param)).await.unwrap_err();
        assert!(error.contains("an item of a tuple that is `null`"), "{error}");
    }
    let body = BTreeMap::from([("t", GAP)]);
    for field in [
        FormField::exploded("t"),
        FormField::joined("t"),
        FormField::deep_object("t"),
        FormField::content("t", "text/plain"),
    ] {
        sent(|call| call.path("/").form(&body, &[field])).await.unwrap_err();
    }
    sent(|call| call.path("/").multipart(&body, &[])).await.unwrap_err();
}

#[tokio::test]
async fn json_within_a_form_has_a_word_for_null() {
    let nested = BTreeMap::from([("t", BTreeMap::from([("inner", GAP)]))]);
    let (_, form) = sent(|call| call.path("/").form(&nested, &[])).await.unwrap();
    assert_eq!(form, "t=%7B%22inner%22%3A%5Bnull%2C1%2Ctrue%5D%7D");
    let fields = [FormField::content("t", "application/json")];
    let body = BTreeMap::from([("t", GAP)]);
    let (_, form) = sent(|call| call.path("/").form(&body, &fields)).await.unwrap();
    assert_eq!(form, "t=null&t=1&t=true");
}
