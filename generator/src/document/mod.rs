//! An OpenAPI document in its own words: plain data with spans, one model for 3.0, 3.1 and 3.2.
//!
//! Nothing here decides anything about Rust.
//! References are resolved: schemas live in one arena and point at each other by [`SchemaId`], so a cycle is a value like
//! any other; everything else that `$ref` may name is shared by [`Arc`](std::sync::Arc).

pub(crate) mod part;
mod path;
mod payload;
mod root;
mod schema;
mod security;
mod value;

pub use path::{Callback, Operation, PathItem, PathItemId, Verb};
pub use payload::{
    Encoding, Example, Header, Link, MediaType, Parameter, Place, RequestBody, Response,
    Status, Style,
};
pub use root::{
    Components, Document, ExternalDocs, Info, Named, Server, ServerVariable, Tag, Text,
    Version, Webhook,
};
pub use schema::{
    Discriminator, Kind, Kinds, Limits, Number, Property, Reference, Schema, SchemaId,
    Schemas, Subschema, Xml,
};
pub use security::{
    Flow, FlowKind, Requirement, RequirementScheme, SecurityScheme, SecuritySchemeKind,
};
pub use value::{Member, Value, ValueKind};
