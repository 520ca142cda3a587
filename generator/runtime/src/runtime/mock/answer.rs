//! What the mock answers.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use super::mocked::Mocked;

/// What the mock answers: a status, headers and a body.
#[derive(Debug, Clone)]
#[must_use = "an answer does nothing until it is given to a request"]
pub struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Bytes,
    /// Why this cannot be sent, where it cannot: a mistake of the test, told as one.
    pub(super) broken: Option<String>,
    /// A body that is made while it is sent, in place of the one above.
    #[cfg(feature = "streams")]
    pub(super) stream: Option<Box<super::stream::Streaming>>,
}

/// What a handler may return: a success or a documented error of its operation, or any answer.
pub trait IntoAnswer<O: Mocked> {
    /// The answer.
    fn into_answer(self) -> Answer;
}

/// An answer of an operation, for when no handler is set.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    pub(super) status: u16,
    content_type: &'static str,
    body: &'static str,
}

impl<O: Mocked> IntoAnswer<O> for Result<O::Output, O::Error> {
    fn into_answer(self) -> Answer {
        #[cfg(feature = "headers")]
        if !O::HEADERS.is_empty() {
            return match self {
                Ok(output) => O::success(output).described(O::HEADERS),
                Err(error) => O::failure(error).described(O::HEADERS),
            };
        }
        match self {
            Ok(output) => O::success(output),
            Err(error) => O::failure(error),
        }
    }
}

impl<O: Mocked> IntoAnswer<O> for Answer {
    fn into_answer(self) -> Answer {
        self
    }
}

impl Answer {
    /// An answer without a body. A status that is not one between 200 and 599 is answered as 500,
    /// and told as a problem.
    pub fn empty(status: u16) -> Self {
        let (status, broken) = match StatusCode::from_u16(status) {
            Ok(code) if (200..600).contains(&status) => (code, None),
            _ => {
                let broken =
                    format!("{status} is not a status a server can answer with");
                (StatusCode::INTERNAL_SERVER_ERROR, Some(broken))
            }
        };
        Self {
            status,
            headers: Vec::new(),
            body: Bytes::new(),
            broken,
            #[cfg(feature = "streams")]
            stream: None,
        }
    }

    /// An answer of JSON. A value that JSON has no form for is answered as 500, and told as a
    /// problem.
    pub fn json(status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(text) => Self::bytes(status, text).content_type("application/json"),
            Err(error) => {
                let broken = format!("the body of the answer is not JSON: {error}");
                Self {
                    broken: Some(broken),
                    ..Self::empty(status)
                }
            }
        }
    }

    /// An answer of XML. A value that XML has no form for is answered as 500, and told as a problem.
    #[cfg(feature = "xml")]
    pub fn xml(
        status: u16,
        body: &(impl Serialize + ?Sized),
        root: &'static crate::runtime::xml::Node,
    ) -> Self {
        let text = crate::runtime::json::text(body);
        match text.and_then(|text| crate::runtime::xml::write(&text, root)) {
            Ok(text) => Self::bytes(status, text).content_type("application/xml"),
            Err(problem) => Self {
                broken: Some(format!("the body of the answer is not XML: {problem}")),
                ..Self::empty(status)
            },
        }
    }

    /// An answer of plain text.
    pub fn text(status: u16, body: impl Into<String>) -> Self {
        Self::bytes(status, body.into()).content_type("text/plain; charset=utf-8")
    }

    /// An answer of bytes.
    pub fn bytes(status: u16, body: impl Into<Bytes>) -> Self {
        let answer = Self {
            body: body.into(),
            ..Self::empty(status)
        };
        answer.content_type("application/octet-stream")
    }

    /// Sets the header `Content-Type`.
    pub fn content_type(self, media_type: &str) -> Self {
        self.header(CONTENT_TYPE.as_str(), media_type)
    }

    /// Sets a header, in place of one of the same name. One that cannot be sent is told as a
    /// problem.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let pair = (HeaderName::try_from(name), HeaderValue::from_str(value));
        if let (Ok(name), Ok(value)) = pair {
            self.headers.retain(|(set, _)| *set != name);
            self.headers.push((name, value));
        } else {
            let broken =
                format!("`{name}` of the answer is not a header that can be sent");
            self.broken.get_or_insert(broken);
        }
        self
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }
}

impl Sample {
    /// A sample of JSON.
    #[must_use]
    pub const fn json(status: u16, body: &'static str) -> Self {
        Self {
            status,
            content_type: "application/json",
            body,
        }
    }

    /// A sample of XML.
    #[cfg(feature = "xml")]
    #[must_use]
    pub const fn xml(status: u16, body: &'static str) -> Self {
        Self {
            status,
            content_type: "application/xml",
            body,
        }
    }

    /// A sample of text.
    #[must_use]
    pub const fn text(status: u16, body: &'static str) -> Self {
        Self {
            status,
            content_type: "text/plain; charset=utf-8",
            body,
        }
    }

    /// A sample of bytes.
    #[must_use]
    pub const fn bytes(status: u16, body: &'static str) -> Self {
        Self {
            status,
            content_type: "application/octet-stream",
            body,
        }
    }

    /// A sample without a body.
    #[must_use]
    pub const fn empty(status: u16) -> Self {
        Self {
            status,
            content_type: "",
            body: "",
        }
    }

    /// A sample of one item of a stream.
    #[cfg(feature = "streams")]
    pub(super) const fn items(
        status: u16,
        content_type: &'static str,
        body: &'static str,
    ) -> Self {
        Self { status, content_type, body }
    }

    /// The answer.
    pub fn answer(self) -> Answer {
        if self.content_type.is_empty() {
            return Answer::empty(self.status);
        }
        #[cfg(feature = "streams")]
        if let Some(text) = super::stream::sample(self.content_type, self.body) {
            return Answer::bytes(self.status, text).content_type(self.content_type);
        }
        Answer::bytes(self.status, self.body).content_type(self.content_type)
    }
}
