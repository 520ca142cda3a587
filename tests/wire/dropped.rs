//! Calls that are dropped half way: the client they came from goes on.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use instacart_fulfillment::{Client, ClientCredentials};

use crate::client::builder;
use crate::server::{Reply, Request, Server};
use crate::signal::Signal;
use crate::time::settle;

fn client(server: &Server) -> Client {
    let credentials = ClientCredentials::new("id-1", "secret-1");
    builder(server).client_credentials(credentials).build().unwrap()
}

/// A token for whoever asks for one, and otherwise an order.
fn answer(request: &Request) -> Reply {
    match request.target() {
        "/v2/oauth/token" => {
            Reply::json(200, r#"{"access_token":"t","expires_in":3600}"#)
        }
        _ => Reply::json(200, r#"{"id":"order-1"}"#),
    }
}

/// Polls a future this many times, then drops it; whether it had ended before.
async fn drop_after<F: Future>(future: F, polls: usize) -> bool {
    let mut future: Pin<Box<F>> = Box::pin(future);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        future.as_mut().poll(context).map(|_| true)
    })
    .await
}

#[tokio::test]
async fn a_call_that_is_dropped_at_any_point_leaves_the_client_usable() {
    for warm in [false, true] {
        let mut dropped = 0;
        loop {
            let server = Server::start(answer).await;
            let client = client(&server);
            let delivery = client.delivery();
            if warm {
                delivery.get_order("u", "o").await.unwrap();
            }
            let ended = drop_after(delivery.get_order("u", "o").send(), dropped).await;
            delivery.get_order("u", "o").await.unwrap();
            settle().await;
            delivery.get_order("u", "o").await.unwrap();
            let fetches = server.requests_to("/v2/oauth/token").len();
            assert_eq!(fetches, 1, "dropped after {dropped} polls");
            if ended {
                break;
            }
            dropped += 1;
        }
        assert!(dropped >= 2, "there were only {dropped} points to drop it at");
    }
}

#[tokio::test]
async fn a_token_fetch_survives_the_call_that_started_it() {
    let gate = Signal::new();
    let kept = gate.clone();
    let server = Server::start(move |request| {
        let kept = kept.clone();
        match request.target() {
            "/v2/oauth/token" => answer(request).after(move || kept.raised()),
            _ => answer(request),
        }
    })
    .await;
    let client = client(&server);
    let first = tokio::spawn(client.delivery().get_order("u", "first").into_future());
    settle().await;
    let second = tokio::spawn(client.delivery().get_order("u", "second").into_future());
    settle().await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    gate.raise();
    second.await.unwrap().unwrap();
    let targets: Vec<_> =
        server.requests().iter().map(|request| request.target().to_owned()).collect();
    assert_eq!(targets, ["/v2/oauth/token", "/v2/fulfillment/users/u/orders/second"]);
}

#[tokio::test]
async fn a_client_outlives_the_runtime_that_fetched_its_token() {
    let server = Server::start(answer).await;
    let client = client(&server);
    let elsewhere = client.clone();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let call = elsewhere.delivery().get_order("u", "o");
        runtime.unwrap().block_on(call.into_future()).map(drop)
    });
    // The server runs here while the call is made there.
    while !thread.is_finished() {
        tokio::task::yield_now().await;
    }
    thread.join().unwrap().unwrap();
    client.delivery().get_order("u", "o").await.unwrap();
    assert_eq!(server.requests_to("/v2/oauth/token").len(), 1);
}

#[tokio::test]
async fn a_token_fetch_that_dies_with_its_runtime_is_started_again() {
    let asked = Signal::new();
    let raise = asked.clone();
    let server = Server::start(move |request| match request.target() {
        "/v2/oauth/token" if !raise.is_raised() => {
            raise.raise();
            Reply::nothing().then_silence()
        }
        _ => answer(request),
    })
    .await;
    let client = client(&server);
    let (elsewhere, end) = (client.clone(), Signal::new());
    let ended = end.raised();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(async move {
            tokio::spawn(elsewhere.delivery().get_order("u", "lost").into_future());
            ended.await;
        });
    });
    asked.raised().await;
    let call = tokio::spawn(client.delivery().get_order("u", "o").into_future());
    settle().await;
    assert!(!call.is_finished(), "it waits for the fetch that is under way");
    end.raise();
    call.await.unwrap().unwrap();
    thread.join().unwrap();
    assert_eq!(server.requests_to("/v2/oauth/token").len(), 2);
}
