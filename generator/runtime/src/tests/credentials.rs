//! Credentials other than tokens, alternatives, and what goes to which server.

use std::sync::Arc;

use http::Extensions;
use reqwest::Request;
use reqwest_middleware::Next;

use crate::runtime::{Call, Client, ClientBuilder, ErrorKind, Form, Sent};

use super::sample::{Guarded, Optional, Order, Probe};
use super::server::{Received, TestServer, json};

async fn sent(with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Received {
    let server = TestServer::always(json(200, "{}")).await;
    let client = with(Client::builder().server(server.url())).build().unwrap();
    let call = Call::new(&client).path("/x").query("q", crate::runtime::Form::joined(1));
    call.cookie("c", crate::runtime::Form::joined(2))
        .request::<Guarded>()
        .await
        .unwrap();
    server.received().remove(0)
}

#[tokio::test]
async fn an_api_key_is_sent_where_the_document_says() {
    let request = sent(|client| client.api_key_header("key", "X-Api-Key", "k y")).await;
    assert_eq!(request.header("x-api-key"), Some("k y"));
    let request = sent(|client| client.api_key_query("param", "api key", "a&b=c")).await;
    assert_eq!(request.line, "GET /x?q=1&api%20key=a%26b%3Dc");
}

#[tokio::test]
async fn schemes_that_are_needed_together_are_sent_together() {
    let request = sent(|client| {
        client
            .basic_credentials("user", "Aladdin", "open sesame")
            .api_key_cookie("cookie", "k", "v")
    })
    .await;
    // RFC 7617, 2.
    assert_eq!(
        request.header("authorization"),
        Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
    assert_eq!(request.header("cookie"), Some("c=2; k=v"));
}

#[tokio::test]
async fn the_first_alternative_with_all_its_credentials_is_used() {
    let request = sent(|client| {
        client.api_key_query("param", "p", "1").basic_credentials("user", "u", "w")
    })
    .await;
    assert_eq!(request.line, "GET /x?q=1&p=1");
    assert_eq!(request.header("authorization"), None);
    let request = sent(|client| {
        client.api_key_query("param", "p", "1").api_key_header("key", "x-key", "2")
    })
    .await;
    assert_eq!(request.line, "GET /x?q=1");
    assert_eq!(request.header("x-key"), Some("2"));
}

#[tokio::test]
async fn a_missing_credential_is_an_error_before_the_wire() {
    let server = TestServer::always(json(200, "{}")).await;
    let client = Client::builder().server(server.url());
    let client = client.basic_credentials("user", "u", "w").build().unwrap();
    let error = Call::new(&client).path("/").request::<Guarded>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredentials);
    assert!(error.is_auth());
    assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 0));
    assert_eq!(
        error.to_string(),
        "guarded: the client has no credentials for key, or cookie, or param"
    );
    assert_eq!(server.received().len(), 0);
    let call = Call::new(&client).query("q", Form::joined([[1]]));
    let error = call.path("/").request::<Guarded>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Argument, "what cannot be sent comes first");
}

#[tokio::test]
async fn an_operation_without_security_gets_no_credentials() {
    let server = TestServer::always(json(200, "{}")).await;
    let builder = Client::builder().server(server.url()).bearer_auth("t-1");
    let client = builder.api_key_header("key", "x-key", "k").build().unwrap();
    Probe::of(&client, |call| call.path("/")).await.unwrap();
    let request = server.received().remove(0);
    assert_eq!((request.header("authorization"), request.header("x-key")), (None, None));
}

#[tokio::test]
async fn optional_credentials_are_sent_when_there_are_any() {
    let server = TestServer::always(json(200, "{}")).await;
    let without = Client::builder().server(server.url()).build().unwrap();
    Call::new(&without).path("/").request::<Optional>().await.unwrap();
    let with =
        Client::builder().server(server.url()).api_key_header("key", "x-key", "k");
    Call::new(&with.build().unwrap()).path("/").request::<Optional>().await.unwrap();
    let keys: Vec<_> = server
        .received()
        .iter()
        .map(|request| request.header("x-key").is_some())
        .collect();
    assert_eq!(keys, [false, true]);
}

#[tokio::test]
async fn credentials_go_to_the_clients_own_origin_only() {
    let other = TestServer::always(json(200, "{}")).await;
    let own = TestServer::always(json(200, "{}")).await;
    let elsewhere = reqwest::Url::parse(&other.url()).unwrap();
    let client = Client::builder()
        .server(own.url())
        .bearer_auth("t-1")
        .middleware(Elsewhere(Arc::new(elsewhere)))
        .build()
        .unwrap();
    client.orders().create_order("u", Order::default()).await.unwrap();
    assert_eq!(own.received().len(), 0);
    assert_eq!(other.received()[0].header("authorization"), None);
}

#[test]
fn credentials_that_cannot_be_sent_are_an_error_when_the_client_is_built() {
    let builder = || Client::builder().server("http://127.0.0.1");
    for text in ["a\r\nb", "a\0b"] {
        let error = builder().api_key_header("key", "x-key", text).build().unwrap_err();
        assert!(error.to_string().starts_with("the credential for key"), "{error}");
        assert!(builder().api_key_cookie("key", "k", text).build().is_err());
        assert!(builder().bearer_auth(text).build().is_err());
    }
    assert!(builder().bearer_auth("").build().is_err());
    assert!(builder().basic_credentials("user", "a:b", "c").build().is_err());
}

/// A middleware that sends every request to another server.
struct Elsewhere(Arc<reqwest::Url>);

impl reqwest_middleware::Middleware for Elsewhere {
    fn handle<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        mut request: Request,
        extensions: &'life1 mut Extensions,
        next: Next<'life2>,
    ) -> std::pin::Pin<
        Box<
            dyn Future<Output = reqwest_middleware::Result<reqwest::Response>>
                + Send
                + 'async_trait,
        >,
    >
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        *request.url_mut() = (*self.0).clone();
        Box::pin(async move { next.run(request, extensions).await })
    }
}
