//! A body against what the document says of it.

use serde_json::{Value, json};

use super::request::Request;
use super::style::Pairs;
use super::{Arguments, Operation};
use crate::resolve::pointed;

/// A request body as JSON or as a form.
#[derive(Debug)]
pub struct Body<'d> {
    pub(super) media_type: &'d str,
    /// Whether it must be sent.
    pub required: bool,
    pub(super) schema: &'d Value,
    encoding: Option<&'d Value>,
}

const FORM: &str = "application/x-www-form-urlencoded";

impl<'d> Body<'d> {
    /// Nothing where there are several media types, or one of which nothing is known here.
    pub(super) fn read(value: &'d Value) -> Option<Self> {
        let content = value.get("content")?.as_object()?;
        let (media_type, media) = content.iter().next()?;
        let json = media_type == "application/json" || media_type.ends_with("+json");
        (content.len() == 1 && (json || media_type == FORM)).then_some(())?;
        Some(Self {
            media_type,
            required: value.get("required").and_then(Value::as_bool).unwrap_or_default(),
            schema: media.get("schema")?,
            encoding: media.get("encoding"),
        })
    }

    fn is_form(&self) -> bool {
        self.media_type == FORM
    }

    pub(super) fn can_carry(&self, value: &Value) -> bool {
        // An empty list has no pair in a form, and a null none that is told from a text.
        let carried = |value: &Value| match value {
            Value::Array(items) => {
                !items.is_empty()
                    && !items.iter().any(|item| item.is_null() || item.is_array())
            }
            value => !value.is_null(),
        };
        let read_again = |(name, value): (&String, &Value)| {
            let reserved = self.said(name, "allowReserved").is_some();
            let (style, explode) = self.written(name, value);
            carried(value) && can_be_read_again(value, &style, explode, reserved)
        };
        !self.is_form()
            || value.as_object().is_some_and(|members| members.iter().all(read_again))
    }

    fn said(&self, name: &str, key: &str) -> Option<&'d Value> {
        self.encoding?.get(name)?.get(key)
    }

    /// How a property of a form is written: its style, and whether it is exploded.
    fn written(&self, name: &str, value: &Value) -> (String, bool) {
        let said = |key: &str| self.said(name, key);
        let style = said("style").and_then(Value::as_str);
        let explode = said("explode").and_then(Value::as_bool);
        if style.is_some() || explode.is_some() || said("allowReserved").is_some() {
            let style = style.unwrap_or("form");
            return (style.to_owned(), explode.unwrap_or(style == "form"));
        }
        let content_type = said("contentType").and_then(Value::as_str);
        let compound = |value: &Value| value.is_object() || value.is_array();
        // "object - application/json; array - according to the type of the items" (OpenAPI 3.1.1, "Encoding Object").
        let json = match value {
            Value::Array(items) => items.iter().any(compound),
            value => value.is_object(),
        };
        if json || content_type.is_some_and(|name| name.contains("json")) {
            return ("json".to_owned(), value.is_array());
        }
        ("form".to_owned(), true)
    }
}

/// Whether no text holds what stands between values, a percent sign that reserved expansion would keep (RFC 6570, 3.2.3), or
/// the names of other properties.
fn can_be_read_again(value: &Value, style: &str, explode: bool, reserved: bool) -> bool {
    let between = match style {
        "spaceDelimited" => ' ',
        "pipeDelimited" => '|',
        _ => ',',
    };
    match value {
        Value::String(text) => !(reserved && text.contains('%')),
        Value::Array(items) if style != "json" && style != "deepObject" => {
            let split = |item: &Value| {
                !explode && item.as_str().is_some_and(|text| text.contains(between))
            };
            !items.iter().any(split)
        }
        Value::Object(members) => style == "json" || !members.is_empty(),
        _ => true,
    }
}

pub(super) fn check(
    operation: &Operation<'_>,
    arguments: &Arguments,
    request: &Request<'_>,
    wrong: &mut Vec<String>,
) {
    let Some(body) = &operation.body else { return };
    let Some(drawn) = arguments.get("body") else {
        if !request.body.is_empty() {
            wrong.push("there is a body".to_owned());
        }
        return;
    };
    let media_type = request.header("content-type");
    if media_type != Some(body.media_type) {
        wrong.push(format!("the body is said to be {media_type:?}"));
    }
    let text = String::from_utf8_lossy(request.body);
    if body.is_form() {
        form(body, drawn, &text, wrong);
        return;
    }
    let found: Value = serde_json::from_str(&text).unwrap_or_else(|_| json!("no JSON"));
    if !equal(&found, drawn) {
        wrong.push(format!("the body says {text}, not {drawn}"));
    }
}

fn form(body: &Body<'_>, drawn: &Value, text: &str, wrong: &mut Vec<String>) {
    // In a form, `+` is a space ("application/x-www-form-urlencoded parsing" of the URL standard).
    let text = text.replace('+', "%20");
    let mut pairs = Pairs::of_form(&text);
    for (name, value) in drawn.as_object().into_iter().flatten() {
        let (style, explode) = body.written(name, value);
        let found = match value {
            Value::Array(items) if style == "json" => {
                let items = items.iter();
                items
                    .map(|item| pairs.styled(name, "json", explode, Some(item)))
                    .collect()
            }
            value => pairs.styled(name, &style, explode, Some(value)),
        };
        if !found.as_ref().is_some_and(|found| equal(found, value)) {
            wrong.push(format!(
                "`{name}` of the form {text} says {found:?}, not {value}"
            ));
        }
    }
    for (name, value) in pairs.left() {
        wrong.push(format!("nothing says that `{name}={value}` is in the form"));
    }
}

/// Whether two values are the same, numbers by their value.
#[must_use]
pub fn equal(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Number(one), Value::Number(two)) => {
            one == two || (one.is_f64() || two.is_f64()) && one.as_f64() == two.as_f64()
        }
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len()
                && one.iter().zip(two).all(|(one, two)| equal(one, two))
        }
        (Value::Object(one), Value::Object(two)) => {
            let same = |(name, value): (&String, &Value)| {
                two.get(name).is_some_and(|other| equal(value, other))
            };
            one.len() == two.len() && one.iter().all(same)
        }
        _ => one == two,
    }
}

/// What OpenAPI 3.0 says in its own way, as JSON Schema says it.
pub fn translate(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            // What stands beside a reference is ignored (OpenAPI 3.0.4, "Reference Object").
            if members.get("$ref").is_some_and(Value::is_string) {
                members.retain(|key, _| key == "$ref");
            }
            members.values_mut().for_each(translate);
            if members.remove("nullable") == Some(json!(true)) {
                let whole = Value::Object(std::mem::take(members));
                members.insert("anyOf".into(), json!([whole, { "type": "null" }]));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(translate),
        _ => {}
    }
}

/// Whether a schema's values hold what only a server may send.
pub(super) fn holds_read_only(root: &Value, schema: &Value, depth: usize) -> bool {
    if depth > 8 {
        return false;
    }
    let target = schema.get("$ref").and_then(Value::as_str);
    if let Some(target) = target.and_then(|target| pointed(root, target)) {
        return holds_read_only(root, target, depth + 1);
    }
    match schema {
        Value::Object(members) => {
            members.get("readOnly") == Some(&Value::Bool(true))
                || members.values().any(|value| holds_read_only(root, value, depth + 1))
        }
        Value::Array(items) => {
            items.iter().any(|value| holds_read_only(root, value, depth + 1))
        }
        _ => false,
    }
}
