//! How long a token is used: what its server says, on a clock that this suite moves.

use std::time::Duration;

use instacart_fulfillment::ErrorKind;

use super::{carried, client, fetches, found, get, lasting, server};
use crate::server::{Reply, Server};
use crate::time::{pass, settle};

async fn pass_seconds(seconds: u64) {
    pass(Duration::from_secs(seconds)).await;
}

#[tokio::test]
async fn a_token_of_an_hour_is_used_for_most_of_it() {
    let server = server(lasting(3_600), found).await;
    let client = client(&server);
    get(&client).await.unwrap();
    // It is renewed early by a tenth of its life at most, which is six minutes.
    pass_seconds(3_200).await;
    get(&client).await.unwrap();
    settle().await;
    assert_eq!(fetches(&server), 1);
}

#[tokio::test]
async fn a_token_near_its_end_is_renewed_while_calls_go_on_with_it() {
    let server = server(lasting(3_600), found).await;
    let client = client(&server);
    get(&client).await.unwrap();
    pass_seconds(3_590).await;
    get(&client).await.unwrap();
    settle().await;
    assert_eq!(fetches(&server), 2);
    get(&client).await.unwrap();
    assert_eq!(carried(&server), ["token-0", "token-0", "token-1"]);
    assert_eq!(fetches(&server), 2);
}

#[tokio::test]
async fn a_day_s_token_is_renewed_within_its_last_ten_minutes() {
    let server = server(lasting(86_400), found).await;
    let client = client(&server);
    get(&client).await.unwrap();
    pass_seconds(86_400 - 610).await;
    get(&client).await.unwrap();
    settle().await;
    assert_eq!(fetches(&server), 1);
    pass_seconds(600).await;
    get(&client).await.unwrap();
    settle().await;
    assert_eq!(fetches(&server), 2);
}

#[tokio::test]
async fn a_token_past_its_end_is_not_sent() {
    let server = server(lasting(3_600), found).await;
    let client = client(&server);
    get(&client).await.unwrap();
    pass_seconds(3_601).await;
    get(&client).await.unwrap();
    assert_eq!(carried(&server), ["token-0", "token-1"]);
}

#[tokio::test]
async fn a_life_that_is_missing_or_absurd_is_taken_for_fifteen_minutes() {
    let lives = [
        "",
        r#","expires_in":0"#,
        r#","expires_in":-1"#,
        r#","expires_in":null"#,
        r#","expires_in":86400000"#,
        r#","expires_in":9223372036854775807"#,
    ];
    for life in lives {
        let token = move |count| {
            Reply::json(200, &format!(r#"{{"access_token":"token-{count}"{life}}}"#))
        };
        let server = server(token, found).await;
        let client = client(&server);
        get(&client).await.unwrap();
        pass_seconds(800).await;
        get(&client).await.unwrap();
        pass_seconds(101).await;
        get(&client).await.unwrap();
        assert_eq!(carried(&server), ["token-0", "token-0", "token-1"], "{life}");
    }
}

/// A server whose first token lasts an hour, and that has no other one to give.
async fn failing_later() -> Server {
    let token = |count| match count {
        0 => lasting(3_600)(0),
        _ => Reply::of(500, "text/plain", "Later."),
    };
    server(token, found).await
}

#[tokio::test]
async fn a_renewal_that_fails_leaves_a_good_token_in_use() {
    let server = failing_later().await;
    let client = client(&server);
    get(&client).await.unwrap();
    pass_seconds(3_560).await;
    for _ in 0..5 {
        get(&client).await.unwrap();
        settle().await;
    }
    assert_eq!(carried(&server), ["token-0"; 6]);
    assert_eq!(fetches(&server), 2, "a renewal that failed is not tried at once again");
}

#[tokio::test]
async fn without_a_good_token_a_call_fails_unsent_and_the_next_one_asks_again() {
    let server = failing_later().await;
    let client = client(&server);
    get(&client).await.unwrap();
    pass_seconds(3_601).await;
    for fetched in [2, 3] {
        let error = get(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token);
        assert_eq!(error.attempts(), 0);
        assert_eq!(fetches(&server), fetched);
    }
    assert_eq!(carried(&server), ["token-0"]);
}
