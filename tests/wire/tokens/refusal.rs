//! Tokens that the server refuses: one refresh, one replay, and no more.

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::GetOrderError;
use instacart_fulfillment::{Error, ErrorKind, Sent, Token, TokenError, TokenSource};

use super::{carried, client, fetches, found, get, lasting, server};
use crate::client::{TOKEN, builder};
use crate::server::{Reply, Request, Server};

const UNAUTHORIZED: &str = r#"{"error":"Unauthorized","status":401}"#;

/// An order for every token but `token-0`.
fn revoked(request: &Request) -> Reply {
    match request.header("authorization") {
        Some("Bearer token-0") => Reply::json(401, UNAUTHORIZED),
        _ => found(request),
    }
}

#[tokio::test]
async fn a_401_is_answered_by_one_refresh_and_one_replay() {
    let server = server(lasting(86_400), revoked).await;
    let client = client(&server);
    get(&client).await.unwrap();
    assert_eq!(fetches(&server), 2);
    assert_eq!(carried(&server), ["token-0", "token-1"]);
    get(&client).await.unwrap();
    assert_eq!(fetches(&server), 2);
    assert_eq!(carried(&server), ["token-0", "token-1", "token-1"]);
}

#[tokio::test]
async fn a_replay_is_the_same_request_but_for_its_token() {
    let server = server(lasting(86_400), revoked).await;
    let order = CreateOrderRequest::new("hold-1").delivery_instructions("Ring");
    client(&server).delivery().create_delivery_order("user-1", order).await.unwrap();
    let calls = server.requests_to("/v2/fulfillment/users/user-1/orders/delivery");
    let [first, second] = calls.as_slice() else { unreachable!("{calls:?}") };
    assert_eq!(first.text(), r#"{"hold_id":"hold-1","delivery_instructions":"Ring"}"#);
    assert_eq!(first.text(), second.text());
    assert_eq!(first.head.replace("token-0", "token-1"), second.head);
}

#[tokio::test]
async fn a_second_401_is_returned() {
    let server = server(lasting(86_400), |_| Reply::json(401, UNAUTHORIZED)).await;
    let client = client(&server);
    let error = get(&client).await.unwrap_err();
    let Some(GetOrderError::Unauthorized(body)) = error.api() else { unreachable!() };
    assert_eq!(body.error.as_deref(), Some("Unauthorized"));
    assert!(error.is_auth());
    assert_eq!(error.attempts(), 2);
    assert_eq!(carried(&server), ["token-0", "token-1"]);
    assert_eq!(fetches(&server), 2);
}

#[tokio::test]
async fn a_403_refreshes_nothing() {
    let server = server(lasting(86_400), |_| Reply::json(403, "{}")).await;
    let error = get(&client(&server)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 403);
    assert_eq!(error.attempts(), 1);
    assert_eq!(fetches(&server), 1);
    assert_eq!(carried(&server), ["token-0"]);
}

#[tokio::test]
async fn a_refresh_that_fails_after_a_401_keeps_the_call_s_own_answer_or_says_why() {
    let token = |count| match count {
        0 => lasting(86_400)(0),
        _ => Reply::of(500, "text/plain", "Later."),
    };
    let server = server(token, revoked).await;
    let error = get(&client(&server)).await.unwrap_err();
    assert_eq!(carried(&server), ["token-0"]);
    assert_eq!(error.request_sent(), Sent::Yes, "the server did answer the call");
    assert!(error.is_auth());
}

#[tokio::test]
async fn a_token_of_one_s_own_is_not_replayed() {
    let server = Server::always(Reply::json(401, UNAUTHORIZED)).await;
    let client = builder(&server).bearer_auth(TOKEN).build().unwrap();
    let error = get(&client).await.unwrap_err();
    assert!(matches!(error.api(), Some(GetOrderError::Unauthorized(_))));
    assert_eq!(error.attempts(), 1);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_provider_of_one_s_own_is_asked_again_after_a_401() {
    let server = Server::start(revoked).await;
    let count = std::sync::atomic::AtomicUsize::new(0);
    let source = TokenSource::provider(move || {
        let count = count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        async move { Token::unending(format!("token-{count}")) }
    });
    let client = builder(&server).bearer_auth(source).build().unwrap();
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(carried(&server), ["token-0", "token-1", "token-1"]);
}

#[tokio::test]
async fn a_provider_that_fails_says_so_in_its_own_words() {
    let server = Server::start(found).await;
    let failing = |error: fn() -> TokenError| {
        let source = TokenSource::provider(move || async move { Err(error()) });
        builder(&server).bearer_auth(source).build().unwrap()
    };
    let error: Error<_> =
        get(&failing(|| TokenError::new("the vault is sealed"))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    assert!(error.to_string().contains("the vault is sealed"), "{error}");
    let error = get(&failing(|| TokenError::rejected("revoked"))).await.unwrap_err();
    assert!(error.is_credentials_rejected());
    assert_eq!(server.connections(), 0);
}
