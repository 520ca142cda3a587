//! Why the store does not do what it is asked, as Instacart words it.

use instacart_fulfillment::mock::Answer;
use serde_json::json;

/// Why the store does not do what it is asked.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: u16,
    code: u32,
    message: &'static str,
    key: &'static str,
}

impl Refusal {
    /// 400.
    pub(crate) const fn bad(message: &'static str, key: &'static str) -> Self {
        Self {
            status: 400,
            code: 1000,
            message,
            key,
        }
    }

    /// 404.
    pub(crate) const fn missing(message: &'static str, key: &'static str) -> Self {
        Self {
            status: 404,
            code: 1001,
            message,
            key,
        }
    }

    /// 401.
    pub(crate) const fn unauthorized(message: &'static str, key: &'static str) -> Self {
        Self {
            status: 401,
            code: 1002,
            message,
            key,
        }
    }

    /// The body as docs.instacart.com shows it, which is not the one of the document.
    pub(crate) fn answer(&self) -> Answer {
        let error = json!({ "message": self.message, "code": self.code });
        Answer::json(
            self.status,
            &json!({ "error": error, "meta": { "key": self.key } }),
        )
    }
}
