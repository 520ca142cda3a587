//! Bodies that are written property by property: forms, and parts.

use super::schema::is_array;
use super::target::target;
use super::{Lowering, body, media, upload};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{
    Document, Encoding, Kind, MediaType, Named, Schema, SchemaId, Style, Version,
};
use crate::ir::{Form, FormField, FormWay, ParamStyle};
use crate::name::Words;

/// Lowers the body of a form, or of parts; `None` when it cannot be written, which is reported.
pub(super) fn form(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    operation: &Words,
    role: &str,
    multipart: bool,
) -> Option<Form> {
    let schema = content.value.schema.map(|id| target(lowering.document, id));
    if schema.is_some_and(|schema| !may_be_object(schema)) {
        let message = format!("a body of `{}` that is no object", content.name.text);
        let help =
            "give its schema `type: object` and the names of its fields in `properties`";
        refuse(lowering, content.name.span, message, help);
        return None;
    }
    if let Some(schema) = schema.filter(|_| multipart) {
        upload::warn_of_mixed(lowering, schema);
    }
    let ty = if multipart {
        upload::body(lowering, content, operation, role)
    } else {
        body::json(lowering, content, operation, role)
    };
    let mut fields = Vec::new();
    let mut refused = false;
    for encoding in &content.value.encoding {
        let property = schema.and_then(|schema| property(schema, &encoding.name.text));
        if property.is_none() && schema.is_some_and(is_closed) {
            warn_of_none(lowering, encoding);
        }
        match way(lowering, encoding, property, multipart) {
            Ok(Some(way)) => fields.push(FormField {
                wire: encoding.name.text.to_string(),
                way,
            }),
            Ok(None) => {}
            Err(Refused) => refused = true,
        }
    }
    if let Some(schema) = schema.filter(|_| multipart) {
        add_encoded(lowering.document, schema, &mut fields);
    }
    (!refused).then_some(Form {
        ty,
        fields,
        headers: Vec::new(),
    })
}

/// Parts that are bytes within a text say so, unless `encoding` says something else of them (OpenAPI 3.1.1, 4.8.15.1.1).
fn add_encoded(document: &Document, schema: &Schema, fields: &mut Vec<FormField>) {
    for property in &schema.properties {
        let found = target(document, property.schema);
        let item = found.items.filter(|_| is_array(found));
        let item = item.map_or(found, |item| target(document, item));
        let wire = property.name.text.to_string();
        if item.content_encoding.is_some()
            && fields.iter().all(|field| field.wire != wire)
        {
            let way = FormWay::Content("application/octet-stream".to_owned());
            fields.push(FormField { wire, way });
        }
    }
}

/// Whether a schema names all properties that are known of it.
fn is_closed(schema: &Schema) -> bool {
    !schema.properties.is_empty() && schema.additional_properties.is_none()
}

fn warn_of_none(lowering: &mut Lowering<'_>, encoding: &Named<Encoding>) {
    let message =
        format!("`encoding` of `{}`, which is no property", encoding.name.text);
    let help = "correct the name, or drop the entry";
    lowering.warn(Code::UnsupportedBody, encoding.name.span, message, help);
}

/// The schema of a property.
pub(super) fn property(schema: &Schema, name: &str) -> Option<SchemaId> {
    let mut properties = schema.properties.iter();
    properties.find(|property| &*property.name.text == name).map(|found| found.schema)
}

/// A refusal that was reported.
struct Refused;

fn may_be_object(schema: &Schema) -> bool {
    schema.kinds.is_empty() || schema.kinds.has(Kind::Object)
}

/// How a property is written; `None` for the default (OpenAPI 3.1.1, 4.8.15.1).
fn way(
    lowering: &mut Lowering<'_>,
    encoding: &Named<Encoding>,
    property: Option<SchemaId>,
    multipart: bool,
) -> Result<Option<FormWay>, Refused> {
    let schema = property.map(|id| target(lowering.document, id));
    let file =
        property.is_some_and(|id| upload::is_file(lowering.document, id, encoding));
    let Encoding {
        style,
        explode,
        allow_reserved,
        ..
    } = &encoding.value;
    let mut styled = style.is_some() || explode.is_some() || allow_reserved.is_some();
    if styled && multipart && lowering.document.version == Version::V3_0 {
        let message = format!(
            "the style of the part `{}` is ignored, as OpenAPI 3.0 says",
            encoding.name.text
        );
        let help = "leave out `style`, `explode` and `allowReserved`: those of parts are of OpenAPI 3.1";
        lowering.warn(Code::UnsupportedBody, encoding.value.span, message, help);
        styled = false;
    }
    if !styled || (multipart && file) {
        return content(lowering, encoding, schema, (multipart, file));
    }
    let allow_reserved = allow_reserved.unwrap_or_default() && !multipart;
    // A style says nothing about a primitive, and this one nothing about what is a list of them.
    let is_default = schema.is_some_and(|schema| {
        let exploded =
            explode.unwrap_or(true) && matches!(style, None | Some(Style::Form));
        is_primitive(schema)
            || (exploded && is_list_of_primitives(lowering.document, schema))
    });
    if is_default && !allow_reserved {
        return Ok(None);
    }
    let style = match style.unwrap_or(Style::Form) {
        Style::Form => ParamStyle::Form,
        Style::SpaceDelimited => ParamStyle::SpaceDelimited,
        Style::PipeDelimited => ParamStyle::PipeDelimited,
        Style::DeepObject => ParamStyle::DeepObject,
        Style::Matrix | Style::Label | Style::Simple | Style::Cookie => {
            let message =
                format!("the property `{}` has a style of no form", encoding.name.text);
            let help = "use `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`";
            return Err(refuse(lowering, encoding.value.span, message, help));
        }
    };
    Ok(Some(FormWay::Style {
        style,
        explode: explode.unwrap_or(style == ParamStyle::Form),
        allow_reserved,
    }))
}

/// The one media type that `contentType` names; of several, or of a range, the caller decides.
fn content(
    lowering: &mut Lowering<'_>,
    encoding: &Named<Encoding>,
    schema: Option<&Schema>,
    (multipart, file): (bool, bool),
) -> Result<Option<FormWay>, Refused> {
    let Some(given) = &encoding.value.content_type else { return Ok(None) };
    let one = given.text.trim();
    if one.is_empty() || one.contains([',', '*']) {
        if file && one.contains(',') && !one.contains('*') {
            let message = format!(
                "the file `{}` is one of several media types: callers say which",
                encoding.name.text
            );
            let help = "one that says nothing is sent as `application/octet-stream`";
            lowering.warn(Code::UnsupportedBody, given.span, message, help);
        }
        return Ok(None);
    }
    if !media::is_sendable(one) {
        let message = format!(
            "the property `{}` has a `contentType` that no header can have",
            encoding.name.text
        );
        let help = "name a media type such as `text/plain`";
        return Err(refuse(lowering, given.span, message, help));
    }
    let structured = schema.is_some_and(|schema| schema.kinds.has(Kind::Object));
    if structured && !file && !media::is_json(one) {
        let message = format!(
            "the property `{}` is an object, which `{one}` has no form for",
            encoding.name.text
        );
        let help = "use `application/json`, or describe the property as a string";
        return Err(refuse(lowering, given.span, message, help));
    }
    if media::is_json(one) {
        return Ok(Some(FormWay::Json(one.to_owned())));
    }
    if multipart {
        return Ok(Some(FormWay::Content(one.to_owned())));
    }
    // The values of a form have no header to say what text they are.
    if schema.is_some_and(|schema| schema.kinds.has(Kind::Array)) {
        let message = format!(
            "the list `{}` is not written as `{one}`: each item is a value of its own",
            encoding.name.text
        );
        let help = "use `application/json` or a `style`, or describe it as a string";
        lowering.warn(Code::UnsupportedBody, given.span, message, help);
    }
    Ok(None)
}

fn is_primitive(schema: &Schema) -> bool {
    let structured = schema.kinds.has(Kind::Object) || schema.kinds.has(Kind::Array);
    !schema.kinds.is_empty() && !structured
}

fn is_list_of_primitives(document: &Document, schema: &Schema) -> bool {
    schema.kinds.has(Kind::Array)
        && is_array(schema)
        && schema
            .items
            .iter()
            .chain(&schema.prefix_items)
            .all(|items| is_primitive(target(document, *items)))
}

fn refuse(
    lowering: &mut Lowering<'_>,
    span: Span,
    message: String,
    help: &str,
) -> Refused {
    let diagnostic = Diagnostic::error(Code::UnsupportedBody, span, message);
    lowering.diagnostics.push(diagnostic.help(help));
    Refused
}
