//! What an operation sends and receives: parameters, bodies, responses, headers.

use std::sync::Arc;

use super::{Named, SchemaId, Server, Text, Value};
use crate::diagnostic::Span;

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// `path`.
    Path,
    /// `query`.
    Query,
    /// `querystring` (3.2): the whole query string as one value.
    Querystring,
    /// `header`.
    Header,
    /// `cookie`.
    Cookie,
}

/// How a parameter's value is written (OpenAPI 3.2.0, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// `matrix`.
    Matrix,
    /// `label`.
    Label,
    /// `simple`.
    Simple,
    /// `form`.
    Form,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
    /// `cookie` (3.2).
    Cookie,
}

/// A parameter; the defaults of `style`, `explode` and `required` are already filled in.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "OpenAPI has as many flags")]
pub struct Parameter {
    /// The key in `components.parameters` it was read from, if any.
    pub component: Option<Box<str>>,
    /// `name`.
    pub name: Text,
    /// `in`.
    pub place: Place,
    /// `description`.
    pub description: Option<Text>,
    /// `required`; always true in a path.
    pub required: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// `allowEmptyValue`.
    pub allow_empty_value: bool,
    /// `style`.
    pub style: Style,
    /// `explode`.
    pub explode: bool,
    /// `allowReserved`.
    pub allow_reserved: bool,
    /// `schema`.
    pub schema: Option<SchemaId>,
    /// `content`: one media type, in place of `schema`.
    pub content: Option<Named<MediaType>>,
    /// `example` and `examples`.
    pub examples: Vec<Named<Arc<Example>>>,
    /// Where it stands.
    pub span: Span,
}

/// `requestBody`.
#[derive(Debug, Clone)]
pub struct RequestBody {
    /// The key in `components.requestBodies` it was read from, if any.
    pub component: Option<Box<str>>,
    /// `description`.
    pub description: Option<Text>,
    /// `required`; false when absent.
    pub required: bool,
    /// `content`: media type ranges in source order.
    pub content: Vec<Named<MediaType>>,
    /// Where it stands.
    pub span: Span,
}

/// A key of `responses`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// `200`.
    Exact(u16),
    /// `2XX`: the first digit.
    Range(u8),
    /// `default`.
    Default,
}

/// One of `responses`.
#[derive(Debug, Clone)]
pub struct Response {
    /// The key in `components.responses` it was read from, if any.
    pub component: Option<Box<str>>,
    /// `summary` (3.2).
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `headers`, in source order.
    pub headers: Vec<Named<Arc<Header>>>,
    /// `content`, in source order; empty when the response has no body.
    pub content: Vec<Named<MediaType>>,
    /// `links`, in source order.
    pub links: Vec<Named<Arc<Link>>>,
    /// Where it stands.
    pub span: Span,
}

/// What stands under one media type.
#[derive(Debug, Clone)]
pub struct MediaType {
    /// `schema`.
    pub schema: Option<SchemaId>,
    /// `itemSchema` (3.2): one item of a sequential media type.
    pub item_schema: Option<SchemaId>,
    /// `example` and `examples`.
    pub examples: Vec<Named<Arc<Example>>>,
    /// `encoding`: how a property is written in a form or multipart body.
    pub encoding: Vec<Named<Encoding>>,
    /// `prefixEncoding` (3.2).
    pub prefix_encoding: Vec<Encoding>,
    /// `itemEncoding` (3.2).
    pub item_encoding: Option<Box<Encoding>>,
    /// Where it stands.
    pub span: Span,
}

/// How one property is written in a form or multipart body.
#[derive(Debug, Clone, Default)]
pub struct Encoding {
    /// `contentType`.
    pub content_type: Option<Text>,
    /// `headers`.
    pub headers: Vec<Named<Arc<Header>>>,
    /// `style`, when given.
    pub style: Option<Style>,
    /// `explode`, when given.
    pub explode: Option<bool>,
    /// `allowReserved`, when given.
    pub allow_reserved: Option<bool>,
    /// Where it stands.
    pub span: Span,
}

/// A response or part header; its style is always `simple`.
#[derive(Debug, Clone)]
pub struct Header {
    /// The key in `components.headers` it was read from, if any.
    pub component: Option<Box<str>>,
    /// `description`.
    pub description: Option<Text>,
    /// `required`.
    pub required: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// `explode`.
    pub explode: bool,
    /// `schema`.
    pub schema: Option<SchemaId>,
    /// `content`, in place of `schema`.
    pub content: Option<Named<MediaType>>,
    /// Where it stands.
    pub span: Span,
}

/// An example; a bare `example` is one named `""`.
#[derive(Debug, Clone)]
pub struct Example {
    /// `summary`.
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `value`, or `dataValue` (3.2).
    pub value: Option<Value>,
    /// `externalValue`, or `serializedValue` (3.2): not read.
    pub elsewhere: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// A link from a response to another operation; documented, never followed.
#[derive(Debug, Clone)]
pub struct Link {
    /// `operationRef`.
    pub operation_ref: Option<Text>,
    /// `operationId`.
    pub operation_id: Option<Text>,
    /// `parameters`: values or runtime expressions.
    pub parameters: Vec<Named<Value>>,
    /// `requestBody`.
    pub body: Option<Value>,
    /// `description`.
    pub description: Option<Text>,
    /// `server`.
    pub server: Option<Server>,
    /// Where it stands.
    pub span: Span,
}
