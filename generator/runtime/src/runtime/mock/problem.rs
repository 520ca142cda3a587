//! How a request differs from what the document says.

use std::fmt;

use http::Method;

use super::answer::Answer;
use super::received::Received;

/// How a request, or an answer that a test gave, differs from what the document says. It names
/// places, never values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    request: String,
    operation: Option<&'static str>,
    status: u16,
    allow: Option<String>,
    message: String,
}

impl Problem {
    /// A problem that is answered with `status`.
    pub(super) fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            request: String::new(),
            operation: None,
            status,
            allow: None,
            message: message.into(),
        }
    }

    /// 405: the path is known, with other methods (RFC 9110, 15.5.6).
    pub(super) fn method(method: &Method, allowed: &[&str]) -> Self {
        let allowed = allowed.join(", ");
        let message = format!("the document has this path with {allowed}, not {method}");
        Self {
            allow: Some(allowed),
            ..Self::new(405, message)
        }
    }

    /// The same, of a request.
    pub(super) fn of(self, received: &Received) -> Self {
        Self {
            request: received.line(),
            operation: received.operation,
            ..self
        }
    }

    /// The `operationId`, when the request reached an operation.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.operation
    }

    /// What was wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The status that the request was answered with for it.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What the client is told. It is plain text, so that it is not taken for a documented error.
    pub(super) fn answer(&self) -> Answer {
        let answer = Answer::text(self.status, format!("the mock server: {self}\n"));
        match &self.allow {
            Some(methods) => answer.header("allow", methods),
            None => answer,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.request.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "{}: {}", self.request, self.message)
    }
}

impl std::error::Error for Problem {}
