//! A server of the sample API that mints tokens `t-1`, `t-2`, … and answers orders.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::runtime::{Client, ClientBuilder, ClientCredentials};

use super::server::{Received, TestServer, json};

/// The server and what it has minted.
pub(crate) struct Shop {
    pub(crate) server: TestServer,
}

impl Shop {
    /// Mints tokens that live `expires_in` seconds, and answers an order with `order`, which is
    /// given the number of the token that came.
    pub(crate) async fn open<F, Fut>(expires_in: &'static str, order: F) -> Self
    where
        F: Fn(usize) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Vec<u8>> + Send + 'static,
    {
        let mint = move |number| async move { minted(number, expires_in) };
        Self::minting(mint, order).await
    }

    /// Answers the token request with a number as `mint` says.
    pub(crate) async fn minting<M, Minting, F, Fut>(mint: M, order: F) -> Self
    where
        M: Fn(usize) -> Minting + Clone + Send + Sync + 'static,
        Minting: Future<Output = Vec<u8>> + Send + 'static,
        F: Fn(usize) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Vec<u8>> + Send + 'static,
    {
        let count = Arc::new(AtomicUsize::new(0));
        let server = TestServer::answering(move |request| {
            let (mint, order, count) = (mint.clone(), order.clone(), Arc::clone(&count));
            async move {
                if request.line == "POST /oauth/token" {
                    return mint(count.fetch_add(1, Ordering::SeqCst) + 1).await;
                }
                order(token_number(&request)).await
            }
        })
        .await;
        Self { server }
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let credentials = ClientCredentials::new("id", "canary-client-secret");
        Client::builder().server(self.server.url()).client_credentials(credentials)
    }

    /// How many tokens were asked for.
    pub(crate) fn minted(&self) -> usize {
        self.server.count("POST /oauth/token")
    }

    /// How many orders came with the token of this number.
    pub(crate) fn ordered_with(&self, number: usize) -> usize {
        let received = self.server.received();
        let orders =
            received.iter().filter(|request| request.line != "POST /oauth/token");
        orders.filter(|request| token_number(request) == number).count()
    }
}

/// The answer that mints a token.
pub(crate) fn minted(number: usize, expires_in: &str) -> Vec<u8> {
    let body = format!(r#"{{"access_token":"t-{number}","expires_in":{expires_in}}}"#);
    json(200, &body)
}

/// An order that went well.
pub(crate) async fn ordered(_: usize) -> Vec<u8> {
    json(200, r#"{"id":"o-1"}"#)
}

/// Lets time pass, and then goes on at the speed of the sockets.
pub(crate) async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

/// Waits until something that another task does has come true.
pub(crate) async fn eventually(mut done: impl FnMut() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not come true within five seconds");
}

fn token_number(request: &Received) -> usize {
    let token = request
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer t-"));
    token.map_or(0, |number| number.parse().unwrap())
}
