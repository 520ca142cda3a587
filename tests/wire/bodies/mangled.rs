//! Replies with bytes changed at random: whatever comes, a call ends, and with a value or an error.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::client::client;
use crate::server::{Reply, Server};

/// A reply that ends with its connection, so that what is added to it or lost reaches the decoder.
const REPLY: &str = concat!(
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: r-1\r\n\r\n",
    r#"{"id":"order-1","status":"picking","created_at":"2024-03-10T09:30:00Z","#,
    r#""store":{"distance":1.5e0,"address":{"city":"\u00fc\ud83d\ude00"}},"#,
    r#""items":[{"quantity":2,"status":"found"},{"name":null}],"x":[[{}],-0,true]}"#,
);

/// The next number of a row that looks random and is the same each time (`SplitMix64`).
fn random(state: &AtomicU64) -> usize {
    let step = 0x9e37_79b9_7f4a_7c15;
    let mut z = state.fetch_add(step, Ordering::SeqCst).wrapping_add(step);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((z ^ (z >> 31)) >> 33).unwrap()
}

/// The reply with one to four bytes changed, left out or doubled.
fn mangled(state: &AtomicU64) -> Vec<u8> {
    const LIKELY: &[u8] = b"\0\r\n\"\\{}[]:,0-9eEtfn \xff\x80;=%";
    let mut bytes = REPLY.as_bytes().to_vec();
    for _ in 0..=random(state) % 4 {
        let at = random(state) % bytes.len();
        let byte = LIKELY[random(state) % LIKELY.len()];
        match random(state) % 3 {
            0 => bytes[at] = byte,
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, byte),
        }
    }
    bytes
}

#[tokio::test]
async fn a_mangled_reply_is_a_value_or_an_error() {
    let whole = Server::always(Reply::raw(REPLY).then_close()).await;
    let order = client(&whole).delivery().get_order("u", "o").await.unwrap();
    assert_eq!(order.id.as_deref(), Some("order-1"));
    let state = AtomicU64::new(0);
    let server = Server::start(move |_| Reply::raw(mangled(&state)).then_close()).await;
    let delivery = client(&server).delivery();
    let (mut values, mut errors) = (0, 0);
    for _ in 0..1_000 {
        // A call of a class that is never repeated, so that each reply is its own case.
        match delivery.cancel_order("u", "o").await {
            Ok(order) => {
                assert!(order.status().is_success());
                values += 1;
            }
            Err(error) => {
                assert!(!format!("{error} {error:?}").is_empty());
                errors += 1;
            }
        }
    }
    assert!(values > 100 && errors > 100, "both occur: {values} and {errors}");
}
