//! The document's root: what it says about itself, and what it holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{
    Example, Header, Link, Parameter, PathItem, PathItemId, RequestBody, Requirement,
    Response, SchemaId, Schemas, SecurityScheme,
};
use crate::diagnostic::Span;

/// The whole document, references resolved.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The version of the specification it is written in.
    pub version: Version,
    /// `info`.
    pub info: Info,
    /// `servers`, in order; empty when absent.
    pub servers: Vec<Server>,
    /// `tags`, in order.
    pub tags: Vec<Tag>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `security` at the root: alternatives, any one of which suffices. `None` when the key is absent.
    pub security: Option<Vec<Requirement>>,
    /// `paths`, in order: the template and what it points at.
    pub paths: Vec<Named<PathItemId>>,
    /// `webhooks` (3.1), in order.
    pub webhooks: Vec<Webhook>,
    /// `components`.
    pub components: Components,
    /// Every path item of `paths`, `webhooks`, callbacks and components.
    pub path_items: Vec<PathItem>,
    /// Every schema, named or inline.
    pub schemas: Schemas,
    /// Each reference that leads somewhere, by `$ref` or by name: where it stands, and what it names.
    pub references: BTreeSet<(Span, Span)>,
}

/// 3.0, 3.1 or 3.2; the patch level decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Version {
    /// OpenAPI 3.0.x.
    V3_0,
    /// OpenAPI 3.1.x.
    #[default]
    V3_1,
    /// OpenAPI 3.2.x.
    V3_2,
}

impl Version {
    /// As in `openapi: 3.1`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
            Self::V3_2 => "3.2",
        }
    }
}

/// A string with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The string.
    pub text: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// A value under a key of a map, with the key's own place.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T> {
    /// The key.
    pub name: Text,
    /// The value.
    pub value: T,
}

/// `info`.
#[derive(Debug, Clone, Default)]
pub struct Info {
    /// `title`.
    pub title: Text,
    /// `version`, in the digits of the source.
    pub version: Text,
    /// `summary` (3.1).
    pub summary: Option<Text>,
    /// `description`, CommonMark.
    pub description: Option<Text>,
    /// `termsOfService`.
    pub terms_of_service: Option<Text>,
    /// `contact.name`, `contact.url`, `contact.email`.
    pub contact: [Option<Text>; 3],
    /// `license.name`, `license.identifier` (3.1), `license.url`.
    pub license: [Option<Text>; 3],
    /// Where the object stands.
    pub span: Span,
}

/// One of `servers`.
#[derive(Debug, Clone)]
pub struct Server {
    /// `url`, with `{variables}` as written; may be relative.
    pub url: Text,
    /// `description`.
    pub description: Option<Text>,
    /// `name` (3.2).
    pub name: Option<Text>,
    /// `variables`, in order.
    pub variables: Vec<Named<ServerVariable>>,
}

/// A variable of a server's URL template.
#[derive(Debug, Clone)]
pub struct ServerVariable {
    /// `default`.
    pub default: Text,
    /// `enum`; empty when absent.
    pub values: Vec<Text>,
    /// `description`.
    pub description: Option<Text>,
}

/// One of `tags`.
#[derive(Debug, Clone)]
pub struct Tag {
    /// `name`.
    pub name: Text,
    /// `summary` (3.2).
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `parent` (3.2).
    pub parent: Option<Text>,
    /// `kind` (3.2).
    pub kind: Option<Text>,
}

/// `externalDocs`.
#[derive(Debug, Clone)]
pub struct ExternalDocs {
    /// `url`.
    pub url: Text,
    /// `description`.
    pub description: Option<Text>,
}

/// One of `webhooks`.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The key in `webhooks`.
    pub name: Text,
    /// What the server will call.
    pub path_item: PathItemId,
}

/// `components`, each map in source order.
#[derive(Debug, Clone, Default)]
pub struct Components {
    /// `schemas`.
    pub schemas: IndexMap<Box<str>, Named<SchemaId>>,
    /// `parameters`.
    pub parameters: IndexMap<Box<str>, Arc<Parameter>>,
    /// `requestBodies`.
    pub request_bodies: IndexMap<Box<str>, Arc<RequestBody>>,
    /// `responses`.
    pub responses: IndexMap<Box<str>, Arc<Response>>,
    /// `headers`.
    pub headers: IndexMap<Box<str>, Arc<Header>>,
    /// `examples`.
    pub examples: IndexMap<Box<str>, Arc<Example>>,
    /// `links`.
    pub links: IndexMap<Box<str>, Arc<Link>>,
    /// `securitySchemes`.
    pub security_schemes: IndexMap<Box<str>, Arc<SecurityScheme>>,
    /// `pathItems` (3.1).
    pub path_items: IndexMap<Box<str>, PathItemId>,
}
