//! One call.

use serde::Serialize;

use super::{Body, Docs, Header, HeaderSet, Link, Outcome, Pages, Param, ParamPlace};
use crate::diagnostic::Span;
use crate::name::{TypeName, ValueName};

/// A method on a tag's type, and the type that stands for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// `operationId`, or what stands for it.
    pub id: String,
    /// The method.
    pub method: ValueName,
    /// The type that stands for it.
    pub name: TypeName,
    /// What the document says of it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// The HTTP method.
    pub verb: String,
    /// The path template as written, for people and traces.
    pub route: String,
    /// Its own server, absolute or beginning with `/`, in place of the client's.
    pub server: Option<String>,
    /// The path, in parts.
    pub path: Vec<PathPart>,
    /// Its parameters: required ones first, each in the order of the document.
    pub params: Vec<Param>,
    /// What it sends.
    pub body: Option<Body>,
    /// The id of the operation that it is another method for, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant_of: Option<String>,
    /// The other methods for the same operation of the document, each with a body of another sort.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub otherwise: Vec<ValueName>,
    /// What comes back.
    pub outcome: Outcome,
    /// The headers of what comes back, where some are described.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<HeaderSet>,
    /// Whether it may be sent again.
    pub retry: Retry,
    /// Alternatives of credentials, any one of which suffices; each names schemes that are all needed. Empty: none needed.
    pub security: Vec<Vec<String>>,
    /// The calls that may follow, by response.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// How it is called for one page after the other, where it brings a list in pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Pages>,
    /// Its own overall timeout, in seconds.
    pub timeout: Option<u64>,
    /// Its own timeout of one attempt, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempt_timeout: Option<u64>,
    /// Where it stands in the document.
    #[serde(skip)]
    pub origin: Span,
}

impl Operation {
    /// Whether its request has setters: for optional parameters, an optional body, and other media types of it.
    #[must_use]
    pub fn has_setters(&self) -> bool {
        let body = self.body.as_ref();
        let body = body.is_some_and(|body| {
            !body.required || body.instead.iter().any(|(setter, _)| setter.is_some())
        });
        body || self.params.iter().any(|param| !param.required)
    }

    /// The headers that its own text names: not those of a type that is written elsewhere.
    pub fn named_headers(&self) -> impl Iterator<Item = &Header> {
        let sets = self.headers.iter().filter(|set| !set.definition.is_elsewhere());
        sets.flat_map(|set| &set.headers)
    }

    /// Whether its body is in parts that have headers of their own.
    #[must_use]
    pub fn has_part_headers(&self) -> bool {
        let described = self.body.as_ref().map(|body| body.kind.part_headers());
        described.is_some_and(|headers| !headers.is_empty())
            || self.params.iter().any(|param| matches!(param.place, ParamPlace::Part(_)))
    }
}

/// A part of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum PathPart {
    /// Text as it is sent.
    Literal(String),
    /// The value of the parameter at this position of [`Operation::params`].
    Segment(usize),
}

/// Whether an operation may be sent again, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Retry {
    /// The class.
    pub class: RetryClass,
    /// The reason, as a clause.
    pub reason: String,
}

/// Whether an operation may be sent again when it is not known whether it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum RetryClass {
    /// It changes nothing.
    ReadOnly,
    /// Doing it twice is doing it once.
    Idempotent,
    /// Never once any of it was sent.
    Never,
}
