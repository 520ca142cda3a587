//! A schema of one value to a type: formats become real types.

use super::{Lowering, integer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Kind, Schema};
use crate::ir::{Format, Type};

/// Formats that say more about a string than its type needs to: kept as text.
const TEXT: &[&str] = &[
    "binary",
    "byte",
    "char",
    "commonmark",
    "decimal",
    "duration",
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
    "time-local",
    "date-time-local",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
    "uuid",
    "base64url",
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
        (Kind::Number, None | Some("float" | "double" | "decimal")) => Some(Type::F64),
        (Kind::String, None) => Some(Type::Text(Format::Plain)),
        (Kind::String, Some("date")) => Some(Type::Text(Format::Date)),
        (Kind::String, Some("date-time")) => Some(Type::Text(Format::DateTime)),
        (Kind::String, Some("password")) => Some(Type::Text(Format::Secret)),
        (Kind::String, Some(format)) if TEXT.contains(&format) => {
            Some(Type::Text(Format::Plain))
        }
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
        Kind::Number => (Type::F64, "a number"),
        Kind::String => (Type::Text(Format::Plain), "text"),
        Kind::Null | Kind::Array | Kind::Object => (Type::Any, "any value"),
    }
}
