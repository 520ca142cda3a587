//! Time that passes when a test says so, while sockets stay real.

use std::time::Duration;

/// Lets everything that is under way on this thread go on until it has to wait for a timer.
///
/// What was written to a loopback socket can be read at once, and the test's runtime has one
/// thread, so that this many turns of it leave no message unread.
pub(crate) async fn settle() {
    for _ in 0..5_000 {
        tokio::task::yield_now().await;
    }
}

/// Moves the clock on, and with it every timer.
pub(crate) async fn pass(time: Duration) {
    settle().await;
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}
