//! A call that goes well.

use crate::runtime::{Client, ClientCredentials};

use super::sample::{Order, OrderStatus};
use super::server::{TestServer, json};

#[tokio::test]
async fn a_call_fetches_a_token_and_sends_it() {
    let server = TestServer::answering(|request| async move {
        match request.line.as_str() {
            "POST /oauth/token" => {
                json(200, r#"{"access_token":"t-1","expires_in":3600}"#)
            }
            _ => json(200, r#"{"id":"o-1","status":"found"}"#),
        }
    })
    .await;
    let client = Client::builder()
        .server(server.url())
        .client_credentials(ClientCredentials::new("id", "hush").scope("orders"))
        .build()
        .unwrap();

    let order = client.orders().create_order("user 1", Order::default()).await.unwrap();

    assert_eq!(order.id.as_deref(), Some("o-1"));
    assert_eq!(order.status, Some(OrderStatus::Found));
    let received = server.received();
    assert_eq!(received[0].header("authorization"), None);
    assert_eq!(received[1].line, "POST /users/user%201/orders");
    assert_eq!(received[1].header("authorization"), Some("Bearer t-1"));
    assert_eq!(received.len(), 2);
}
