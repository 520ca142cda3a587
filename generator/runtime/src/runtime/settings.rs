//! Limits: how long a call may take and how much of a body is read.

use std::time::Duration;

/// How long calls may take and how much of a body is read.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) connect_timeout: Duration,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) timeout: Duration,
    pub(super) body_limit: usize,
    pub(super) error_body_limit: usize,
    #[cfg(feature = "streams")]
    pub(super) item_limit: usize,
    #[cfg(feature = "streams")]
    pub(super) idle_timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            attempt_timeout: None,
            timeout: Duration::from_secs(30),
            body_limit: 8 * 1024 * 1024,
            error_body_limit: 64 * 1024,
            #[cfg(feature = "streams")]
            item_limit: 8 * 1024 * 1024,
            #[cfg(feature = "streams")]
            idle_timeout: Duration::from_secs(120),
        }
    }
}
