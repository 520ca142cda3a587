//! Forms and bodies of parts, byte by byte.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::runtime::{Call, Client, ErrorKind, FilePart, FormField};

use super::sample::Probe;
use super::server::{Received, TestServer, json as answer};

/// What a server receives of a call.
async fn received(build: impl FnOnce(Call) -> Call) -> Received {
    let server = TestServer::always(answer(200, "null")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    Probe::of(&client, |call| build(call.path("/"))).await.unwrap();
    server.received().remove(0)
}

async fn form(body: impl Serialize, fields: &[FormField]) -> String {
    let received = received(|call| call.form(body, fields)).await;
    let media_type = received.header("content-type");
    assert_eq!(media_type, Some("application/x-www-form-urlencoded"));
    let length = received.body.len().to_string();
    // A GET without a body need not say so.
    assert_eq!(received.header("content-length").unwrap_or("0"), length);
    received.body
}

/// A body of parts with `B` for its boundary.
async fn parts(body: impl Serialize, fields: &[FormField]) -> String {
    let received = received(|call| call.multipart(body, fields)).await;
    let media_type = received.header("content-type").unwrap();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(boundary.len(), 32);
    received.body.replace(boundary, "B")
}

#[derive(Serialize)]
struct Everything {
    text: &'static str,
    number: f64,
    yes: bool,
    nothing: Option<u8>,
    list: Vec<u8>,
    object: BTreeMap<&'static str, u8>,
    objects: Vec<BTreeMap<&'static str, &'static str>>,
}

fn everything() -> Everything {
    Everything {
        text: "a&b=c+d %é\r\n",
        number: 1.5,
        yes: true,
        nothing: None,
        list: vec![1, 2],
        object: BTreeMap::from([("a", 1), ("b", 2)]),
        objects: vec![BTreeMap::from([("x", "1")]), BTreeMap::from([("x", "\"2")])],
    }
}

#[tokio::test]
async fn without_an_encoding_texts_are_texts_items_stand_apart_and_objects_are_json() {
    let expected = "text=a%26b%3Dc%2Bd%20%25%C3%A9%0D%0A&number=1.5&yes=true&list=1&list=2\
        &object=%7B%22a%22%3A1%2C%22b%22%3A2%7D\
        &objects=%7B%22x%22%3A%221%22%7D&objects=%7B%22x%22%3A%22%5C%222%22%7D";
    assert_eq!(form(everything(), &[]).await, expected);
}

#[tokio::test]
async fn each_style_is_written_as_it_is_in_a_query() {
    let body = json!({ "list": ["a;b", "c"], "object": { "R": 100, "G": 200 }, "n": 1 });
    let rows: &[(&[FormField], &str)] = &[
        (
            &[FormField::joined("list"), FormField::joined("object")],
            "list=a%3Bb%2Cc&n=1&object=G%2C200%2CR%2C100",
        ),
        (
            &[FormField::exploded("list"), FormField::exploded("object")],
            "list=a%3Bb&list=c&n=1&G=200&R=100",
        ),
        (
            &[FormField::space_delimited("list"), FormField::deep_object("object")],
            "list=a%3Bb%20c&n=1&object%5BG%5D=200&object%5BR%5D=100",
        ),
        (
            &[FormField::pipe_delimited("list"), FormField::deep_object("n")],
            "list=a%3Bb%7Cc&n=1&object=%7B%22G%22%3A200%2C%22R%22%3A100%7D",
        ),
        (
            &[FormField::content("n", "application/json"), FormField::joined("object")],
            "list=a%3Bb&list=c&n=1&object=G%2C200%2CR%2C100",
        ),
    ];
    for (fields, expected) in rows {
        assert_eq!(form(&body, fields).await, *expected);
    }
}

#[tokio::test]
async fn deep_objects_go_as_deep_as_they_are_and_number_their_items() {
    let body = json!({
        "items": [{ "price": "p1", "tax": ["t1", "t2"] }, { "price": null }],
        "metadata": { "a b": "1&2", "é": { "x": true } },
        "empty": {},
    });
    let fields = ["items", "metadata", "empty"].map(FormField::deep_object);
    let expected = "items%5B0%5D%5Bprice%5D=p1&items%5B0%5D%5Btax%5D%5B0%5D=t1\
        &items%5B0%5D%5Btax%5D%5B1%5D=t2&metadata%5Ba%20b%5D=1%262\
        &metadata%5B%C3%A9%5D%5Bx%5D=true";
    assert_eq!(form(body, &fields).await, expected);
}

#[tokio::test]
async fn reserved_characters_stay_where_they_cannot_be_taken_for_others() {
    let body = json!({ "url": "https://a.example/b?c=d&e+f" });
    let fields = [FormField::exploded("url").reserved()];
    assert_eq!(form(body, &fields).await, "url=https://a.example/b?c=d%26e%2Bf");
}

#[tokio::test]
async fn a_form_with_nothing_in_it_is_a_body_without_a_byte() {
    assert_eq!(form(json!({}), &[]).await, "");
    assert_eq!(form(json!({ "a": null, "b": [] }), &[]).await, "");
}

#[tokio::test]
async fn what_has_no_form_is_refused_before_it_is_sent() {
    let server = TestServer::always(answer(200, "null")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let nested = json!({ "a": { "b": { "c": 1 } } });
    let fields = [FormField::exploded("a")];
    let split = |field: FormField| {
        let body = json!({ "a": ["b,c", "d|e", "f g"] });
        Probe::of(&client, move |call| call.path("/").form(body, &[field]))
    };
    for field in [
        FormField::joined("a"),
        FormField::pipe_delimited("a"),
        FormField::space_delimited("a"),
    ] {
        let error = split(field).await.unwrap_err().to_string();
        assert_eq!(error, "probe: the body: an item holds what stands between items");
    }
    let file = BTreeMap::from([("a", FilePart::new("a", "b").content_type("a\r\nb"))]);
    let calls = [
        Probe::of(&client, |call| call.path("/").form(json!(["a"]), &[])),
        Probe::of(&client, |call| call.path("/").form(nested, &fields)),
        Probe::of(&client, |call| call.path("/").form(&file, &[])),
        Probe::of(&client, |call| call.path("/").multipart(&file, &[])),
        Probe::of(&client, |call| {
            call.path("/").form(BTreeMap::from([("n", f64::NAN)]), &[])
        }),
    ];
    for call in calls {
        assert_eq!(call.await.unwrap_err().kind(), ErrorKind::Argument);
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn parts_are_texts_json_and_files() {
    #[derive(Serialize)]
    struct Upload {
        title: &'static str,
        tags: Vec<&'static str>,
        meta: BTreeMap<&'static str, u8>,
        #[serde(rename = "a \"b\"\r\n")]
        odd: u8,
        photo: FilePart,
        more: Vec<FilePart>,
        none: Option<FilePart>,
    }
    let upload = Upload {
        title: "é & =",
        tags: vec!["x", "y"],
        meta: BTreeMap::from([("a", 1)]),
        odd: 7,
        photo: FilePart::new("é \"1\".png", "PNG\r\n--B"),
        more: vec![
            FilePart::new("a", "1").content_type("text/csv"),
            FilePart::new("b", ""),
        ],
        none: None,
    };
    let fields = [FormField::content("photo", "image/png")];
    let expected = "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\né & =\r\n\
        --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n\
        --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ny\r\n\
        --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n\
        --B\r\nContent-Disposition: form-data; name=\"a %22b%22%0D%0A\"\r\n\r\n7\r\n\
        --B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"é %221%22.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--B\r\n\
        --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"a\"\r\nContent-Type: text/csv\r\n\r\n1\r\n\
        --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"b\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n\
        --B--\r\n";
    assert_eq!(parts(upload, &fields).await, expected);
}

#[tokio::test]
async fn a_part_has_the_content_type_and_the_style_that_its_field_says() {
    let body = json!({ "a": "text", "b": { "c": 1 }, "d": { "e": [1] }, "f": "x" });
    let fields = [
        FormField::content("a", "application/json"),
        FormField::content("b", "application/vnd.b+json"),
        FormField::deep_object("d"),
        FormField::content("f", "text/markdown"),
    ];
    let expected = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: application/json\r\n\r\n\"text\"\r\n\
        --B\r\nContent-Disposition: form-data; name=\"b\"\r\nContent-Type: application/vnd.b+json\r\n\r\n{\"c\":1}\r\n\
        --B\r\nContent-Disposition: form-data; name=\"d[e][0]\"\r\n\r\n1\r\n\
        --B\r\nContent-Disposition: form-data; name=\"f\"\r\nContent-Type: text/markdown\r\n\r\nx\r\n\
        --B--\r\n";
    assert_eq!(parts(body, &fields).await, expected);
}

#[tokio::test]
async fn every_body_has_a_boundary_of_its_own() {
    let media_type =
        |received: Received| received.header("content-type").unwrap().to_owned();
    let first = media_type(received(|call| call.multipart(json!({}), &[])).await);
    let second = media_type(received(|call| call.multipart(json!({}), &[])).await);
    assert_ne!(first, second);
}

#[test]
fn a_file_shows_its_name_and_its_size_alone() {
    let file = FilePart::new("a.txt", "secret");
    let shown =
        r#"FilePart { file_name: "a.txt", content_type: None, content: 6 bytes }"#;
    assert_eq!(format!("{file:?}"), shown);
}
