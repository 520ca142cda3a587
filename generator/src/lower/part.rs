//! Headers of the parts of a body: `encoding.<property>.headers` (OpenAPI 3.1.1, 4.8.15.1.1).

use http::{HeaderName, HeaderValue};

use super::form::property;
use super::header::{self, Described};
use super::parameter::Lowered;
use super::target::target;
use super::{Lowering, body, media, upload};
use crate::document::{
    self, Document, Encoding, Named, RequestBody, Schema, Value, ValueKind,
};
use crate::ir::{
    Body, BodyKind, Form, HeaderWay, Param, ParamPlace, ParamStyle, PartHeader,
};
use crate::name::{self, Scope, Words};

/// Gives a body in parts their headers.
///
/// One that the document has a value for is sent with that, and a constant is nobody's to choose. Any other is an argument
/// where it is required in a part that is always there, and else a setter.
pub(super) fn headers(
    lowering: &mut Lowering<'_>,
    source: &RequestBody,
    body: &mut Body,
    operation: &Words,
    lowered: &mut Lowered,
) {
    let BodyKind::Multipart(form) = &mut body.kind else { return };
    let mut contents = source.content.iter();
    let content = contents.find(|content| *content.name.text == *body.media_type);
    let Some(content) = content else { return };
    let schema = content.value.schema.map(|id| target(lowering.document, id));
    for encoding in &content.value.encoding {
        let part = Part {
            encoding,
            schema,
            is_there: body.required && requires(schema, &encoding.name.text),
        };
        for described in &encoding.value.headers {
            if let Err((why, help)) = sendable(lowering.document, &part, described) {
                let (name, part) = (&described.name, &encoding.name.text);
                let message = format!(
                    "the header `{}` of the part `{part}` is not sent: {why}",
                    name.text
                );
                header::warn(lowering, name.span, message, help);
            } else {
                one(lowering, &part, described, operation, form, lowered);
            }
        }
    }
}

/// What is known of a part.
struct Part<'a> {
    encoding: &'a Named<Encoding>,
    /// The schema of the body.
    schema: Option<&'a Schema>,
    /// Whether it is in every request.
    is_there: bool,
}

fn requires(schema: Option<&Schema>, property: &str) -> bool {
    let mut required = schema.into_iter().flat_map(|schema| &schema.required);
    required.any(|name| *name.text == *property)
}

/// Whether a part can have a header of this name; else why not, and what to do.
fn sendable(
    document: &Document,
    part: &Part<'_>,
    described: &Described,
) -> Result<(), (&'static str, &'static str)> {
    let name = described.name.text.to_ascii_lowercase();
    let property =
        part.schema.and_then(|schema| property(schema, &part.encoding.name.text));
    let is_file =
        property.is_some_and(|id| upload::is_file(document, id, part.encoding));
    match name.as_str() {
        "content-type" => {
            Err(("OpenAPI says that it is ignored", "say it by `contentType`"))
        }
        "content-disposition" => {
            Err(("it is the client's own, which names the part", "drop the header"))
        }
        "set-cookie" => Err(("no part sets a cookie", "drop the header")),
        // RFC 7578, 4.7: it would say of the bytes what they are not.
        "content-transfer-encoding" if is_file => {
            Err(("the bytes of a file are sent as they are", "drop the header"))
        }
        _ if HeaderName::from_bytes(name.as_bytes()).is_err() => {
            Err(("no header can be called that", "use letters, digits and hyphens"))
        }
        _ => Ok(()),
    }
}

/// A value that the document has for a header.
enum Told {
    /// The only one.
    Constant(String),
    /// The one unless another is given.
    Default(String),
}

fn one(
    lowering: &mut Lowering<'_>,
    part: &Part<'_>,
    described: &Described,
    operation: &Words,
    form: &mut Form,
    lowered: &mut Lowered,
) {
    let required = described.value.required;
    let told = told(lowering.document, &described.value);
    let is_argument = required && part.is_there && told.is_none();
    let is_constant = matches!(told, Some(Told::Constant(_)));
    let value = told.map(|(Told::Constant(value) | Told::Default(value))| value);
    let has_value = value.is_some();
    if has_value || (required && !is_argument) {
        form.headers.push(PartHeader {
            part: part.encoding.name.text.to_string(),
            wire: described.name.text.to_string(),
            value,
        });
    }
    if !is_constant {
        let name = &part.encoding.name.text;
        let names = &mut lowered.names;
        let mut param = param(lowering, name, described, operation, names);
        param.required = is_argument;
        if required && !is_argument && !has_value {
            let when = "Required where the part is sent.".to_owned();
            param.docs.constraints.push(when);
        }
        add(&mut lowered.params, param);
    }
}

/// What the schema of a header says its value is, where that can be written: `const`, an `enum` of one, or `default`.
fn told(document: &Document, header: &document::Header) -> Option<Told> {
    let (schema, is_json) = match &header.content {
        Some(content) => (content.value.schema?, media::is_json(&content.name.text)),
        None => (header.schema?, false),
    };
    let (outer, schema) = (&document.schemas[schema], target(document, schema));
    let only = match schema.values.as_deref() {
        Some([only]) => Some(only),
        _ => None,
    };
    let text = |value: &Value| {
        let text = written(value, is_json)?;
        HeaderValue::from_str(&text).is_ok().then_some(text)
    };
    let constant = schema.constant.as_ref().or(only).and_then(text);
    let default = || outer.default.as_ref().or(schema.default.as_ref()).and_then(text);
    constant.map(Told::Constant).or_else(|| default().map(Told::Default))
}

/// A single value as a header has it.
fn written(value: &Value, is_json: bool) -> Option<String> {
    match &value.kind {
        _ if is_json => Some(body::text(value)),
        ValueKind::String(text) => Some(text.to_string()),
        ValueKind::Bool(_) | ValueKind::Number(_) => Some(body::text(value)),
        ValueKind::Null | ValueKind::Array(_) | ValueKind::Object(_) => None,
    }
}

fn param(
    lowering: &mut Lowering<'_>,
    part: &str,
    described: &Described,
    operation: &Words,
    names: &mut Scope<name::Value>,
) -> Param {
    let (ty, way) = header::value(lowering, described, operation);
    let (style, explode) = match way {
        HeaderWay::Joined | HeaderWay::Lines => (ParamStyle::Simple, false),
        HeaderWay::Exploded => (ParamStyle::Simple, true),
        HeaderWay::Json => (ParamStyle::Json, false),
    };
    let words = Words::of(part).join(&Words::of(&described.name.text));
    Param {
        name: names.give(&words),
        wire: described.name.text.to_string(),
        place: ParamPlace::Part(part.to_owned()),
        style,
        explode,
        allow_reserved: false,
        required: false,
        ty,
        fields: Vec::new(),
        docs: header::header_docs(lowering, &described.value),
        deprecated: described.value.deprecated,
        sample: None,
    }
}

/// Adds a parameter behind those it belongs to, so that no position that the path points at moves.
fn add(params: &mut Vec<Param>, param: Param) {
    let required = params.iter().take_while(|param| param.required).count();
    params.insert(if param.required { required } else { params.len() }, param);
}
