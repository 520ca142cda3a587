//! Connections that are made, shared, or fail: whether the request was sent.

use std::net::SocketAddr;

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::CreateDeliveryOrder;
use instacart_fulfillment::{Client, ErrorKind, Request, Sent};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::client::{TOKEN, builder, client};
use crate::server::{Reply, Server};

fn create(client: &Client) -> Request<CreateDeliveryOrder> {
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
