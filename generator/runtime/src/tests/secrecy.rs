//! No secret shows in anything that a service would log, at whatever level.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::util::SubscriberInitExt;

use crate::runtime::{Call, Client, Secret, Simple};

use super::sample::{Guarded, Order, OrderItem, OrderStatus};
use super::server::{TestServer, json};
use super::shop::Shop;

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Logs all of this thread, the records of the crate `log` included.
    ///
    /// While there is only one subscriber, `tracing` asks the thread that comes to a place first
    /// whether it is of interest, and other tests' threads have none. So there are two.
    fn start() -> (Self, tracing::subscriber::DefaultGuard, tracing::Dispatch) {
        let log = Self::default();
        let writer = log.clone();
        let second = tracing::Dispatch::new(tracing_subscriber::registry());
        let guard = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish()
            .set_default();
        (log, guard, second)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn order() -> Order {
    let mut item = OrderItem::new("canary-hold");
    item.secret = Some(Secret::new("canary-field"));
    Order {
        id: Some("canary-id".into()),
        items: Some(vec![item]),
        ..Order::default()
    }
}

#[tokio::test]
async fn no_secret_is_logged_by_a_whole_conversation() {
    let (log, _guard, _second) = Log::start();
    let answers = |number| async move {
        match number {
            1 => json(401, r#"{"error":"canary-error"}"#),
            _ => json(200, r#"{"id":"canary-reply"}"#),
        }
    };
    let mint = |number| async move {
        let body =
            format!(r#"{{"access_token":"t-{number}","expires_in":60,"x":"canary"}}"#);
        json(200, &body)
    };
    let shop = Shop::minting(mint, answers).await;
    let client = shop.client();
    client.orders().create_order("canary-user", order()).await.unwrap();
    let refused = TestServer::always(json(400, r#"{"error":["canary"]}"#)).await;
    let keys = Client::builder()
        .server(refused.url())
        .bearer_auth("canary-token")
        .api_key_query("param", "key", "canary-key")
        .build()
        .unwrap();
    let error = keys.orders().create_order("canary-user", order()).await.unwrap_err();
    tracing::error!(%error, ?error, ?client, ?keys, "a call failed");
    let call =
        Call::new(&keys).path("/x").header("x-note", Simple::joined("canary-note"));
    let error = call.request::<Guarded>().await.unwrap_err();
    tracing::error!(error = &error as &dyn std::error::Error, "another");
    let text = log.text();
    assert!(text.contains("starting new connection"), "the log has what reqwest says");
    assert!(text.contains("hyper_util"), "the log has what hyper says");
    for secret in ["canary", "t-1", "t-2"] {
        let line = text.lines().find(|line| line.contains(secret));
        assert_eq!(line, None);
    }
}

#[tokio::test]
async fn a_call_has_one_span_in_opentelemetrys_names() {
    let (log, _guard, _second) = Log::start();
    let answers =
        |number| async move { json(if number == 1 { 401 } else { 404 }, "{}") };
    let shop = Shop::open("60", answers).await;
    let client = shop.client();
    client.orders().create_order("u", Order::default()).await.unwrap_err();
    let text = log.text();
    let closed = |id: &str| {
        let id = format!("operation.id=\"{id}\"");
        let mut lines =
            text.lines().filter(|line| line.contains("close") && line.contains(&id));
        let line = lines.next().unwrap().to_owned();
        assert_eq!(lines.next(), None);
        line
    };
    let call = closed("createOrder");
    for field in [
        "otel.name=\"POST /users/{user_id}/orders\"",
        "otel.kind=\"client\"",
        "http.request.method=\"POST\"",
        "url.template=\"/users/{user_id}/orders\"",
        "http.response.status_code=404",
        "attempts=2",
        "error.type=\"status\"",
    ] {
        assert!(
            call.contains(field) || call.contains(&field.replace('"', "")),
            "{field}: {call}"
        );
    }
}

#[test]
fn nothing_prints_a_secret() {
    let builder = Client::builder()
        .server("http://127.0.0.1")
        .bearer_auth("canary-token")
        .basic_credentials("user", "canary-user", "canary-password")
        .api_key_cookie("cookie", "name", "canary-key");
    let mut texts = vec![format!("{builder:?}")];
    let client = builder.build().unwrap();
    let request = client.orders().create_order("canary-user", order());
    let listed = client.orders().list_orders(OrderStatus::from("canary"));
    let credentials = crate::runtime::ClientCredentials::new("id", "canary-secret");
    let token = crate::runtime::Token::minted(Secret::new("canary"), 1).unwrap();
    let source = crate::runtime::TokenSource::from("canary");
    texts.extend([format!("{client:?}"), format!("{request:?}"), format!("{listed:?}")]);
    texts.extend([
        format!("{credentials:?}"),
        format!("{token:?}"),
        format!("{source:?}"),
    ]);
    texts.push(format!("{:?}", Call::new(&client).path("/").segment("a", "canary")));
    for text in texts {
        assert!(!text.contains("canary"), "{text}");
    }
}
