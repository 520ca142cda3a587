//! Many calls at once: one token for all of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use instacart_fulfillment::{Client, ErrorKind};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::{TOKEN_PATH, carried, client, fetches, found, get, lasting, server};
use crate::server::{Reply, Request};
use crate::signal::Signal;
use crate::time::settle;

/// This many calls, all started before any is answered.
fn calls(client: &Client, count: usize) -> JoinSet<Result<(), ErrorKind>> {
    let mut calls = JoinSet::new();
    for _ in 0..count {
        let client = client.clone();
        let call = async move { get(&client).await.map(drop).map_err(|e| e.kind()) };
        calls.spawn(call);
    }
    calls
}

#[tokio::test]
async fn a_thousand_first_calls_make_one_token_request() {
    // Each call has a connection with two ends in this process.
    let files = rlimit::increase_nofile_limit(4_096).unwrap();
    assert!(files >= 2_200, "this system allows no more than {files} open files");
    let server = server(lasting(86_400), found).await;
    let outcomes = calls(&client(&server), 1_000).join_all().await;
    assert_eq!(outcomes, vec![Ok(()); 1_000]);
    assert_eq!(fetches(&server), 1);
    assert_eq!(carried(&server), vec!["token-0"; 1_000]);
    assert_eq!(server.requests()[0].target(), TOKEN_PATH);
}

#[tokio::test]
async fn a_thousand_first_calls_share_one_rejection() {
    let refusal = |_| Reply::json(401, r#"{"error":"invalid_client"}"#);
    let server = server(refusal, found).await;
    let outcomes = calls(&client(&server), 1_000).join_all().await;
    assert_eq!(outcomes, vec![Err(ErrorKind::CredentialsRejected); 1_000]);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn fifty_401s_at_once_make_one_refresh_and_fifty_replays() {
    let barrier = Arc::new(Barrier::new(50));
    let answer = move |request: &Request| {
        let barrier = Arc::clone(&barrier);
        match request.header("authorization") {
            // None is answered before all have come.
            Some("Bearer token-0") => Reply::json(401, "{}").after(move || {
                let barrier = Arc::clone(&barrier);
                async move {
                    barrier.wait().await;
                }
            }),
            _ => found(request),
        }
    };
    let server = server(lasting(86_400), answer).await;
    let outcomes = calls(&client(&server), 50).join_all().await;
    assert_eq!(outcomes, vec![Ok(()); 50]);
    assert_eq!(fetches(&server), 2);
    let mut carried = carried(&server);
    carried.sort();
    assert_eq!(carried[..50], vec!["token-0"; 50]);
    assert_eq!(carried[50..], vec!["token-1"; 50]);
}

#[tokio::test]
async fn a_late_401_for_an_old_token_leaves_the_new_one_in_use() {
    let late = Signal::new();
    let gate = late.clone();
    let first = AtomicBool::new(true);
    let answer = move |request: &Request| {
        if request.header("authorization") != Some("Bearer token-0") {
            return found(request);
        }
        let refusal = Reply::json(401, "{}");
        if !first.swap(false, Ordering::SeqCst) {
            return refusal;
        }
        let gate = gate.clone();
        refusal.after(move || gate.raised())
    };
    let server = server(lasting(86_400), answer).await;
    let client = client(&server);
    let slow = calls(&client, 1);
    settle().await;
    get(&client).await.unwrap();
    assert_eq!(fetches(&server), 2);
    late.raise();
    assert_eq!(slow.join_all().await, [Ok(())]);
    assert_eq!(fetches(&server), 2, "token-1 had taken its place");
    get(&client).await.unwrap();
    assert_eq!(
        carried(&server),
        ["token-0", "token-0", "token-1", "token-1", "token-1"]
    );
}
