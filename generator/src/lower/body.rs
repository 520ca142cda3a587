//! Request bodies.

use std::sync::Arc;

use super::draft::Parent;
use super::media::{Media, MediaSort};
use super::schema::{says_at_most_kinds, typed};
use super::target::target;
use super::{Lowering, docs, form, instead, media, stream, xml};
use crate::config::BodyConfig;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    Document, Example, Kind, MediaType, Named, RequestBody, Text, Value, ValueKind,
};
use crate::ir::{Body, BodyKind, Type, XmlBody};
use crate::name::Words;

/// The body that is meant. A form without fields that may be left out is none where the method has no use for it (RFC
/// 9110, 9.3.1): some write one beside every operation.
pub(super) fn meant<'s>(
    lowering: &mut Lowering<'_>,
    verb: &str,
    source: Option<&'s RequestBody>,
) -> Option<&'s RequestBody> {
    let source = source?;
    let is_bare = |content: &Named<MediaType>| is_bare_form(lowering.document, content);
    let without = matches!(verb, "GET" | "HEAD") && !source.required;
    if !without || source.content.is_empty() || !source.content.iter().all(is_bare) {
        return Some(source);
    }
    let message = format!("`{verb}` is sent without a form of which no field is known");
    let help = "drop `requestBody`, or describe what is in it";
    lowering.warn(Code::UnsupportedBody, source.span, message, help);
    None
}

/// Whether a content is a form, or parts, and its schema says of no field what it is.
fn is_bare_form(document: &Document, content: &Named<MediaType>) -> bool {
    let media = media::sent(&content.name.text);
    let is_form = media.is_some_and(|media| {
        matches!(media.sort, MediaSort::Form | MediaSort::Multipart)
    });
    let schema = content.value.schema.map(|id| target(document, id));
    is_form
        && schema.is_none_or(|schema| {
            let is_object =
                schema.kinds.without(Kind::Null).without(Kind::Object).is_empty();
            is_object
                && says_at_most_kinds(schema)
                && schema.pattern_properties.is_empty()
        })
}

/// The contents of a request body that are written: the one that is configured or else the best, then the best of each other
/// sort. Reported where there is none.
pub(super) fn contents<'s>(
    lowering: &mut Lowering<'_>,
    source: &'s RequestBody,
    id: &str,
) -> Vec<(&'s Named<MediaType>, MediaSort)> {
    let mut best = media::best(lowering.document, &source.content, media::sent);
    match wanted(lowering, source, id) {
        Some(wanted) => {
            best.retain(|(_, media)| media.sort != wanted.1.sort);
            best.insert(0, wanted);
        }
        None => warn_of_others(lowering, source, &best),
    }
    match best.first() {
        Some((content, media)) if media::is_untyped(lowering, *media, content) => {
            warn_of_untyped(lowering, &content.name, media.sort);
        }
        Some(_) => {}
        None => refuse(lowering, source),
    }
    best.into_iter().map(|(content, media)| (content, media.sort)).collect()
}

/// Lowers one of the contents of a request body; `None` when it cannot be written, which is reported.
pub(super) fn body(
    lowering: &mut Lowering<'_>,
    source: &RequestBody,
    (content, sort): (&Named<MediaType>, MediaSort),
    operation: &Words,
    role: &str,
) -> Option<Body> {
    let kind = match sort {
        MediaSort::Json => BodyKind::Json(json(lowering, content, operation, role)),
        MediaSort::Form => {
            BodyKind::Form(form::form(lowering, content, operation, role, false)?)
        }
        MediaSort::Multipart => {
            BodyKind::Multipart(form::form(lowering, content, operation, role, true)?)
        }
        MediaSort::Xml => {
            let body = xml_body(lowering, content, operation, role);
            body.map_or(BodyKind::Text, BodyKind::Xml)
        }
        MediaSort::Text => BodyKind::Text,
        MediaSort::Bytes => BodyKind::Bytes,
        MediaSort::Items => {
            BodyKind::Items(stream::items(lowering, content, operation)?)
        }
    };
    if matches!(kind, BodyKind::Text) {
        warn_of_charset(lowering, &content.name);
    }
    Some(Body {
        required: source.required,
        instead: Vec::new(),
        media_type: match (&kind, content.name.text.contains('*')) {
            (BodyKind::Xml(body), _) => body.media_type.clone(),
            (BodyKind::Json(_), true) => "application/json".to_owned(),
            (BodyKind::Text, true) => "text/plain".to_owned(),
            (BodyKind::Text, _) if media::charset(&content.name.text).is_some() => {
                media::in_utf8(&content.name.text)
            }
            _ => content.name.text.to_string(),
        },
        kind,
        docs: docs::prose(None, source.description.as_ref()),
        sample: example(&content.value.examples),
    })
}

/// The content of the media type that the configuration gives the operation; one that cannot be written is reported.
fn wanted<'s>(
    lowering: &mut Lowering<'_>,
    source: &'s RequestBody,
    id: &str,
) -> Option<(&'s Named<MediaType>, Media)> {
    let config = lowering.config;
    let named =
        |entry: &&BodyConfig| entry.operations.iter().any(|known| known.get_ref() == id);
    let media_type = &config.bodies.iter().find(named)?.media_type;
    let sent = |name: &str| {
        media::sent(name).filter(|_| media::is_meant(name, media_type.get_ref()))
    };
    let found = media::chosen(lowering.document, &source.content, sent);
    if found.is_none() {
        let message = format!(
            "`{id}` has no request body of `{}` that can be written",
            media_type.get_ref()
        );
        let known = source.content.iter().map(|content| &*content.name.text);
        let help = format!("it has {}", known.collect::<Vec<_>>().join(", "));
        lowering.misconfigured(Code::ConfigUnused, media_type, &message, &help);
    }
    found
}

fn refuse(lowering: &mut Lowering<'_>, source: &RequestBody) {
    let known: Vec<&str> =
        source.content.iter().map(|content| &*content.name.text).collect();
    let message = match known.as_slice() {
        [] => "a request body without `content`".to_owned(),
        known => {
            format!("a request body written as {} is not supported", known.join(", "))
        }
    };
    let help = "describe the body as `application/json`, `multipart/form-data` or `application/octet-stream`";
    let diagnostic = Diagnostic::error(Code::UnsupportedBody, source.span, message);
    lowering.diagnostics.push(diagnostic.help(help));
}

/// Says which media types are not written, since another of their sort is: a caller has no choice, but who generates has.
fn warn_of_others(
    lowering: &mut Lowering<'_>,
    source: &RequestBody,
    best: &[(&Named<MediaType>, Media)],
) {
    let is_written = |content: &Named<MediaType>| {
        let essence = media::essence(&content.name.text);
        best.iter().any(|(chosen, media)| {
            essence == media::essence(&chosen.name.text)
                || instead::is_alike(lowering, chosen, media.sort, content)
        })
    };
    let others = source.content.iter().filter(|content| !is_written(content));
    let others: Vec<&str> = others.map(|content| &*content.name.text).collect();
    if let (Some((chosen, _)), false) = (best.first(), others.is_empty()) {
        let message = format!(
            "of several media types `{}` is written, not {}",
            chosen.name.text,
            others.join(", ")
        );
        let help = "`[[body]]` in the configuration chooses another";
        lowering.warn(Code::UnsupportedBody, source.span, message, help);
    }
}

/// Says of a text that is described in another encoding than it is sent in.
fn warn_of_charset(lowering: &mut Lowering<'_>, media_type: &Text) {
    if let Some(charset) = media::charset(&media_type.text) {
        let message = format!("a text of `{charset}` is sent as UTF-8, and says so");
        let help = "describe it as `charset=utf-8` where the server reads that";
        lowering.warn(Code::UnsupportedBody, media_type.span, message, help);
    }
}

fn warn_of_untyped(lowering: &mut Lowering<'_>, media_type: &Text, sort: MediaSort) {
    let what = if sort == MediaSort::Text { "text" } else { "bytes" };
    let message = format!(
        "a body of `{}` is passed as it is: callers give its {what}",
        media_type.text
    );
    let help = "describe it as `application/json`, too, where the server reads that";
    lowering.warn(Code::UnsupportedBody, media_type.span, message, help);
}

/// The type of a JSON payload.
pub(super) fn json(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    operation: &Words,
    role: &str,
) -> Type {
    match content.value.schema {
        Some(schema) => {
            let parent = Parent::Root(operation.clone());
            typed(lowering, schema, &parent, &Words::of(role)).whole()
        }
        None => Type::Any,
    }
}

/// A payload of XML; `None` where it has no form in it, so that it is passed as text.
pub(super) fn xml_body(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    operation: &Words,
    role: &str,
) -> Option<XmlBody> {
    let words = operation.join(&Words::of(role));
    let root = xml::root(lowering, content, &words)?;
    Some(XmlBody {
        ty: json(lowering, content, operation, role),
        root,
        media_type: xml::sent_as(&content.name.text),
    })
}

/// The first of several examples that has a value, as a JSON text.
pub(super) fn example(examples: &[Named<Arc<Example>>]) -> Option<String> {
    examples.iter().find_map(|example| example.value.value.as_ref()).map(text)
}

/// A value as a JSON text.
pub(super) fn text(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, out: &mut String) {
    match &value.kind {
        ValueKind::Null => out.push_str("null"),
        ValueKind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        ValueKind::Number(text) => out.push_str(&number(text)),
        ValueKind::String(text) => {
            out.push_str(&serde_json::Value::from(&**text).to_string());
        }
        ValueKind::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write(item, out);
            }
            out.push(']');
        }
        ValueKind::Object(members) => {
            out.push('{');
            for (index, member) in members.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                out.push_str(&serde_json::Value::from(&*member.name).to_string());
                out.push(':');
                write(&member.value, out);
            }
            out.push('}');
        }
    }
}

/// A number as JSON writes it: YAML also knows `0x1F`, `+1` and `.5`.
fn number(text: &str) -> String {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(_) => text.to_owned(),
        Err(_) => {
            text.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map_or_else(
                || serde_json::Value::from(text).to_string(),
                |number| number.to_string(),
            )
        }
    }
}
