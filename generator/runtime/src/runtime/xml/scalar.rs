//! Texts that are numbers and booleans, and the other way round.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::table::Shape;

/// A value as text; `None` for what is more than one text.
pub(super) fn written(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Bool(_) | Value::Number(_) => Some(Cow::Owned(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The value that a text is. What is not of its shape stays a text, and is an error where the model
/// reads it; nothing at all is `null`, but for strings.
pub(super) fn read(shape: &Shape, text: String) -> Value {
    let trimmed = text.trim_matches([' ', '\t', '\n', '\r']);
    let read = match shape {
        Shape::Integer | Shape::Number | Shape::Boolean if trimmed.is_empty() => {
            Some(Value::Null)
        }
        Shape::Integer => integer(trimmed).map(Value::Number),
        Shape::Number => number(trimmed).map(Value::Number),
        Shape::Boolean => boolean(trimmed),
        Shape::Literal => literal(&text),
        Shape::Text | Shape::Any | Shape::List(_) | Shape::Object(..) => None,
    };
    read.unwrap_or(Value::String(text))
}

/// An integer in all of its digits: it never passes through a floating-point number.
fn integer(text: &str) -> Option<Number> {
    let signed = text.parse::<i64>().map(Number::from);
    signed.or_else(|_| text.parse::<u64>().map(Number::from)).ok()
}

fn number(text: &str) -> Option<Number> {
    integer(text).or_else(|| Number::from_f64(text.parse().ok()?))
}

/// XML Schema 1.1, part 2, 3.3.2.
fn boolean(text: &str) -> Option<Value> {
    match text {
        "true" | "1" => Some(Value::Bool(true)),
        "false" | "0" => Some(Value::Bool(false)),
        _ => None,
    }
}

/// A number or a boolean, where its text is the one that it would be written as.
fn literal(text: &str) -> Option<Value> {
    let value = match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => Value::Number(number(text)?),
    };
    let written = value.to_string();
    (written == text).then_some(value)
}
