//! Paths and operations.

use std::sync::Arc;

use super::{
    ExternalDocs, Named, Parameter, RequestBody, Requirement, Response, Server, Status,
    Text,
};
use crate::diagnostic::Span;

/// The position of a path item in [`Document::path_items`](super::Document::path_items).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathItemId(pub u32);

/// What stands under one path, webhook or callback expression.
#[derive(Debug, Clone, Default)]
pub struct PathItem {
    /// `summary`.
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `servers` of this path; empty when absent.
    pub servers: Vec<Server>,
    /// `parameters` that every operation here shares.
    pub parameters: Vec<Arc<Parameter>>,
    /// The operations, in source order, `additionalOperations` (3.2) among them.
    pub operations: Vec<Operation>,
    /// Where it stands.
    pub span: Span,
}

/// An HTTP method.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Verb {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `OPTIONS`.
    Options,
    /// `HEAD`.
    Head,
    /// `PATCH`.
    Patch,
    /// `TRACE`.
    Trace,
    /// `QUERY` (3.2).
    Query,
    /// A method of `additionalOperations` (3.2), as written.
    Other(Box<str>),
}

impl Verb {
    /// The method as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }
}

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The method.
    pub verb: Verb,
    /// `operationId`.
    pub id: Option<Text>,
    /// `summary`.
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `tags`, in order.
    pub tags: Vec<Text>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// Its own `parameters`, which override the path's by name and place.
    pub parameters: Vec<Arc<Parameter>>,
    /// `requestBody`.
    pub body: Option<Arc<RequestBody>>,
    /// `responses`, in source order.
    pub responses: Vec<(Status, Arc<Response>)>,
    /// `callbacks`, in source order.
    pub callbacks: Vec<Named<Callback>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `security`: `None` when absent (the root's then holds), empty when the operation needs none.
    pub security: Option<Vec<Requirement>>,
    /// `servers` of this operation; empty when absent.
    pub servers: Vec<Server>,
    /// Where it stands.
    pub span: Span,
}

/// One of an operation's `callbacks`: runtime expressions and what the server will call there.
#[derive(Debug, Clone, Default)]
pub struct Callback {
    /// Expression and path item, in source order.
    pub paths: Vec<Named<super::PathItemId>>,
}
