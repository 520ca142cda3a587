//! The headers of responses: which an operation's answers have, and what their values are.

use std::sync::Arc;

use http::HeaderName;

use super::draft::Parent;
use super::group::Names;
use super::null::{branches, is_null};
use super::response::{is_success, matching};
use super::schema::typed;
use super::target::target;
use super::{Lowering, docs, media};
use crate::diagnostic::{Code, Span};
use crate::document::{
    self, Document, Kind, Named, Operation, Response, Schema, SchemaId, Status,
};
use crate::ir::{Definition, Docs, Format, Header, HeaderSet, HeaderWay, Type};
use crate::name::{Scope, Value, Words};

/// A header of the document, with its name.
pub(super) type Described = Named<Arc<document::Header>>;

/// The headers of an operation's successes, and those of its failures.
pub(super) fn sets(
    lowering: &mut Lowering<'_>,
    operation: &Operation,
    words: &Words,
    names: &mut Names,
) -> Vec<HeaderSet> {
    let responses = &operation.responses;
    let declares_success = responses.iter().any(|(status, _)| is_success(*status));
    let of = |failure: bool| {
        let responses = responses.iter().filter(move |(status, _)| {
            let default = *status == Status::Default;
            if failure {
                !is_success(*status)
            } else {
                is_success(*status) || (default && !declares_success)
            }
        });
        responses.collect::<Vec<_>>()
    };
    let mut sets = Vec::new();
    for (of_failure, role) in [(false, "headers"), (true, "error headers")] {
        let headers = headers(lowering, &of(of_failure), words);
        if !headers.is_empty() {
            sets.push(HeaderSet {
                name: names.types.give(&words.join(&Words::of(role))),
                of_failure,
                definition: Definition::default(),
                headers,
            });
        }
    }
    sets
}

/// The headers that any of some responses has.
fn headers(
    lowering: &mut Lowering<'_>,
    responses: &[&(Status, Arc<Response>)],
    operation: &Words,
) -> Vec<Header> {
    // What each type that reads headers has already.
    let names = &mut Scope::<Value>::with(&["clone", "of"]);
    let mut found: Vec<Header> = Vec::new();
    for described in responses.iter().flat_map(|(_, response)| &response.headers) {
        let name = &described.name.text;
        let known = |header: &Header| header.wire.eq_ignore_ascii_case(name);
        if let Some(at) = found.iter().position(known) {
            agree(lowering, described, operation, &mut found[at]);
        } else if is_read(lowering, described) {
            let (ty, way) = value(lowering, described, operation);
            let needed =
                responses.iter().filter(|(_, response)| requires(response, name));
            let needed = needed.map(|(status, _)| matching(*status)).collect::<Vec<_>>();
            found.push(Header {
                name: names.give(&Words::of(name)),
                wire: name.to_string(),
                required: needed.len() == responses.len(),
                ty,
                way,
                docs: header_docs(lowering, &described.value),
                deprecated: described.value.deprecated,
                needed,
                sample: None,
            });
        }
    }
    found
}

/// Makes a header text where two responses describe it otherwise.
fn agree(
    lowering: &mut Lowering<'_>,
    described: &Described,
    operation: &Words,
    known: &mut Header,
) {
    let (ty, way) = value(lowering, described, operation);
    if (&ty, way) != (&known.ty, known.way) {
        let message = format!(
            "the header `{}` is described otherwise elsewhere in the responses of the operation: it is passed as text",
            described.name.text
        );
        let help = "describe it alike";
        warn(lowering, described.name.span, message, help);
        (known.ty, known.way) = TEXT;
    }
}

/// A value as it stands.
const TEXT: (Type, HeaderWay) = (Type::Text(Format::Plain), HeaderWay::Joined);

/// Whether a header has a name that it can have, and is not one that OpenAPI says is ignored (3.1.1, 4.8.17).
fn is_read(lowering: &mut Lowering<'_>, described: &Described) -> bool {
    let name = &described.name;
    if name.text.eq_ignore_ascii_case("Content-Type") {
        let message = "the header `Content-Type` is ignored, as OpenAPI says";
        let help = "the keys of `content` say what the body is";
        warn(lowering, name.span, message.to_owned(), help);
        return false;
    }
    if HeaderName::from_bytes(name.text.as_bytes()).is_err() {
        let message = format!("no header can be called `{}`", name.text);
        let help = "use letters, digits and hyphens";
        warn(lowering, name.span, message, help);
        return false;
    }
    true
}

fn requires(response: &Response, name: &str) -> bool {
    let mut headers = response.headers.iter();
    headers.any(|header| {
        header.value.required && header.name.text.eq_ignore_ascii_case(name)
    })
}

/// The type of a header's value, and how it is written.
pub(super) fn value(
    lowering: &mut Lowering<'_>,
    described: &Described,
    operation: &Words,
) -> (Type, HeaderWay) {
    let header = &described.value;
    let words = Words::of(&described.name.text);
    let parent = Parent::Root(match &header.component {
        // As with a shared parameter.
        Some(_) => Words::default(),
        None => operation.clone(),
    });
    if described.name.text.eq_ignore_ascii_case("Set-Cookie") {
        // Each of them is a line of its own, and most are secrets.
        let secrets = Type::List(Box::new(Type::Text(Format::Secret)));
        return (secrets, HeaderWay::Lines);
    }
    if let Some(content) = &header.content {
        if media::is_json(&content.name.text) {
            let schema = content.value.schema;
            let ty = schema.map(|id| typed(lowering, id, &parent, &words).whole());
            return (ty.unwrap_or(Type::Any), HeaderWay::Json);
        }
        if !media::essence(&content.name.text).starts_with("text/") {
            let message = format!(
                "a header of `{}` is passed as text, as it is",
                content.name.text
            );
            warn(lowering, content.name.span, message, "describe it by `schema`");
        }
        return TEXT;
    }
    let Some(schema) = header.schema else { return TEXT };
    if let Err(why) = simple(lowering.document, schema) {
        let message =
            format!("the header `{}` is passed as text: {why}", described.name.text);
        let help = "describe it as a single value, a list or an object of those, or by `content` as `application/json`";
        warn(lowering, described.name.span, message, help);
        return TEXT;
    }
    let ty = typed(lowering, schema, &parent, &words).ty;
    let is_object = target(lowering.document, schema).kinds.has(Kind::Object);
    let way = if header.explode && is_object {
        HeaderWay::Exploded
    } else {
        HeaderWay::Joined
    };
    (ty, way)
}

/// Whether the style `simple` can write the values of a schema so that they can be read again; else why not.
fn simple(document: &Document, id: SchemaId) -> Result<(), &'static str> {
    let schema = target(document, id);
    if is_single(document, schema) {
        return Ok(());
    }
    if schema.kinds.has(Kind::Array) {
        let mut items = schema.items.iter().chain(&schema.prefix_items);
        let single = items.all(|item| is_single(document, target(document, *item)));
        return single.then_some(()).ok_or("its items are no single values");
    }
    if !schema.kinds.has(Kind::Object) {
        return Err("it is one of several values");
    }
    let rest = schema.additional_properties.into_iter();
    let patterns = schema.pattern_properties.iter().map(|property| property.value);
    let values = schema.properties.iter().map(|property| property.schema);
    let mut values = values.chain(rest).chain(patterns).map(|id| target(document, id));
    let single = values.all(|value| is_single(document, value));
    single.then_some(()).ok_or("its properties are no single values")
}

/// Whether a schema is that of text, a number or a boolean, or says nothing.
fn is_single(document: &Document, schema: &Schema) -> bool {
    let real = branches(schema).iter().filter(|branch| !is_null(document, **branch));
    let structured = schema.kinds.has(Kind::Object) || schema.kinds.has(Kind::Array);
    real.count() == 0 && !structured && schema.properties.is_empty()
}

pub(super) fn header_docs(lowering: &Lowering<'_>, header: &document::Header) -> Docs {
    let schema = header.schema.map(|id| docs::of_schema(&lowering.document.schemas[id]));
    let schema = schema.unwrap_or_default();
    Docs {
        description: docs::text(header.description.as_ref()).or(schema.description),
        constraints: schema.constraints,
        ..Docs::default()
    }
}

pub(super) fn warn(
    lowering: &mut Lowering<'_>,
    span: Span,
    message: String,
    help: &str,
) {
    lowering.warn(Code::UnsupportedHeader, span, message, help);
}
