//! Time limits and failures of the connection, and what is said of them.

use std::time::{Duration, Instant};

use tokio::net::TcpListener;

use crate::runtime::{Client, ErrorKind, Sent};

use super::sample::Probe;
use super::server::{TestServer, json};

const SHORT: Duration = Duration::from_secs(1);

async fn silent() -> TestServer {
    TestServer::answering(|_| async {
        tokio::time::sleep(Duration::from_secs(60)).await;
        Vec::new()
    })
    .await
}

#[tokio::test]
async fn a_server_that_never_answers_is_a_timeout_that_may_have_been_sent() {
    let server = silent().await;
    let builders: [fn(crate::runtime::ClientBuilder) -> crate::runtime::ClientBuilder;
        2] =
        [|builder| builder.timeout(SHORT), |builder| builder.attempt_timeout(SHORT)];
    for build in builders {
        let client = build(Client::builder().server(server.url())).build().unwrap();
        let start = Instant::now();
        let error = Probe::of(&client, |call| call.path("/")).await.unwrap_err();
        assert!(error.is_timeout() && !error.is_connect());
        assert_eq!((error.request_sent(), error.attempts()), (Sent::Maybe, 1));
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_request_has_a_limit_of_its_own() {
    let server = silent().await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let error =
        Probe::of(&client, |call| call.path("/")).timeout(SHORT).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "probe: no answer within the limit of 1s; the request may have been sent"
    );
    let longest = Probe::of(&client, |call| call.path("/")).timeout(Duration::MAX);
    let pending = tokio::time::timeout(SHORT, longest.into_future()).await;
    assert!(pending.is_err(), "a limit without end does not overflow");
}

#[tokio::test]
async fn a_refused_connection_was_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder().server(url).build().unwrap();
    let error = Probe::of(&client, |call| call.path("/secret-path")).await.unwrap_err();
    assert!(error.is_connect() && error.kind() == ErrorKind::Connect);
    assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 1));
    let chain = format!("{error:?} {error} {:?}", std::error::Error::source(&error));
    assert!(!chain.contains("secret-path"), "{chain}");
}

#[tokio::test]
async fn a_connection_that_is_not_made_in_time_was_not_sent() {
    // A listener whose queue is full leaves further connections waiting for an answer.
    let full = socket_with_a_full_queue();
    let url = format!("http://{}", full.0.local_addr().unwrap());
    let builder = Client::builder().server(url).connect_timeout(SHORT);
    let error =
        Probe::of(&builder.build().unwrap(), |call| call.path("/")).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.request_sent(), Sent::No);
}

#[tokio::test]
async fn a_connection_that_breaks_before_the_answer_may_have_been_sent() {
    let server = TestServer::always(Vec::new()).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    let error = Probe::of(&client, |call| call.path("/")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!((error.request_sent(), error.attempts()), (Sent::Maybe, 1));
    assert_eq!(server.received().len(), 1, "nothing is sent again by itself");
}

#[tokio::test]
async fn an_answer_that_is_not_http_is_a_transport_error() {
    for bytes in [
        "no http\r\n\r\n",
        "HTTP/1.1 999999 X\r\n\r\n",
        "\0\0\0\0",
        "HTTP/1.1 200 OK\r\na b\r\n\r\n",
    ] {
        let server = TestServer::always(bytes).await;
        let client =
            Client::builder().server(server.url()).timeout(SHORT).build().unwrap();
        let error = Probe::of(&client, |call| call.path("/")).await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Transport | ErrorKind::Timeout),
            "{bytes:?}"
        );
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_the_client_usable() {
    let server = TestServer::answering(|_| async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        json(200, "{}")
    })
    .await;
    let client = Client::builder().server(server.url()).build().unwrap();
    for polls in 1..20 {
        let call = Probe::of(&client, |call| call.path("/")).into_future();
        let after = Duration::from_millis(polls * 2);
        let _ = tokio::time::timeout(after, call).await;
        Probe::of(&client, |call| call.path("/")).await.unwrap();
    }
}

fn socket_with_a_full_queue() -> (std::net::TcpListener, Vec<std::net::TcpStream>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(stream) = std::net::TcpStream::connect_timeout(&address, SHORT) {
        queued.push(stream);
    }
    (listener, queued)
}
