//! Token operations that fail: the call is not sent, and the error says why.

use std::error::Error as _;

use instacart_fulfillment::{ErrorKind, Sent};

use super::{carried, client, credentials, fetches, found, get, lasting, server};
use crate::server::{Reply, Server};

#[tokio::test]
async fn rejected_credentials_are_an_error_of_their_own() {
    for status in [400, 401, 403] {
        let refusal = move |_| Reply::json(status, r#"{"error":"invalid_client"}"#);
        let server = server(refusal, found).await;
        let client = client(&server);
        let error = get(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CredentialsRejected);
        assert!(error.is_credentials_rejected() && error.is_auth());
        assert_eq!(error.request_sent(), Sent::No);
        assert_eq!(error.attempts(), 0);
        assert!(error.api().is_none());
        assert_eq!(error.operation(), "getOrder");
        assert_eq!(fetches(&server), 1, "asking again would not help");
        assert!(carried(&server).is_empty());
    }
}

#[tokio::test]
async fn the_chain_of_a_rejection_names_operation_and_status() {
    let refusal = |_| Reply::json(401, r#"{"error":"invalid_client"}"#);
    let server = server(refusal, found).await;
    let error = get(&client(&server)).await.unwrap_err();
    let mut chain = Vec::new();
    let mut next = error.source();
    while let Some(source) = next {
        chain.push(source.to_string());
        next = source.source();
    }
    let chain = chain.join(" / ");
    assert!(chain.contains("generateAccessToken"), "{chain}");
    assert!(chain.contains("401"), "{chain}");
}

#[tokio::test]
async fn other_failures_of_the_token_operation_leave_the_call_unsent() {
    let replies = [
        Reply::of(500, "text/plain", "Oh no."),
        Reply::json(404, "{}"),
        Reply::of(502, "text/html", "<html>"),
        Reply::json(200, ""),
        Reply::json(200, "{}"),
        Reply::json(200, "garbage"),
        Reply::json(200, r#"{"access_token":""}"#),
        Reply::json(200, r#"{"access_token":null,"expires_in":60}"#),
        Reply::json(200, r#"{"access_token":7}"#),
        Reply::json(200, r#"{"access_token":"a\r\nX-Injected: 1","expires_in":60}"#),
        Reply::json(200, r#"{"access_token":"a\u0000b"}"#),
        Reply::with_headers(307, &[("location", "http://127.0.0.1:1/")], ""),
        Reply::nothing().then_reset(),
    ];
    for reply in replies {
        let server = server(move |_| reply.clone(), found).await;
        let error = get(&client(&server)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token, "{error:?}");
        assert!(error.is_auth());
        assert_eq!(error.request_sent(), Sent::No);
        assert_eq!(error.attempts(), 0);
        assert!(carried(&server).is_empty());
    }
}

#[tokio::test]
async fn nothing_of_a_failure_is_kept() {
    let token = |count| match count {
        0 => Reply::of(503, "text/plain", "Later."),
        _ => lasting(86_400)(count),
    };
    let server = server(token, found).await;
    let client = client(&server);
    assert_eq!(get(&client).await.unwrap_err().kind(), ErrorKind::Token);
    get(&client).await.unwrap();
    assert_eq!(carried(&server), ["token-1"]);
}

#[tokio::test]
async fn no_token_goes_to_another_origin_than_the_client_s() {
    let other = Server::always(Reply::json(200, "{}")).await;
    let location = other.url();
    let answer =
        move |_: &_| Reply::with_headers(308, &[("location", location.as_str())], "");
    let server = server(lasting(86_400), answer).await;
    let error = get(&credentials(&server).build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(other.connections(), 0);
}
