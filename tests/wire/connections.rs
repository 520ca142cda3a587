//! Connections that fail: what the error says of whether the request was sent.

use std::net::SocketAddr;
use std::time::Duration;

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::CreateDeliveryOrder;
use instacart_fulfillment::{Client, ClientBuilder, ErrorKind, Sent};
use reqwest::dns::{Name, Resolve, Resolving};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::client::{TOKEN, builder, client};
use crate::server::{Reply, Server};
use crate::signal::Signal;
use crate::time::pass;

/// Longer than any limit of a client in this suite.
const LONG: Duration = Duration::from_secs(600);

fn create(client: &Client) -> CreateDeliveryOrder {
    let order = CreateOrderRequest::new("hold-1");
    client.delivery().create_delivery_order("user-1", order)
}

#[tokio::test]
async fn a_reset_after_the_request_was_read_may_have_done_it() {
    let server = Server::always(Reply::nothing().then_reset()).await;
    let error = create(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(error.status(), None);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_close_after_the_request_was_read_may_have_done_it() {
    let server = Server::always(Reply::nothing().then_close()).await;
    let error = create(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_reset_before_the_request_was_read_may_have_done_it() {
    let server = Server::resetting().await;
    let error = create(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_sent(), Sent::Maybe);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_reset_in_the_body_has_been_answered() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\"";
    let server = Server::always(Reply::raw(head).then_reset()).await;
    let error = create(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_sent(), Sent::Yes);
    assert_eq!(error.status().unwrap(), 200);
}

#[tokio::test]
async fn a_port_that_nobody_listens_on_was_sent_nothing() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::builder().base_url(format!("http://{address}"));
    let client = client.bearer_auth(TOKEN).build().unwrap();
    let error = create(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_connect());
    assert_eq!(error.request_sent(), Sent::No);
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_was_sent_nothing() {
    let server = Server::connected(|mut stream, _| async move {
        stream.write_all(b"HTTP/1.1 400 \r\n\r\n").await.unwrap();
    })
    .await;
    let client = builder(&server).base_url(format!("https://{}", server.host()));
    let error = create(&client.bearer_auth(TOKEN).build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.request_sent(), Sent::No);
}

#[tokio::test]
async fn a_handshake_that_never_ends_was_sent_nothing() {
    let reached = Signal::new();
    let signal = reached.clone();
    let server = Server::connected(move |stream, _| {
        signal.raise();
        async move {
            let _open = stream;
            std::future::pending().await
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

#[tokio::test]
async fn a_name_that_resolves_elsewhere_is_connected_there() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let address = SocketAddr::from(([127, 0, 0, 1], server.port()));
    let client = Client::builder()
        .base_url(format!("http://orders.test:{}", server.port()))
        .dangerously_allow_http()
        .bearer_auth(TOKEN)
        .configure(move |http| http.resolve("orders.test", address))
        .build()
        .unwrap();
    create(&client).await.unwrap();
    let host = format!("orders.test:{}", server.port());
    assert_eq!(server.requests()[0].header("host"), Some(host.as_str()));
}

/// The error of a call that is cut off by a limit after the server did as told, and has told so.
async fn late(
    limit: impl FnOnce(ClientBuilder) -> ClientBuilder,
    reply: impl FnOnce(Signal) -> Reply,
) -> instacart_fulfillment::Error<
    instacart_fulfillment::operations::delivery::CreateDeliveryOrderError,
> {
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
    let credentials = instacart_fulfillment::ClientCredentials::new("id", "secret");
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

#[tokio::test]
async fn a_connection_that_was_closed_while_idle_is_replaced() {
    let reply = concat!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "Content-Length: 2\r\n\r\n{}",
    );
    let server = Server::always(Reply::raw(reply).then_close()).await;
    let client = client(&server);
    for _ in 0..3 {
        create(&client).await.unwrap();
        crate::time::settle().await;
    }
    assert_eq!(server.connections(), 3);
}

#[tokio::test]
async fn calls_one_after_the_other_share_a_connection() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let client = client(&server);
    for _ in 0..3 {
        create(&client.clone()).await.unwrap();
    }
    assert_eq!(server.connections(), 1);
    assert_eq!(server.requests().len(), 3);
}
