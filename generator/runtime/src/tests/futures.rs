//! Futures: they are `Send`, and may be dropped wherever they stand.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::runtime::{Client, Error, Response, TokenError};

use super::sample::{CreateOrderError, Order};
use super::server::json;
use super::shop::{Shop, minted, ordered};

fn is_send<T: Send + 'static>(value: T) -> T {
    value
}

fn both<T: Send + Sync + 'static>() {}

#[test]
fn requests_futures_and_what_they_return_can_move_between_threads() {
    let client = is_send(Client::builder().server("http://127.0.0.1").build().unwrap());
    let request = is_send(client.orders().create_order("u", Order::default()));
    drop(is_send(request.into_future()));
    drop(is_send(client.orders().create_order("u", Order::default()).send()));
    both::<Client>();
    both::<Error<CreateOrderError>>();
    both::<Response<Order>>();
    both::<TokenError>();
    both::<crate::runtime::ClientCredentials>();
}

/// Polls a future at most so often, and drops it then.
async fn polled<F: Future>(future: F, times: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut left = times;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_call_dropped_at_any_await_leaves_client_and_tokens_usable() {
    for times in 0..40 {
        let mint = |number| async move {
            tokio::time::sleep(Duration::from_millis(2)).await;
            minted(number, "3600")
        };
        let order = |number| async move {
            tokio::time::sleep(Duration::from_millis(2)).await;
            if number == 1 { json(401, "{}") } else { ordered(number).await }
        };
        let shop = Shop::minting(mint, order).await;
        let client = shop.client();
        let call = client.orders().create_order("u", Order::default()).into_future();
        let dropped = polled(call, times).await;
        client.orders().create_order("u", Order::default()).await.unwrap();
        assert!(shop.minted() <= 2, "after {times} polls");
        if dropped.is_some() {
            return;
        }
    }
    panic!("the call was never polled to its end");
}
