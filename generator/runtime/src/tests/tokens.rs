//! The life of a token: one fetch for all, early renewal, expiry, failures.

use std::time::Duration;

use tokio::task::JoinSet;

use crate::runtime::{ErrorKind, Sent, Token, TokenError, TokenSource};

use super::sample::{Order, OrderStatus};
use super::server::json;
use super::shop::{Shop, eventually, minted, ordered, pass};

const MINUTE: Duration = Duration::from_secs(60);

/// Gives a task that has its answer the time to keep it, on a busy machine too.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(250)).await;
}

async fn slowly_minted(number: usize) -> Vec<u8> {
    tokio::time::sleep(Duration::from_millis(200)).await;
    minted(number, "3600")
}

#[tokio::test]
async fn a_thousand_first_calls_at_once_ask_for_one_token() {
    let shop = Shop::minting(slowly_minted, ordered).await;
    let client = shop.client();
    let mut calls = JoinSet::new();
    for _ in 0..1_000 {
        calls.spawn(client.orders().create_order("u", Order::default()).into_future());
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    assert_eq!(shop.minted(), 1);
    assert_eq!(shop.ordered_with(1), 1_000);
}

#[tokio::test]
async fn no_token_is_fetched_before_one_is_needed() {
    let shop = Shop::open("3600", ordered).await;
    let client = shop.client();
    drop(client.orders().list_orders(OrderStatus::Found));
    assert_eq!(shop.minted(), 0);
}

#[tokio::test]
async fn a_fetch_outlives_the_call_that_started_it() {
    let shop = Shop::minting(slowly_minted, ordered).await;
    let client = shop.client();
    let starter =
        tokio::spawn(client.orders().create_order("u", Order::default()).send());
    eventually(|| shop.minted() == 1).await;
    starter.abort();
    client.orders().create_order("u", Order::default()).await.unwrap();
    assert_eq!(shop.minted(), 1);
    assert_eq!(shop.ordered_with(1), 1);
}

#[tokio::test]
async fn a_token_is_renewed_early_while_the_old_one_serves_on() {
    let shop = Shop::open("3600", ordered).await;
    let client = shop.client();
    let order =
        || async { client.orders().create_order("u", Order::default()).await.unwrap() };
    order().await;
    pass(53 * MINUTE).await;
    order().await;
    assert_eq!((shop.minted(), shop.ordered_with(1)), (1, 2));
    // 3 minutes before the end every jitter has passed: 10 % of an hour is 6 minutes, half is 3.
    pass(4 * MINUTE + Duration::from_secs(1)).await;
    order().await;
    assert_eq!(shop.ordered_with(1), 3);
    eventually(|| shop.minted() == 2).await;
    settle().await;
    order().await;
    assert_eq!((shop.minted(), shop.ordered_with(2)), (2, 1));
}

#[tokio::test]
async fn a_failed_renewal_keeps_a_token_that_is_still_good_and_is_not_hammered() {
    let mint = |number| async move {
        if number == 1 { minted(1, "3600") } else { json(500, "{}") }
    };
    let shop = Shop::minting(mint, ordered).await;
    let client = shop.client();
    let order = || client.orders().create_order("u", Order::default()).send();
    order().await.unwrap();
    pass(58 * MINUTE).await;
    order().await.unwrap();
    eventually(|| shop.minted() == 2).await;
    settle().await;
    for _ in 0..5 {
        order().await.unwrap();
    }
    assert_eq!((shop.minted(), shop.ordered_with(1)), (2, 7));
    pass(MINUTE / 2).await;
    order().await.unwrap();
    eventually(|| shop.minted() == 3).await;
    settle().await;
    pass(2 * MINUTE).await;
    let error = order().await.unwrap_err();
    assert_eq!((error.kind(), error.request_sent()), (ErrorKind::Token, Sent::No));
    assert_eq!((shop.minted(), shop.ordered_with(1)), (4, 8));
}

#[tokio::test]
async fn a_token_at_its_end_is_replaced_before_the_call() {
    let shop = Shop::open("120", ordered).await;
    let client = shop.client();
    client.orders().create_order("u", Order::default()).await.unwrap();
    pass(2 * MINUTE).await;
    client.orders().create_order("u", Order::default()).await.unwrap();
    assert_eq!((shop.minted(), shop.ordered_with(1), shop.ordered_with(2)), (2, 1, 1));
}

#[tokio::test]
async fn a_life_that_is_missing_or_absurd_is_fifteen_minutes() {
    for expires_in in ["null", "0", "-5", "9223372036854775807", "31622401"] {
        let shop = Shop::open(expires_in, ordered).await;
        let client = shop.client();
        client.orders().create_order("u", Order::default()).await.unwrap();
        pass(13 * MINUTE).await;
        client.orders().create_order("u", Order::default()).await.unwrap();
        settle().await;
        assert_eq!(shop.minted(), 1, "{expires_in}");
        pass(2 * MINUTE).await;
        client.orders().create_order("u", Order::default()).await.unwrap();
        assert_eq!((shop.minted(), shop.ordered_with(2)), (2, 1), "{expires_in}");
    }
}

#[tokio::test]
async fn every_waiter_of_a_failed_fetch_gets_its_error_and_nothing_is_cached() {
    let mint = |number| async move {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if number == 1 { json(503, "{}") } else { minted(number, "3600") }
    };
    let shop = Shop::minting(mint, ordered).await;
    let client = shop.client();
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.orders().create_order("u", Order::default()).into_future());
    }
    while let Some(call) = calls.join_next().await {
        let error = call.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
        assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 0));
    }
    assert_eq!(shop.minted(), 1);
    client.orders().create_order("u", Order::default()).await.unwrap();
    assert_eq!(shop.minted(), 2);
}

#[tokio::test]
async fn rejected_credentials_are_an_error_of_their_own_and_are_not_tried_again() {
    for status in [400, 401, 403] {
        let mint = move |_| async move { json(status, r#"{"error":"invalid_client"}"#) };
        let shop = Shop::minting(mint, ordered).await;
        let error = shop
            .client()
            .orders()
            .create_order("u", Order::default())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CredentialsRejected, "{status}");
        assert!(error.is_credentials_rejected() && error.is_auth());
        assert_eq!(error.request_sent(), Sent::No);
        assert_eq!(shop.minted(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_token_reply_without_a_token_is_an_error() {
    for body in ["{}", r#"{"access_token":null}"#, r#"{"access_token":""}"#] {
        let shop = Shop::minting(move |_| async move { json(200, body) }, ordered).await;
        let error = shop
            .client()
            .orders()
            .create_order("u", Order::default())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token, "{body}");
    }
}

#[tokio::test]
async fn a_token_with_a_line_end_is_an_error() {
    let mint = |_| async { json(200, r#"{"access_token":"a\r\nx-evil: 1"}"#) };
    let shop = Shop::minting(mint, ordered).await;
    let error =
        shop.client().orders().create_order("u", Order::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    assert_eq!(shop.server.received().len(), 1);
}

#[tokio::test]
async fn waiting_for_a_token_counts_toward_the_limit_of_the_call() {
    let mint = |number| async move {
        tokio::time::sleep(Duration::from_secs(5)).await;
        minted(number, "3600")
    };
    let shop = Shop::minting(mint, ordered).await;
    let request = shop.client().orders().create_order("u", Order::default());
    let error = request.timeout(Duration::from_millis(100)).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 0));
}

#[tokio::test]
async fn a_provider_of_your_own_is_asked_once_per_life() {
    let shop = Shop::open("1", ordered).await;
    let asked = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
    let counter = std::sync::Arc::clone(&asked);
    let source = TokenSource::provider(move || {
        counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        async { Token::minted(crate::runtime::Secret::new("t-7"), 3600) }
    });
    let client = crate::runtime::Client::builder().server(shop.server.url());
    let client = client.bearer_auth(source).build().unwrap();
    for _ in 0..3 {
        client.orders().create_order("u", Order::default()).await.unwrap();
    }
    assert_eq!(shop.ordered_with(7), 3);
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_provider_that_panics_or_hangs_is_an_error() {
    let shop = Shop::open("1", ordered).await;
    let client = |source: TokenSource| {
        let builder = crate::runtime::Client::builder().server(shop.server.url());
        builder.timeout(Duration::from_secs(1)).bearer_auth(source).build().unwrap()
    };
    let panicking =
        client(TokenSource::provider(|| async { panic!("a bug of the caller") }));
    let error = panicking.orders().list_orders(OrderStatus::Found).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    let hanging =
        client(TokenSource::provider(std::future::pending::<Result<Token, TokenError>>));
    for _ in 0..2 {
        let call = hanging.orders().list_orders(OrderStatus::Found);
        let error = call.timeout(Duration::from_secs(5)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
    }
}

#[test]
fn a_fetch_that_died_with_its_runtime_is_started_again() {
    let first =
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let second =
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mint = |number| async move {
        if number == 1 {
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        minted(number, "3600")
    };
    let shop = second.block_on(Shop::minting(mint, ordered));
    let client = shop.client();
    let server = std::thread::spawn({
        let client = client.clone();
        move || {
            let call = client.orders().create_order("u", Order::default());
            let short = call.timeout(Duration::from_secs(2));
            first.block_on(short.into_future()).unwrap_err();
            drop(first);
        }
    });
    second.block_on(async {
        eventually(|| shop.minted() == 1).await;
        while !server.is_finished() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        client.orders().create_order("u", Order::default()).await.unwrap();
    });
    assert_eq!((shop.minted(), shop.ordered_with(2)), (2, 1));
}
