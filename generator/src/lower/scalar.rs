//! A schema of one value to a type: formats become real types.
//!
//! A type must give back what it read. So these stay texts: a `time` has an offset, which no type of `jiff` keeps without a
//! date; `url::Url` rewrites `http://a` to `http://a/`; and an address of the internet is often a network, a name or empty,
//! which would make a whole response unreadable for what nobody asks of it.

use super::{Lowering, integer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Kind, Schema};
use crate::ir::{Format, Type};

/// Formats that say more about a string than its type needs to: kept as text.
const TEXT: &[&str] = &[
    "binary",
    "char",
    "commonmark",
    "decimal",
    "email",
    "hostname",
    "html",
    "http-date",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "media-range",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
    "ipv4-network",
    "ipv6-network",
    "sf-string",
    "sf-token",
    "sf-binary",
    "sf-integer",
    "sf-decimal",
    "sf-boolean",
    "string",
];

/// Formats of integers that say what is counted, or that a float could hold it: no size.
const WHOLE: &[&str] = &["double-int", "timestamp", "unix-time", "unixtime"];

/// The type of a string, number or boolean.
pub(super) fn scalar(lowering: &mut Lowering<'_>, schema: &Schema, kind: Kind) -> Type {
    let format = schema.format.as_ref().map(|format| &*format.text);
    let ty = match (kind, format) {
        (Kind::Boolean, None) => Some(Type::Bool),
        (Kind::Integer, None) => Some(bounded(lowering, schema)),
        (Kind::Integer, Some(format)) if WHOLE.contains(&format) => {
            Some(bounded(lowering, schema))
        }
        // The registry has these for numbers, too, and says that they are integers.
        (Kind::Integer | Kind::Number, Some(format)) if sized(format).is_some() => {
            sized(format)
        }
        // A `float` too: JSON writes as many digits as a sender has, and 32 bits would drop some without a word.
        (Kind::Number, None | Some("float" | "double")) => Some(Type::F64),
        (Kind::String, _) if encoded(schema).is_some() => {
            encoded(schema).map(Type::Text)
        }
        (Kind::String, None) => Some(Type::Text(Format::Plain)),
        (Kind::String, Some(format)) => of_text(format).map(Type::Text),
        _ => None,
    };
    ty.unwrap_or_else(|| {
        let (ty, name) = without_format(lowering, schema, kind);
        if let Some(format) = &schema.format {
            let message = format!(
                "the format `{}` has no type of its own and is read as {name}",
                format.text
            );
            lowering.diagnostics.push(Diagnostic::warning(
                Code::UnknownFormat,
                format.span,
                message,
            ));
        }
        ty
    })
}

/// What a text holds by its format.
fn of_text(format: &str) -> Option<Format> {
    Some(match format {
        "date" => Format::Date,
        "date-time" => Format::DateTime,
        "time-local" => Format::LocalTime,
        "date-time-local" => Format::LocalDateTime,
        "duration" => Format::Duration,
        "password" => Format::Secret,
        "uuid" | "uuid1" | "uuid3" | "uuid4" | "uuid5" => Format::Uuid,
        "byte" | "base64" => Format::Base64,
        "base64url" => Format::Base64Url,
        _ if TEXT.contains(&format) => Format::Plain,
        // The registry has these for texts, too, which keep their digits.
        "int64" | "uint64" => Format::Plain,
        _ => return None,
    })
}

/// Whether a text holds bytes.
pub(super) fn is_base64(schema: &Schema) -> bool {
    let format = schema.format.as_ref().and_then(|format| of_text(&format.text));
    let found = encoded(schema).or(format);
    matches!(found, Some(Format::Base64 | Format::Base64Url))
}

/// What a text holds by its `contentEncoding` (JSON Schema 2020-12 Validation, 8.3): the registry calls `byte` deprecated for
/// it. Other encodings than these two leave the text as it is.
fn encoded(schema: &Schema) -> Option<Format> {
    let encoding = &schema.content_encoding.as_ref()?.text;
    if encoding.eq_ignore_ascii_case("base64") {
        Some(Format::Base64)
    } else if encoding.eq_ignore_ascii_case("base64url") {
        Some(Format::Base64Url)
    } else {
        None
    }
}

fn sized(format: &str) -> Option<Type> {
    integer::of_format(format).map(Type::Integer)
}

fn bounded(lowering: &mut Lowering<'_>, schema: &Schema) -> Type {
    Type::Integer(integer::of_bounds(lowering, schema))
}

fn without_format(
    lowering: &mut Lowering<'_>,
    schema: &Schema,
    kind: Kind,
) -> (Type, &'static str) {
    match kind {
        Kind::Boolean => (Type::Bool, "a boolean"),
        Kind::Integer => (bounded(lowering, schema), "an integer"),
        Kind::Number => (Type::F64, "a number of 64 bits"),
        Kind::String => (Type::Text(Format::Plain), "text"),
        Kind::Null | Kind::Array | Kind::Object => (Type::Any, "any value"),
    }
}
