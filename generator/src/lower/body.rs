//! Request bodies.

use super::draft::Parent;
use super::schema::typed;
use super::{Lowering, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{MediaType, Named, RequestBody, Value, ValueKind};
use crate::ir::{Body, BodyKind, Type};
use crate::name::Words;

/// Lowers a request body; `None` when no media type of it can be written, which is reported.
pub(super) fn body(
    lowering: &mut Lowering<'_>,
    source: &RequestBody,
    operation: &Words,
) -> Option<Body> {
    let found = source
        .content
        .iter()
        .find_map(|content| Some((content, sort(&content.name.text)?)));
    let Some((content, sort)) = found else {
        let known =
            source.content.iter().map(|content| &*content.name.text).collect::<Vec<_>>();
        let message = match known.as_slice() {
            [] => "a request body without `content`".to_owned(),
            known => format!(
                "a request body written as {} is not supported",
                known.join(", ")
            ),
        };
        let help = "describe the body as `application/json`, `text/plain` or `application/octet-stream`";
        let diagnostic = Diagnostic::error(Code::UnsupportedBody, source.span, message);
        lowering.diagnostics.push(diagnostic.help(help));
        return None;
    };
    let kind = match sort {
        MediaSort::Json => BodyKind::Json(json(lowering, content, operation, "body")),
        MediaSort::Text => BodyKind::Text,
        MediaSort::Bytes => BodyKind::Bytes,
    };
    Some(Body {
        required: source.required,
        media_type: content.name.text.to_string(),
        kind,
        docs: docs::prose(None, source.description.as_ref()),
        sample: example(&content.value),
    })
}

/// What a media type is read and written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaSort {
    Json,
    Text,
    Bytes,
}

/// What a media type is read and written as; `None` for those that have a form of their own.
pub(super) fn sort(media_type: &str) -> Option<MediaSort> {
    if is_json(media_type) {
        return Some(MediaSort::Json);
    }
    match essence(media_type).as_str() {
        "*/*" => Some(MediaSort::Json),
        "text/event-stream"
        | "multipart/form-data"
        | "application/x-www-form-urlencoded" => None,
        "application/octet-stream" | "application/pdf" | "application/zip" => {
            Some(MediaSort::Bytes)
        }
        other if other.starts_with("text/") => Some(MediaSort::Text),
        other
            if other.starts_with("image/")
                || other.starts_with("audio/")
                || other.starts_with("video/") =>
        {
            Some(MediaSort::Bytes)
        }
        _ => None,
    }
}

/// Whether a media type is JSON (RFC 6839, 3.1).
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
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

/// The first example of a payload, as a JSON text.
pub(super) fn example(media: &MediaType) -> Option<String> {
    let example =
        media.examples.iter().find_map(|example| example.value.value.as_ref())?;
    let mut text = String::new();
    write(example, &mut text);
    Some(text)
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

fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
