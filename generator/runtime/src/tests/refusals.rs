//! What a 401 and a 403 lead to.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::runtime::{Client, ErrorKind, Sent};

use super::sample::{CreateOrderError, Order};
use super::server::{TestServer, json};
use super::shop::{Shop, minted, ordered};

#[tokio::test]
async fn fifty_401s_at_once_lead_to_one_refresh_and_fifty_replays() {
    let revoked = Arc::new(AtomicBool::new(false));
    let all_there = Arc::new(Barrier::new(50));
    let order = {
        let revoked = Arc::clone(&revoked);
        move |number| {
            let (revoked, all_there) = (Arc::clone(&revoked), Arc::clone(&all_there));
            async move {
                if number == 1 && revoked.load(Ordering::SeqCst) {
                    all_there.wait().await;
                    return json(401, r#"{"error":"expired"}"#);
                }
                ordered(number).await
            }
        }
    };
    let shop = Shop::open("3600", order).await;
    let client = shop.client();
    client.orders().create_order("u", Order::default()).await.unwrap();
    revoked.store(true, Ordering::SeqCst);
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        calls.spawn(client.orders().create_order("u", Order::default()).into_future());
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    assert_eq!(shop.minted(), 2);
    assert_eq!((shop.ordered_with(1), shop.ordered_with(2)), (51, 50));
}

#[tokio::test]
async fn a_second_401_is_returned() {
    let order = |_| async { json(401, r#"{"error":"no"}"#) };
    let shop = Shop::open("3600", order).await;
    let error =
        shop.client().orders().create_order("u", Order::default()).await.unwrap_err();
    assert!(matches!(error.api(), Some(CreateOrderError::Unauthorized(_))));
    assert_eq!((error.attempts(), error.request_sent()), (2, Sent::Yes));
    assert!(error.is_auth() && !error.is_credentials_rejected());
    assert_eq!((shop.minted(), shop.server.received().len()), (2, 4));
}

#[tokio::test]
async fn a_replay_sends_the_same_request() {
    let order = |number| async move { json(if number == 1 { 401 } else { 200 }, "{}") };
    let shop = Shop::open("3600", order).await;
    let body = Order {
        id: Some("o-9".into()),
        ..Order::default()
    };
    shop.client().orders().create_order("u/1", body).await.unwrap();
    let received = shop.server.received();
    assert_eq!(
        (&received[1].line, &received[1].body),
        (&received[3].line, &received[3].body)
    );
    assert_eq!(received[3].body, r#"{"id":"o-9"}"#);
}

#[tokio::test]
async fn a_403_is_returned_without_a_new_token() {
    let shop = Shop::open("3600", |_| async { json(403, "{}") }).await;
    let error =
        shop.client().orders().create_order("u", Order::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Status, 1));
    assert_eq!(shop.minted(), 1);
}

#[tokio::test]
async fn a_late_401_does_not_throw_a_newer_token_away() {
    let order = |number| async move {
        if number == 1 {
            tokio::time::sleep(Duration::from_millis(1_200)).await;
            return json(401, "{}");
        }
        ordered(number).await
    };
    // The second call is refused with the first token after the third one has got a new token.
    let shop = Shop::open("3600", order).await;
    let client = shop.client();
    let first = tokio::spawn(client.orders().create_order("u", Order::default()).send());
    tokio::time::sleep(Duration::from_millis(600)).await;
    let second =
        tokio::spawn(client.orders().create_order("u", Order::default()).send());
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    assert_eq!((shop.minted(), shop.ordered_with(1), shop.ordered_with(2)), (2, 2, 2));
}

#[tokio::test]
async fn a_401_after_which_no_token_is_to_be_had_is_the_tokens_error() {
    let mint = |number| async move {
        if number == 1 { minted(1, "3600") } else { json(401, "{}") }
    };
    let shop = Shop::minting(mint, |_| async { json(401, "{}") }).await;
    let client = shop.client();
    let error = client.orders().create_order("u", Order::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CredentialsRejected);
    assert_eq!((error.attempts(), error.request_sent()), (1, Sent::Yes));
    assert_eq!(shop.minted(), 2);
}

#[tokio::test]
async fn a_fixed_token_is_not_replayed() {
    let server = TestServer::always(json(401, "{}")).await;
    let client =
        Client::builder().server(server.url()).bearer_auth("t-5").build().unwrap();
    let error = client.orders().create_order("u", Order::default()).await.unwrap_err();
    assert_eq!((error.attempts(), server.received().len()), (1, 1));
    assert_eq!(server.received()[0].header("authorization"), Some("Bearer t-5"));
}
