//! Limits of time, at every stage of a call: whether the request was sent when they passed.

use std::time::Duration;

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::{
    CreateDeliveryOrder, CreateDeliveryOrderError,
};
use instacart_fulfillment::{
    Client, ClientBuilder, ClientCredentials, Error, ErrorKind, Request, Sent,
};
use reqwest::dns::{Name, Resolve, Resolving};

use crate::client::{TOKEN, builder, client};
use crate::server::{Reply, Server};
use crate::signal::Signal;
use crate::time::pass;

/// Longer than any limit of a client in this suite.
const LONG: Duration = Duration::from_secs(600);

fn create(client: &Client) -> Request<CreateDeliveryOrder> {
    let order = CreateOrderRequest::new("hold-1");
    client.delivery().create_delivery_order("user-1", order)
}

#[tokio::test]
async fn a_handshake_that_never_ends_was_sent_nothing() {
    let reached = Signal::new();
    let signal = reached.clone();
    let server = Server::connected(move |stream, _| {
        signal.raise();
        async move {
            let _open = stream;
            std::future::pending::<()>().await;
        }
    })
    .await;
    let client = builder(&server)
        .base_url(format!("https://{}", server.host()))
        .bearer_auth(TOKEN)
        .connect_timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    let call = tokio::spawn(create(&client).into_future());
    reached.raised().await;
    pass(Duration::from_secs(6)).await;
    let error = call.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.request_sent(), Sent::No);
}

/// A resolver that never answers.
struct Mute;

impl Resolve for Mute {
    fn resolve(&self, _: Name) -> Resolving {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_name_that_is_never_resolved_ends_at_the_connect_timeout() {
    let client = Client::builder()
        .base_url("http://localhost")
        .bearer_auth(TOKEN)
        .connect_timeout(Duration::from_secs(60))
        .timeout(LONG)
        .configure(|http| http.dns_resolver(Mute))
        .build()
        .unwrap();
    let call = tokio::spawn(create(&client).into_future());
    pass(Duration::from_secs(61)).await;
    let error = call.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout());
    assert_eq!(error.request_sent(), Sent::No);
}

/// The error of a call that is cut off by a limit after the server did as told, and has told so.
async fn late(
    limit: impl FnOnce(ClientBuilder) -> ClientBuilder,
    reply: impl FnOnce(Signal) -> Reply,
) -> Error<CreateDeliveryOrderError> {
    let done = Signal::new();
    let server = Server::always(reply(done.clone())).await;
    let client = limit(builder(&server).bearer_auth(TOKEN)).build().unwrap();
    let call = tokio::spawn(create(&client).into_future());
    done.raised().await;
    pass(LONG).await;
    let error = call.await.unwrap().unwrap_err();
    assert_eq!(server.requests().len(), 1);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.attempts(), 1);
    error
}

/// Says nothing, after the request was read.
fn silent(done: Signal) -> Reply {
    Reply::nothing().then_raise(done).then_silence()
}

/// Says something, and then nothing more.
fn half(text: &'static str) -> impl FnOnce(Signal) -> Reply {
    move |done| Reply::raw(text).then_raise(done).then_silence()
}

#[tokio::test]
async fn a_server_that_never_answers_may_have_done_it() {
    let error = late(|client| client, silent).await;
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(error.status(), None);
    assert!(error.to_string().contains("60s"), "the operation's own limit: {error}");
}

#[tokio::test]
async fn the_limit_of_an_attempt_ends_it() {
    let limit = Duration::from_secs(1);
    let error = late(|client| client.attempt_timeout(limit), silent).await;
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn half_a_head_is_no_answer() {
    let error = late(|client| client, half("HTTP/1.1 200 OK\r\nContent-")).await;
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn half_a_body_is_an_answer() {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\"";
    let error = late(|client| client, half(text)).await;
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.status().unwrap(), 200);
    let limit = Duration::from_secs(1);
    let error = late(|client| client.attempt_timeout(limit), half(text)).await;
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.status().unwrap(), 200);
}

#[tokio::test]
async fn half_a_body_of_a_refusal_keeps_the_refusal() {
    let done = Signal::new();
    let reply = half("HTTP/1.1 400 \r\nContent-Length: 100\r\n\r\n{\"err")(done.clone());
    let server = Server::always(reply).await;
    let call = tokio::spawn(create(&client(&server)).into_future());
    done.raised().await;
    pass(LONG).await;
    let error = call.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.body_text().unwrap(), "{\"err");
}

#[tokio::test]
async fn the_limit_of_a_request_goes_before_all_others() {
    let done = Signal::new();
    let server = Server::always(silent(done.clone())).await;
    let request = create(&client(&server)).timeout(Duration::from_secs(7));
    let call = tokio::spawn(request.into_future());
    done.raised().await;
    pass(Duration::from_secs(8)).await;
    let error = call.await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert!(error.to_string().contains("7s"), "{error}");
}

#[tokio::test]
async fn the_time_for_a_token_counts_and_leaves_the_request_unsent() {
    let done = Signal::new();
    let server = Server::always(silent(done.clone())).await;
    let credentials = ClientCredentials::new("id", "secret");
    let client = builder(&server).client_credentials(credentials).build().unwrap();
    let request = create(&client).timeout(Duration::from_secs(7));
    let call = tokio::spawn(request.into_future());
    done.raised().await;
    pass(Duration::from_secs(8)).await;
    let error = call.await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.request_sent(), Sent::No);
    assert_eq!(error.attempts(), 0);
    assert_eq!(server.requests_to("/v2/oauth/token").len(), 1);
    assert_eq!(server.requests().len(), 1);
}
