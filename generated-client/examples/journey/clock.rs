//! A clock that a test can move.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// A clock that a test can move.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clock {
    start: Option<Timestamp>,
    moved: Arc<Mutex<SignedDuration>>,
}

impl Clock {
    /// A clock that stands still until it is moved.
    pub(crate) fn at(start: Timestamp) -> Self {
        Self {
            start: Some(start),
            moved: Arc::default(),
        }
    }

    /// Moves the clock, and all its clones, on.
    pub(crate) fn advance(&self, duration: SignedDuration) {
        let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        *moved = moved.saturating_add(duration);
    }

    /// The time.
    pub(crate) fn now(&self) -> Timestamp {
        let moved = *self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.start.unwrap_or_else(Timestamp::now);
        now.saturating_add(moved).unwrap_or(now)
    }
}
