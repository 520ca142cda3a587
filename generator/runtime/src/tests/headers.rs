//! Headers of answers, read by types as they are generated.
#![expect(unreachable_pub, reason = "the macro makes what a generated crate exports")]

use std::collections::BTreeMap;

use crate::runtime::{Client, ErrorKind, MismatchKind, Secret, headers};

use super::sample::Order;
use super::server::{TestServer, answer};

headers! {
    /// Reads the headers of a response.
    OrderHeaders of Response {
        /// A number.
        limit: i64 = required "X-Limit" Joined,
        share: f64 = optional "X-Share" Joined,
        ratio: f32 = optional "X-Ratio" Joined,
        tags: Vec<String> = optional "X-Tags" Joined,
        pairs: BTreeMap<String, i64> = optional "X-Pairs" Joined,
        spread: BTreeMap<String, bool> = optional "X-Spread" Exploded,
        value: Vec<i64> = optional "X-Value" Json,
        cookies: Vec<Secret> = optional "Set-Cookie" Lines,
        text: String = optional "X-Text" Joined,
    }
}

/// What each header of an answer is read as, or what is told of it.
async fn read(lines: &str) -> BTreeMap<&'static str, String> {
    let bytes = answer(200, &format!("{lines}content-type: application/json\r\n"), "{}");
    let server = TestServer::always(bytes).await;
    let client =
        Client::builder().server(server.url()).bearer_auth("t-1").build().unwrap();
    let response =
        client.orders().create_order("user-7", Order::default()).await.unwrap();
    let headers = OrderHeaders::of(&response);
    let mut found = BTreeMap::new();
    macro_rules! each {
        ($($name:ident)*) => {$(
            let shown = match headers.$name() {
                Ok(value) => format!("{value:?}"),
                Err(error) => {
                    assert_eq!(error.kind(), MismatchKind::Header);
                    error.to_string()
                }
            };
            found.insert(stringify!($name), shown);
        )*};
    }
    each! { limit share ratio tags pairs spread value cookies text }
    found
}

#[tokio::test]
async fn values_are_read_in_the_style_simple_or_as_json() {
    let found = read(
        "x-limit: 9\r\nX-SHARE: -0.5\r\nx-tags: a, b\r\nx-tags: c\r\nx-pairs: a,1, b,2\r\n\
         x-spread: a=true,b=false\r\nx-value: [1,\r\nx-value: 2]\r\n\
         set-cookie: a=1, 2\r\nset-cookie: b\r\nx-text: a\r\nx-text: b\r\n",
    )
    .await;
    assert_eq!(found["limit"], "9");
    assert_eq!(found["share"], "Some(-0.5)");
    assert_eq!(found["tags"], r#"Some(["a", "b", "c"])"#);
    assert_eq!(found["pairs"], r#"Some({"a": 1, "b": 2})"#);
    assert_eq!(found["spread"], r#"Some({"a": true, "b": false})"#);
    assert!(found["value"].ends_with("it is not the JSON that is expected"));
    assert_eq!(found["text"], r#"Some("a, b")"#);
    assert_eq!(found["cookies"], "Some([[secret], [secret]])");
}

#[tokio::test]
async fn what_is_missing_or_otherwise_is_told_without_the_value() {
    let found = read(
        "x-share: NaN\r\nx-tags: \r\nx-pairs: canary,1,b\r\nx-spread: canary\r\n\
         x-value: {\"canary\": 1}\r\nx-text: \u{ff}canary\r\n",
    )
    .await;
    let told = |name: &str, why: &str| format!("the header `{name}` {why}");
    assert_eq!(found["limit"], told("X-Limit", "is missing"));
    let otherwise = |name, why| told(name, &format!("is not as documented: {why}"));
    assert_eq!(found["share"], otherwise("X-Share", "it is not a number"));
    assert_eq!(found["tags"], "Some([])");
    assert_eq!(found["pairs"], otherwise("X-Pairs", "a name in it has no value"));
    assert_eq!(found["spread"], otherwise("X-Spread", "a name in it has no value"));
    assert_eq!(
        found["value"],
        otherwise("X-Value", "it is not the JSON that is expected")
    );
    assert_eq!(found["text"], "Some(\"ÿcanary\")");
    assert_eq!(found["cookies"], "None");
}

headers! {
    /// Reads the headers of an error.
    OrderErrorHeaders of Error {
        wait: i64 = optional "Retry-After" Joined,
    }
}

#[tokio::test]
async fn those_of_an_error_are_there_when_the_server_answered() {
    let bytes = answer(429, "retry-after: 7\r\n", "");
    let server = TestServer::always(bytes).await;
    let client =
        Client::builder().server(server.url()).bearer_auth("t-1").build().unwrap();
    assert_eq!(OrderErrorHeaders::NAMES, ["Retry-After"]);
    assert_eq!(OrderHeaders::NAMES.first(), Some(&"X-Limit"));
    let order = |user| client.orders().create_order(user, Order::default());
    let error = order("user-7").await.unwrap_err();
    let headers = OrderErrorHeaders::of(&error).unwrap();
    assert_eq!(headers.wait().unwrap(), Some(7));
    let unsent = order("..").await.unwrap_err();
    assert_eq!(unsent.kind(), ErrorKind::Argument);
    assert!(OrderErrorHeaders::of(&unsent).is_none());
}
