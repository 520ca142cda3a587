//! Calls of every outcome, each with secrets in all the places that a call has.

use std::time::Duration;

use instacart_fulfillment::models::{
    Address, CreateOrderRequest, FindStoresRequest, OrderResponse,
};
use instacart_fulfillment::operations::delivery::CreateDeliveryOrderError;
use instacart_fulfillment::{Client, ClientCredentials, Error, ErrorKind, Response};

use super::capture::Capture;
use super::{
    ACCESS_TOKEN, ADDRESS, CLIENT_SECRET, INSTRUCTIONS, OWN_TOKEN, SESSION, USER_ID,
    debug, leaks, shown,
};
use crate::client::builder;
use crate::server::{Reply, Request, Server};
use crate::time::pass;

type Outcome = Result<Response<OrderResponse>, Error<CreateDeliveryOrderError>>;

const TOKEN_PATH: &str = "/v2/oauth/token";

/// A token, as a server gives it.
fn token() -> Reply {
    let body = format!(r#"{{"access_token":"{ACCESS_TOKEN}","expires_in":3600}}"#);
    Reply::with_headers(200, &[("content-type", "application/json"), cookie()], body)
}

fn cookie() -> (&'static str, &'static str) {
    ("set-cookie", SESSION)
}

/// A server with one reply for its token operation, and one for all the others.
async fn server(token: Reply, other: Reply) -> Server {
    Server::start(move |request: &Request| match request.target() {
        TOKEN_PATH => token.clone(),
        _ => other.clone(),
    })
    .await
}

fn client(server: &Server) -> Client {
    builder(server)
        .client_credentials(ClientCredentials::new("id-1", CLIENT_SECRET))
        // It prints every byte; the client must not let it.
        .configure(|http| http.connection_verbose(true))
        .build()
        .unwrap()
}

/// An order with personal data wherever an order has some.
fn order() -> CreateOrderRequest {
    CreateOrderRequest::new("hold-1")
        .delivery_address(Address::new().address_line_1(ADDRESS))
        .delivery_instructions(INSTRUCTIONS)
}

async fn create(client: &Client) -> Outcome {
    client.delivery().create_delivery_order(USER_ID, order()).await
}

/// Checks that a call leads to this kind of error and that neither it nor a trace tells more
/// than it may.
async fn assert_silent(token: Reply, other: Reply, kind: ErrorKind) {
    let capture = Capture::start();
    let server = server(token, other).await;
    let client = client(&server);
    let error = create(&client).await.unwrap_err();
    assert_eq!(error.kind(), kind, "{error:?}");
    assert_eq!(leaks(&shown(&error)), [""; 0], "{error} {error:#?}");
    let text = capture.text();
    assert!(text.contains("createDeliveryOrder"), "the call was traced: {text}");
    assert!(text.contains("starting new connection"), "and logged: {text}");
    assert_eq!(leaks(&text), [""; 0], "{text}");
}

#[tokio::test]
async fn a_success_shows_nothing() {
    let capture = Capture::start();
    let headers = [("content-type", "application/json"), cookie()];
    let server = server(token(), Reply::with_headers(200, &headers, "{}")).await;
    let client = client(&server);
    let order = create(&client).await.unwrap();
    assert_eq!(leaks(&debug(&order)), [""; 0]);
    assert_eq!(server.requests().len(), 2);
    let sent =
        format!("{:?}", server.requests().iter().map(Request::text).collect::<Vec<_>>());
    assert!(sent.contains(CLIENT_SECRET) && sent.contains(ADDRESS), "they were sent");
    let text = capture.text();
    assert!(text.contains("createDeliveryOrder"));
    assert_eq!(leaks(&text), [""; 0], "{text}");
}

#[tokio::test]
async fn an_error_of_the_server_shows_nothing_of_its_body_and_cookies() {
    let refusal = format!(r#"{{"error":"{ADDRESS}","status":400}}"#);
    let headers = [
        ("content-type", "application/json"),
        ("www-authenticate", SESSION),
        ("x-request-id", "request-1"),
        cookie(),
    ];
    for status in [400, 401] {
        let reply = Reply::with_headers(status, &headers, &refusal);
        assert_silent(token(), reply, ErrorKind::Api).await;
    }
    let real = format!(r#"{{"error":{{"message":"{ADDRESS}","code":1001}}}}"#);
    for body in [refusal, real, format!("<html>{ADDRESS}"), ADDRESS.to_owned()] {
        for status in [400, 403, 500] {
            let reply = Reply::with_headers(status, &[cookie()], &body);
            let kind = match (status, body.contains(r#""status""#)) {
                (400, true) => ErrorKind::Api,
                _ => ErrorKind::Status,
            };
            assert_silent(token(), reply, kind).await;
        }
    }
}

#[tokio::test]
async fn a_success_that_does_not_decode_shows_nothing_of_its_body() {
    let bodies = [
        format!(r#"{{"created_at":"{ADDRESS}"}}"#),
        format!(r#"{{"items":"{ADDRESS}"}}"#),
        format!(r#"{{"items":[{{"quantity":"{ADDRESS}"}}]}}"#),
        format!(r#"{{"store":{{"distance":"{ADDRESS}"}}}}"#),
        format!(r#"{{"store":{{"address":["{ADDRESS}"]}}}}"#),
        format!(r#"{{"status":{{"{ADDRESS}":1}}}}"#),
        format!(r#"{{"service_option":{{"date":"{ADDRESS}"}}}}"#),
        format!(r#"{{"id":"{ADDRESS}""#),
        format!(r#"{{"id":"{ADDRESS}"#),
        format!(r#"{{"{ADDRESS}":tru"#),
        format!(r#"{{"store":{{"{ADDRESS}":"#),
        format!(r#"{{"store":{{"{ADDRESS}":}}}}"#),
        format!(r#""{ADDRESS}""#),
        format!("{ADDRESS} is not JSON"),
    ];
    for body in bodies {
        assert_silent(token(), Reply::json(200, &body), ErrorKind::Decode).await;
    }
    let html = Reply::of(200, "text/html", ADDRESS);
    assert_silent(token(), html, ErrorKind::Decode).await;
}

#[tokio::test]
async fn a_redirect_shows_no_more_than_the_host() {
    let location = format!("https://{SESSION}@example.com/{ADDRESS}?{ACCESS_TOKEN}");
    let reply = Reply::with_headers(307, &[("location", &location)], ADDRESS);
    assert_silent(token(), reply, ErrorKind::Redirect).await;
}

#[tokio::test]
async fn a_connection_that_breaks_shows_nothing() {
    let broken = [
        Reply::nothing().then_reset(),
        Reply::raw(ADDRESS).then_close(),
        Reply::raw(format!("HTTP/1.1 200 {ADDRESS}\r\nX: {ADDRESS}")).then_close(),
        Reply::raw(format!("HTTP/1.1 200 \r\nContent-Length: {SESSION}\r\n\r\n")),
        Reply::with_headers(200, &[cookie(), ("content-length", "99")], ADDRESS)
            .then_close(),
    ];
    for reply in broken {
        assert_silent(token(), reply, ErrorKind::Transport).await;
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_had_shows_nothing() {
    let echo = format!(r#"{{"error":"{CLIENT_SECRET} is not the secret of id-1"}}"#);
    for status in [400, 401, 403] {
        let kind = ErrorKind::CredentialsRejected;
        assert_silent(Reply::json(status, &echo), Reply::nothing(), kind).await;
    }
    let bodies = [
        format!(r#"{{"access_token":"{ACCESS_TOKEN}","expires_in":"{SESSION}"}}"#),
        format!(r#"{{"access_token":{{"value":"{ACCESS_TOKEN}"}}}}"#),
        format!(r#"{{"access_token":["{ACCESS_TOKEN}"]}}"#),
        format!(r#"{{"access_token":"{ACCESS_TOKEN}\r\nX-Injected: 1"}}"#),
        format!(r#"{{"access_token":"{ACCESS_TOKEN}"#),
        ACCESS_TOKEN.to_owned(),
    ];
    for body in bodies {
        let reply = Reply::json(200, &body);
        assert_silent(reply, Reply::nothing(), ErrorKind::Token).await;
    }
    assert_silent(Reply::json(500, &echo), Reply::nothing(), ErrorKind::Token).await;
}

#[tokio::test]
async fn a_call_that_takes_too_long_shows_nothing() {
    let capture = Capture::start();
    let server = server(token(), Reply::nothing().then_silence()).await;
    let client = client(&server);
    let call = tokio::spawn(async move { create(&client).await });
    while server.requests().len() < 2 {
        tokio::task::yield_now().await;
    }
    pass(Duration::from_secs(600)).await;
    let error = call.await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    assert_eq!(leaks(&capture.text()), [""; 0]);
}

#[tokio::test]
async fn arguments_that_are_refused_show_nothing() {
    let capture = Capture::start();
    let server = Server::always(Reply::nothing().then_close()).await;
    let delivery = client(&server).delivery();
    let error = delivery.get_order("..", USER_ID).await.unwrap_err();
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    let body = FindStoresRequest::new().address_line_1(ADDRESS).latitude(f64::NAN);
    let error = delivery.find_delivery_stores(body).await.unwrap_err();
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    let bare = builder(&server).build().unwrap();
    let error = create(&bare).await.unwrap_err();
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    let text = capture.text();
    assert!(text.contains("findDeliveryStores"));
    assert_eq!(leaks(&text), [""; 0]);
}

#[tokio::test]
async fn a_token_of_one_s_own_shows_in_no_trace() {
    let capture = Capture::start();
    let server =
        Server::always(Reply::json(401, &format!(r#"{{"error":"{OWN_TOKEN}"}}"#)));
    let server = server.await;
    let client = builder(&server).bearer_auth(OWN_TOKEN).build().unwrap();
    let error = create(&client).await.unwrap_err();
    assert!(server.requests()[0].head.contains(OWN_TOKEN), "it was sent");
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    assert_eq!(leaks(&capture.text()), [""; 0]);
}

#[tokio::test]
async fn http_2_shows_nothing_in_any_trace_of_its_frames() {
    let capture = Capture::start();
    let body = |id| crate::http2::ok(id, &format!(r#"{{"items":"{ADDRESS}"}}"#));
    let (server, _) = crate::http2::server(body).await;
    let client = builder(&server).bearer_auth(OWN_TOKEN);
    let client = client.configure(reqwest::ClientBuilder::http2_prior_knowledge);
    let error = create(&client.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(leaks(&shown(&error)), [""; 0]);
    let text = capture.text();
    assert!(text.contains("Headers"), "frames are traced: {text}");
    assert_eq!(leaks(&text), [""; 0], "{text}");
}
