//! One server-sent event.

use std::ops::Deref;
use std::time::Duration;

/// One server-sent event: its data, which it derefs to, and what stood beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<T> {
    pub(super) data: T,
    pub(super) kind: String,
    pub(super) id: String,
    pub(super) retry: Option<Duration>,
}

impl<T> Event<T> {
    /// An event of the kind `message`, without an id.
    pub fn new(data: T) -> Self {
        Self {
            data,
            kind: "message".to_owned(),
            id: String::new(),
            retry: None,
        }
    }

    /// Sets its kind.
    #[must_use]
    pub fn kind(self, kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), ..self }
    }

    /// Sets its id.
    #[must_use]
    pub fn with_id(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// The data.
    #[must_use]
    pub fn data(&self) -> &T {
        &self.data
    }

    /// The data alone.
    #[must_use]
    pub fn into_data(self) -> T {
        self.data
    }

    /// Its kind, the field `event`: `message` where the server gives none.
    #[must_use]
    pub fn event(&self) -> &str {
        &self.kind
    }

    /// The id of this event, else of the last one before it that had one; empty when none had.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How long to wait before asking for the stream again, where the server says so here.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }
}

impl<T> Deref for Event<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}
