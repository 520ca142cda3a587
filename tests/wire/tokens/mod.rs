//! The life of a token: when it is fetched, renewed, replaced, and what its failure means.

mod concurrency;
mod failure;
mod life;
mod refusal;

use std::sync::atomic::{AtomicUsize, Ordering};

use instacart_fulfillment::models::OrderResponse;
use instacart_fulfillment::operations::delivery::GetOrderError;
use instacart_fulfillment::{Client, ClientBuilder, ClientCredentials, Error, Response};

use crate::client::builder;
use crate::server::{Reply, Request, Server};

const TOKEN_PATH: &str = "/v2/oauth/token";
const ORDER_PATH: &str = "/v2/fulfillment/users/user-1/orders/order-1";

/// A server whose token operation answers with `token`, given how many there were before, and
/// whose other operations answer with `answer`.
async fn server(
    token: impl Fn(usize) -> Reply + Send + Sync + 'static,
    answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
) -> Server {
    let count = AtomicUsize::new(0);
    Server::start(move |request| match request.target() {
        TOKEN_PATH => token(count.fetch_add(1, Ordering::SeqCst)),
        _ => answer(request),
    })
    .await
}

/// The tokens `token-0`, `token-1` and so on, each good for this many seconds.
fn lasting(seconds: i64) -> impl Fn(usize) -> Reply {
    move |count| {
        Reply::json(
            200,
            &format!(
                r#"{{"access_token":"token-{count}","token_type":"Bearer","expires_in":{seconds}}}"#
            ),
        )
    }
}

/// Any order.
fn found(_: &Request) -> Reply {
    Reply::json(200, r#"{"id":"order-1"}"#)
}

/// A builder with client credentials.
fn credentials(server: &Server) -> ClientBuilder {
    let credentials = ClientCredentials::new("id-1", "secret-1");
    builder(server).client_credentials(credentials.scope("connect:fulfillment"))
}

/// A client with client credentials.
fn client(server: &Server) -> Client {
    credentials(server).build().unwrap()
}

async fn get(client: &Client) -> Result<Response<OrderResponse>, Error<GetOrderError>> {
    client.delivery().get_order("user-1", "order-1").await
}

/// How many tokens were asked for.
fn fetches(server: &Server) -> usize {
    server.requests_to(TOKEN_PATH).len()
}

/// The tokens that the calls carried, in the order they came.
fn carried(server: &Server) -> Vec<String> {
    let orders = server.requests_to(ORDER_PATH);
    let token = |request: &Request| {
        let header = request.header("authorization").unwrap();
        header.strip_prefix("Bearer ").unwrap().to_owned()
    };
    orders.iter().map(token).collect()
}

#[tokio::test]
async fn the_first_call_fetches_a_token_and_later_ones_use_it() {
    let server = server(lasting(86_400), found).await;
    let client = client(&server);
    assert_eq!(server.connections(), 0, "building a client fetches nothing");
    for _ in 0..3 {
        get(&client.clone()).await.unwrap();
    }
    assert_eq!(fetches(&server), 1);
    assert_eq!(carried(&server), ["token-0"; 3]);
}

#[tokio::test]
async fn the_token_operation_is_called_with_the_credentials_and_no_authorization() {
    let server = server(lasting(86_400), found).await;
    get(&client(&server)).await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(request.line(), "POST /v2/oauth/token HTTP/1.1");
    assert_eq!(request.header("authorization"), None);
    let body = concat!(
        r#"{"grant_type":"client_credentials","client_id":"id-1","#,
        r#""client_secret":"secret-1","scope":"connect:fulfillment"}"#,
    );
    assert_eq!(request.text(), body);
    crate::document::assert_conforms("TokenRequest", body);
}

#[tokio::test]
async fn several_scopes_are_sent_with_spaces_between_them() {
    let server = server(lasting(86_400), found).await;
    let scopes = ClientCredentials::new("i", "s").scope("a  b").scope("c");
    get(&builder(&server).client_credentials(scopes).build().unwrap()).await.unwrap();
    assert!(server.requests()[0].text().ends_with(r#""scope":"a b c"}"#));
}

#[tokio::test]
async fn calling_the_token_operation_oneself_changes_no_token() {
    let server = server(lasting(86_400), found).await;
    let client = client(&server);
    get(&client).await.unwrap();
    let request = instacart_fulfillment::models::TokenRequest::new(
        instacart_fulfillment::models::GrantType::ClientCredentials,
        "other",
        "other",
        "other",
    );
    client.authentication().generate_access_token(request).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(carried(&server), ["token-0", "token-0"]);
}
