//! Headers of parts, byte by byte.

use serde_json::{Value, json};

use crate::runtime::{Call, Client, ErrorKind, FilePart, FormField, PartHeader, Simple};

use super::sample::Probe;
use super::server::{TestServer, json as answer};

const HEADERS: &[PartHeader] =
    &[PartHeader::with("a", "X-Kind", "plain"), PartHeader::required("b", "X-Needed")];

/// The body that a server receives of a call with `B` for its boundary, or why there was none.
async fn sent(build: impl FnOnce(Call) -> Call) -> Result<String, String> {
    let server = TestServer::always(answer(200, "null")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let sent = Probe::of(&client, |call| build(call.path("/"))).await;
    if let Err(error) = sent {
        assert_eq!(error.kind(), ErrorKind::Argument);
        assert!(server.received().is_empty());
        return Err(error.to_string());
    }
    let received = server.received().remove(0);
    let media_type = received.header("content-type").unwrap_or_default();
    Ok(match media_type.split_once("boundary=") {
        Some((_, boundary)) => received.body.replace(boundary, "B"),
        None => received.body,
    })
}

fn with(call: Call, body: Value) -> Call {
    call.multipart_with_headers(body, &[FormField::deep_object("deep")], HEADERS)
}

#[tokio::test]
async fn a_header_goes_with_each_part_of_its_property_whenever_it_was_set() {
    let body = json!({ "a": ["1", "2"], "deep": { "x": 1, "y": 2 }, "c": "3" });
    let build = |call: Call| {
        let call = call.part_header("deep", "X-Deep", Simple::exploded([1, 2]));
        let call = with(call, body);
        call.part_header("c", "X-Other", Simple::joined("é;\"a\""))
    };
    let expected = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nX-Kind: plain\r\n\r\n1\r\n\
        --B\r\nContent-Disposition: form-data; name=\"a\"\r\nX-Kind: plain\r\n\r\n2\r\n\
        --B\r\nContent-Disposition: form-data; name=\"c\"\r\nX-Other: é;\"a\"\r\n\r\n3\r\n\
        --B\r\nContent-Disposition: form-data; name=\"deep[x]\"\r\nX-Deep: 1,2\r\n\r\n1\r\n\
        --B\r\nContent-Disposition: form-data; name=\"deep[y]\"\r\nX-Deep: 1,2\r\n\r\n2\r\n\
        --B--\r\n";
    assert_eq!(sent(build).await.unwrap(), expected);
}

#[tokio::test]
async fn the_last_value_that_is_set_counts_and_a_file_has_headers_after_its_own() {
    let file = FilePart::new("f", "bytes").content_type("image/png");
    let body = std::collections::BTreeMap::from([("a", file)]);
    let build = |call: Call| {
        let call = call.part_header("a", "X-Kind", Simple::joined("first"));
        let call = call.multipart_with_headers(body, &[], HEADERS);
        let call = call.part_header("a", "X-Kind", Simple::joined(Some("last")));
        call.part_header("a", "X-None", Simple::joined(None::<u8>))
    };
    let expected = "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\
        Content-Type: image/png\r\nX-Kind: last\r\n\r\nbytes\r\n--B--\r\n";
    assert_eq!(sent(build).await.unwrap(), expected);
}

#[tokio::test]
async fn a_header_that_a_part_needs_must_be_set_where_the_part_is_sent() {
    let missing = sent(|call| with(call, json!({ "b": 1 }))).await.unwrap_err();
    let expected = "the part `b` needs the header `X-Needed`, which was not set";
    assert!(missing.contains(expected), "{missing}");
    let set = |call: Call| call.part_header("b", "X-Needed", Simple::joined(7));
    let expected = "--B\r\nContent-Disposition: form-data; name=\"b\"\r\nX-Needed: 7\r\n\r\n1\r\n--B--\r\n";
    let build = |call| set(with(call, json!({ "b": 1 })));
    assert_eq!(sent(build).await.unwrap(), expected);
    assert_eq!(sent(|call| with(call, json!({}))).await.unwrap(), "--B--\r\n");
    assert_eq!(sent(set).await.unwrap(), "", "without a body there are no parts");
}

#[tokio::test]
async fn a_header_with_a_line_end_is_refused_before_anything_is_sent() {
    for value in ["a\r\nX-More: b", "a\nb", "a\0"] {
        let build =
            |call| with(call, json!({})).part_header("a", "X-A", Simple::joined(value));
        let refused = sent(build).await.unwrap_err();
        assert!(refused.contains("the header `X-A` of the part `a`"), "{refused}");
    }
    let nested = Simple::joined([[1]]);
    let build = |call| with(call, json!({})).part_header("a", "X-A", nested);
    assert!(sent(build).await.is_err());
}
