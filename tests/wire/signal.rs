//! Telling a test that something has happened, and a server that it may go on.

use tokio::sync::watch;

/// Something that happens once, and that any number of tasks wait for.
#[derive(Clone)]
pub(crate) struct Signal(watch::Sender<bool>);

impl Signal {
    /// It has not happened yet.
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Now it happens.
    pub(crate) fn raise(&self) {
        self.0.send_replace(true);
    }

    /// Whether it has happened.
    pub(crate) fn is_raised(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it has happened.
    pub(crate) fn raised(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut receiver = self.0.subscribe();
        async move {
            receiver.wait_for(|raised| *raised).await.unwrap();
        }
    }
}
