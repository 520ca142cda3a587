//! The document's prose about a value.

use crate::document::{ExternalDocs, Limits, Number, Schema, Text, Value, ValueKind};
use crate::ir::Docs;

/// The prose of a schema, with what must hold for its values.
pub(super) fn of_schema(schema: &Schema) -> Docs {
    Docs {
        summary: text(schema.title.as_ref()),
        description: text(schema.description.as_ref()),
        constraints: constraints(schema),
        link: link(schema.external_docs.as_ref()),
    }
}

/// The prose of anything with a summary and a description.
pub(super) fn prose(summary: Option<&Text>, description: Option<&Text>) -> Docs {
    Docs {
        summary: text(summary),
        description: text(description),
        ..Docs::default()
    }
}

/// A link to further reading: its label and URL.
pub(super) fn link(docs: Option<&ExternalDocs>) -> Option<(String, String)> {
    let docs = docs?;
    let label = text(docs.description.as_ref()).unwrap_or_else(|| "More".to_owned());
    Some((label, docs.url.text.to_string()))
}

/// A text without white space around it, where anything is left.
pub(super) fn text(text: Option<&Text>) -> Option<String> {
    let text = text?.text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn constraints(schema: &Schema) -> Vec<String> {
    let Limits {
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        min_length,
        max_length,
        min_items,
        max_items,
        min_properties,
        max_properties,
    } = &schema.limits;
    let number = |what: &str, number: &Option<Number>| {
        number.as_ref().map(|Number(text)| format!("{what} {}.", text.text))
    };
    let count = |what: &str, count: Option<u64>, of: &'static str| {
        count.map(|count| {
            let of = if count == 1 { one(of) } else { of };
            format!("{what} {count} {of}.")
        })
    };
    // A tuple has as many items as its type.
    let is_list = schema.prefix_items.is_empty();
    let limits = [
        number("At least", minimum),
        number("At most", maximum),
        number("More than", exclusive_minimum),
        number("Less than", exclusive_maximum),
        number("A multiple of", multiple_of),
        count("At least", *min_length, "characters"),
        count("At most", *max_length, "characters"),
        count("At least", min_items.filter(|_| is_list), "items"),
        count("At most", max_items.filter(|_| is_list), "items"),
        count("At least", *min_properties, "properties"),
        count("At most", *max_properties, "properties"),
        schema.unique_items.then(|| "No item twice.".to_owned()),
        schema
            .pattern
            .as_ref()
            .map(|pattern| format!("Matches `{}`.", code(&pattern.text))),
        schema
            .default
            .as_ref()
            .and_then(literal)
            .map(|value| format!("Default: `{}`.", code(&value))),
        values(schema),
        content(schema),
    ];
    limits.into_iter().flatten().collect()
}

/// The word for one of what a limit counts.
fn one(of: &'static str) -> &'static str {
    match of {
        "characters" => "character",
        "items" => "item",
        _ => "property",
    }
}

/// The values of a list that leads to no enum.
fn values(schema: &Schema) -> Option<String> {
    if super::enumeration::applies(schema) {
        return None;
    }
    let values =
        schema.values.iter().flatten().chain(&schema.constant).filter_map(literal);
    let values = values.map(|value| format!("`{}`", code(&value))).collect::<Vec<_>>();
    (!values.is_empty()).then(|| format!("One of {}.", values.join(", ")))
}

/// What stands in a text (JSON Schema 2020-12 Validation, 8.4): it is not read any further.
fn content(schema: &Schema) -> Option<String> {
    let media_type = schema.content_media_type.as_ref()?;
    Some(format!("Holds `{}`.", code(&media_type.text)))
}

fn literal(value: &Value) -> Option<String> {
    match &value.kind {
        ValueKind::Null => Some("null".to_owned()),
        ValueKind::Bool(value) => Some(value.to_string()),
        ValueKind::Number(text) => Some(text.to_string()),
        ValueKind::String(text) => Some(format!("\"{text}\"")),
        ValueKind::Array(_) | ValueKind::Object(_) => None,
    }
}

/// Text that can stand between backticks on one line.
fn code(text: &str) -> String {
    text.replace('`', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}
