//! A request as it came.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};

/// A request as it came.
///
/// `Debug` shows neither credentials, nor the values of the query, nor the body.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    /// The method.
    pub method: Method,
    /// The path, encoded as it was sent.
    pub path: String,
    /// What stands after the question mark, encoded as it was sent; empty when nothing does.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty when it was not read to its end.
    pub body: Bytes,
    /// The `operationId` of what was called, when the document has the path and the method.
    pub operation: Option<&'static str>,
}

impl Received {
    /// A header's value, when there is one and it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The token of the header `Authorization`, when it is a bearer's (RFC 6750, 2.1).
    #[must_use]
    pub fn bearer(&self) -> Option<&str> {
        self.authorization("bearer")
    }

    /// What the header `Authorization` holds behind this scheme, when it is the one (RFC 9110,
    /// 11.4).
    pub(super) fn authorization(&self, wanted: &str) -> Option<&str> {
        let (scheme, rest) = self.header("authorization")?.split_once(' ')?;
        scheme.eq_ignore_ascii_case(wanted).then_some(rest)
    }

    /// The media type of the body, in lower case and without parameters; empty when there is none.
    pub(super) fn media_type(&self) -> String {
        let text = self.header("content-type").unwrap_or_default();
        let essence = text.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    }

    /// The request as problems name it: without the query, which may hold a key.
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.query.split('&').filter(|pair| !pair.is_empty());
        let names: Vec<&str> = names.filter_map(|pair| pair.split('=').next()).collect();
        f.debug_struct("Received")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &names)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("operation", &self.operation)
            .finish()
    }
}
