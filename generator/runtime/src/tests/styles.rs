//! Parameter styles: a row for each of `OpenAPI` 3.2.0, "Style Examples".

use std::collections::BTreeMap;

use serde::Serialize;

use crate::runtime::{
    Client, Cookie, DeepObject, Form, Json, Label, Matrix, Param, PipeDelimited, Simple,
    SpaceDelimited,
};

use super::sample::Probe;
use super::server::{TestServer, json};

const TEXT: &str = "blue";
const LIST: [&str; 3] = ["blue", "black", "brown"];

/// The specification's example object, in its order.
#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
struct Color {
    r: u8,
    g: u8,
    b: u8,
}

const MAP: Color = Color { r: 100, g: 200, b: 150 };

enum In {
    Path,
    Query,
    Header,
    Cookie,
}

#[tokio::test]
async fn every_row_of_the_style_examples_is_written_as_the_specification_says() {
    use In::{Cookie as InCookie, Header, Path, Query};
    let rows: [(In, Param, &str); 39] = [
        (Path, Matrix::joined(""), ";color"),
        (Path, Matrix::joined(TEXT), ";color=blue"),
        (Path, Matrix::joined(LIST), ";color=blue,black,brown"),
        (Path, Matrix::joined(MAP), ";color=R,100,G,200,B,150"),
        (Path, Matrix::exploded(""), ";color"),
        (Path, Matrix::exploded(TEXT), ";color=blue"),
        (Path, Matrix::exploded(LIST), ";color=blue;color=black;color=brown"),
        (Path, Matrix::exploded(MAP), ";R=100;G=200;B=150"),
        (Path, Label::joined(TEXT), ".blue"),
        (Path, Label::joined(LIST), ".blue,black,brown"),
        (Path, Label::joined(MAP), ".R,100,G,200,B,150"),
        (Path, Label::exploded(TEXT), ".blue"),
        (Path, Label::exploded(LIST), ".blue.black.brown"),
        (Path, Label::exploded(MAP), ".R=100.G=200.B=150"),
        (Path, Simple::joined(TEXT), "blue"),
        (Path, Simple::joined(LIST), "blue,black,brown"),
        (Path, Simple::joined(MAP), "R,100,G,200,B,150"),
        (Path, Simple::exploded(TEXT), "blue"),
        (Path, Simple::exploded(LIST), "blue,black,brown"),
        (Path, Simple::exploded(MAP), "R=100,G=200,B=150"),
        (Header, Simple::joined(LIST), "blue,black,brown"),
        (Header, Simple::joined(MAP), "R,100,G,200,B,150"),
        (Header, Simple::exploded(MAP), "R=100,G=200,B=150"),
        (Header, Simple::joined("a b/c"), "a b/c"),
        (Query, Form::joined(""), "color="),
        (Query, Form::joined(TEXT), "color=blue"),
        (Query, Form::joined(LIST), "color=blue,black,brown"),
        (Query, Form::joined(MAP), "color=R,100,G,200,B,150"),
        (Query, Form::exploded(LIST), "color=blue&color=black&color=brown"),
        (Query, Form::exploded(MAP), "R=100&G=200&B=150"),
        (Query, SpaceDelimited::joined(LIST), "color=blue%20black%20brown"),
        (Query, SpaceDelimited::joined(MAP), "color=R%20100%20G%20200%20B%20150"),
        (Query, PipeDelimited::joined(LIST), "color=blue%7Cblack%7Cbrown"),
        (Query, PipeDelimited::joined(MAP), "color=R%7C100%7CG%7C200%7CB%7C150"),
        (
            Query,
            DeepObject::exploded(MAP),
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
        (InCookie, Cookie::joined(LIST), "color=blue,black,brown"),
        (InCookie, Cookie::joined(MAP), "color=R,100,G,200,B,150"),
        (InCookie, Cookie::exploded(LIST), "color=blue; color=black; color=brown"),
        (InCookie, Cookie::exploded(MAP), "R=100; G=200; B=150"),
    ];
    for (place, param, expected) in rows {
        assert_eq!(sent(&place, param).await, expected);
    }
}

#[tokio::test]
async fn what_could_break_out_of_its_place_is_encoded() {
    let tricky = "a/b?c#d&e=f+g h%25[é]\\;,";
    let encoded = "a%2Fb%3Fc%23d%26e%3Df%2Bg%20h%2525%5B%C3%A9%5D%5C%3B%2C";
    assert_eq!(sent(&In::Path, Simple::joined(tricky)).await, encoded);
    assert_eq!(sent(&In::Query, Form::joined(tricky)).await, format!("color={encoded}"));
}

#[tokio::test]
async fn allow_reserved_keeps_reserved_characters_that_stay_in_their_place() {
    let param = || Simple::joined("a:b@c$d,e/f?g#h%41%zz i").reserved();
    assert_eq!(sent(&In::Path, param()).await, "a:b@c$d,e%2Ff%3Fg%23h%41%25zz%20i");
    let param = Form::joined("a:b@c$d,e/f?g#h%41&i+j").reserved();
    assert_eq!(sent(&In::Query, param).await, "color=a:b@c$d,e/f?g%23h%41%26i%2Bj");
}

#[tokio::test]
async fn nothing_and_null_items_add_nothing() {
    assert_eq!(sent(&In::Query, Form::exploded(None::<i64>)).await, "");
    assert_eq!(sent(&In::Query, Form::exploded(Vec::<i64>::new())).await, "");
    assert_eq!(
        sent(&In::Query, Form::joined(vec![Some(1), None, Some(3)])).await,
        "color=1,3"
    );
}

#[tokio::test]
async fn a_parameter_of_json_is_compact_json() {
    let json = "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D";
    assert_eq!(sent(&In::Query, Json::joined(MAP)).await, format!("color={json}"));
    assert_eq!(sent(&In::Path, Json::joined(MAP)).await, json);
}

#[tokio::test]
async fn deep_objects_nest_as_servers_read_them() {
    let inner = BTreeMap::from([("x", vec![1, 2]), ("y", vec![])]);
    let param = DeepObject::exploded(BTreeMap::from([("a", inner)]));
    assert_eq!(
        sent(&In::Query, param).await,
        "color%5Ba%5D%5Bx%5D%5B0%5D=1&color%5Ba%5D%5Bx%5D%5B1%5D=2"
    );
}

#[tokio::test]
async fn a_nested_value_in_a_flat_style_is_refused() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    let param = Form::exploded([[1]]);
    let error = Probe::of(&client, |call| call.query("color", param)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "probe: the query parameter `color`: a list or map inside `color` has no form in its style"
    );
}

/// Where a delimiter is encoded as any other character is, a server could not tell the two apart.
#[tokio::test]
async fn an_item_that_holds_its_delimiter_is_refused() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    for param in [
        PipeDelimited::joined(["a|b", "c"]),
        SpaceDelimited::joined(["a b", "c"]),
        PipeDelimited::joined(["a%7Cb"]).reserved(),
        SpaceDelimited::joined(BTreeMap::from([("a b", 1)])),
    ] {
        let probe = Probe::of(&client, |call| call.query("color", param));
        assert_eq!(
            probe.await.unwrap_err().to_string(),
            "probe: the query parameter `color`: an item of `color` holds what stands between items"
        );
    }
    let probe = Probe::of(&client, |call| call.header("color", Simple::joined(["a,b"])));
    let error = probe.await.unwrap_err().to_string();
    assert!(
        error.ends_with("an item of `color` holds what stands between items"),
        "{error}"
    );
    for (place, param) in [
        (In::Header, Simple::exploded(["a,b", "c"])),
        (In::Header, Simple::exploded(BTreeMap::from([("a", "b,c")]))),
        (In::Cookie, Cookie::joined(["a,b"])),
        (In::Query, Form::joined(["a,b"]).reserved()),
        (In::Path, Label::exploded(["1.5"])),
        (In::Path, Matrix::exploded(["a;b"]).reserved()),
    ] {
        let probe = Probe::of(&client, |call| match place {
            In::Path => call.segment_styled("color", param),
            In::Query => call.query("color", param),
            In::Header => call.header("color", param),
            In::Cookie => call.cookie("color", param),
        });
        let error = probe.await.unwrap_err().to_string();
        assert!(error.ends_with("holds what stands between items"), "{error}");
    }
    let quoted = Simple::joined(["\"a,b\"", "\"c\""]);
    assert_eq!(sent(&In::Header, quoted).await, "\"a,b\",\"c\"");
    let exploded = PipeDelimited::exploded(["a|b", "c"]);
    assert_eq!(sent(&In::Query, exploded).await, "color=a%7Cb&color=c");
    let other = PipeDelimited::joined(["a b,c", "d"]);
    assert_eq!(sent(&In::Query, other).await, "color=a%20b%2Cc%7Cd");
    assert_eq!(sent(&In::Query, Form::joined(["a,b", "c"])).await, "color=a%2Cb,c");
}

/// What of a parameter arrives at the server.
async fn sent(place: &In, param: Param) -> String {
    let server = TestServer::always(json(200, "{}")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let probe = Probe::of(&client, |call| match place {
        In::Path => call.path("/").segment_styled("color", param),
        In::Query => call.path("/").query("color", param),
        In::Header => call.path("/").header("color", param),
        In::Cookie => call.path("/").cookie("color", param),
    });
    probe.await.unwrap();
    let request = server.received().remove(0);
    match place {
        In::Path => request.line["GET /".len()..].to_owned(),
        In::Query => request.line["GET /".len()..].trim_start_matches('?').to_owned(),
        In::Header => request.header("color").unwrap_or_default().to_owned(),
        In::Cookie => request.header("cookie").unwrap_or_default().to_owned(),
    }
}

#[tokio::test]
async fn an_id_is_written_as_its_standard_says() {
    let id: uuid::Uuid = "F81D4FAE7DEC11D0A76500A0C91E6BF6".parse().unwrap();
    let expected = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    assert_eq!(sent(&In::Query, Form::exploded(id)).await, format!("color={expected}"));
}
