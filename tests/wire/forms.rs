//! Forms and bodies in parts: each byte, and the same bytes again after a new token. The document has no form, so the
//! calls are put together as generated code does it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use clientwright_runtime::runtime::{
    ApiInfo, Call, Client, ClientBuilder, Decode, FilePart, FormField, Mismatch,
    Operation, OperationInfo, Reply as Got, Schemes, Secret, Token, TokenSource, format,
    send,
};
use serde_json::json;

use crate::client::TOKEN;
use crate::sent::only;
use crate::server::{Reply, Request, Server};

/// A POST that answers nothing.
struct Post;

impl Operation for Post {
    type Output = ();
    type Error = Refused;
    type Format = format::Empty;
    const INFO: OperationInfo = OperationInfo {
        id: "post",
        method: "POST",
        route: "/forms",
        security: Schemes::One("bearerAuth"),
        statuses: &[],
        ..OperationInfo::DEFAULT
    };
}

/// What no test here is answered.
#[derive(Debug, Clone, PartialEq)]
struct Refused;

impl Decode for Refused {
    fn decode(reply: &Got) -> Result<Self, Mismatch> {
        reply.undeclared()
    }
}

const API: ApiInfo = ApiInfo {
    name: "forms",
    version: "1",
};

/// A client whose tokens come from a source.
fn client_of(server: &Server, source: impl Into<TokenSource>) -> Client {
    let builder = ClientBuilder::new(&API).base_url(server.url());
    let builder = builder.bearer_source("bearerAuth", source);
    builder.configure(|http| http.tls_certs_only([])).build().unwrap()
}

fn client(server: &Server) -> Client {
    client_of(server, TOKEN)
}

async fn post(client: &Client, build: impl FnOnce(Call) -> Call) {
    send::<Post>(build(Call::new(client).path("/forms"))).await.unwrap();
}

/// The headers that describe a body.
fn described(request: &Request) -> (Option<&str>, Option<&str>) {
    (request.header("content-type"), request.header("content-length"))
}

#[tokio::test]
async fn a_form_is_the_bytes_that_a_server_reads_it_from() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let body = json!({
        "amount": 1.50,
        "items": [{ "price": "p 1" }, { "price": "p+2" }],
        "name": "A & B = C; é%",
        "none": null,
        "tags": ["x", "y"],
    });
    let fields = [FormField::deep_object("items")];
    post(&client(&server), |call| call.form(&body, &fields)).await;
    let request = only(&server);
    let expected = "amount=1.5&items%5B0%5D%5Bprice%5D=p%201&items%5B1%5D%5Bprice%5D=p%2B2\
        &name=A%20%26%20B%20%3D%20C%3B%20%C3%A9%25&tags=x&tags=y";
    assert_eq!(request.text(), expected);
    let length = expected.len().to_string();
    let form = "application/x-www-form-urlencoded";
    assert_eq!(described(&request), (Some(form), Some(length.as_str())));
}

#[tokio::test]
async fn a_form_with_nothing_in_it_has_a_length() {
    let server = Server::always(Reply::json(200, "{}")).await;
    post(&client(&server), |call| call.form(json!({}), &[])).await;
    let form = "application/x-www-form-urlencoded";
    assert_eq!(described(&only(&server)), (Some(form), Some("0")));
}

#[tokio::test]
async fn parts_end_where_they_say_whatever_they_hold() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let every_byte: Vec<u8> = (0..=255).collect();
    let file = FilePart::new("a\"\r\n.bin", every_byte.clone());
    let body = BTreeMap::from([("file", file)]);
    post(&client(&server), |call| call.multipart(&body, &[])).await;
    let request = only(&server);
    let (media_type, length) = described(&request);
    let boundary = media_type.unwrap().strip_prefix("multipart/form-data; boundary=");
    let boundary = boundary.unwrap();
    let mut expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; \
         filename=\"a%22%0D%0A.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    expected.extend(every_byte);
    expected.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
    assert_eq!(request.body, expected);
    assert_eq!(length, Some(expected.len().to_string().as_str()));
}

#[tokio::test]
async fn parts_are_sent_again_as_they_were_after_a_new_token() {
    let refused = AtomicBool::new(false);
    let server = Server::start(move |_| {
        let status = if refused.swap(true, Ordering::SeqCst) { 200 } else { 401 };
        Reply::json(status, "{}")
    })
    .await;
    let source =
        TokenSource::provider(|| async { Token::minted(Secret::from("t"), 3600) });
    let client = client_of(&server, source);
    let body = BTreeMap::from([("file", FilePart::new("a", "content"))]);
    post(&client, |call| call.multipart(&body, &[])).await;
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    let (first, second) = (&requests[0], &requests[1]);
    assert_eq!(first.body, second.body);
    assert_eq!(described(first), described(second));
    assert!(first.text().contains("\r\n\r\ncontent\r\n"));
}
