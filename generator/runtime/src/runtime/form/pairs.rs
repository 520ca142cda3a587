//! A body as names and contents, before they are written as a form or as parts.

use bytes::Bytes;
use serde::Serialize;

use super::field::{FormField, Way};
use super::file::FilePart;
use crate::runtime::value::{Value, ValueError, gap};

/// A name and what stands under it.
#[derive(Clone)]
pub(super) struct Pair {
    pub(super) name: String,
    /// The property that it is of: its style may have other names for it.
    #[cfg(feature = "part-headers")]
    pub(super) property: String,
    /// The lines of its own headers, each with its end.
    #[cfg(feature = "part-headers")]
    pub(super) headers: String,
    pub(super) content: Content,
    pub(super) reserved: bool,
}

/// What stands under a name.
#[derive(Clone)]
pub(super) enum Content {
    /// Text, with the media type that it has beside `text/plain`.
    Text(String, Option<&'static str>),
    /// A file.
    File(FilePart),
}

/// The pairs of a body, in its order. What is `null` or absent has none: a form has no word for it.
pub(super) fn pairs(
    body: impl Serialize,
    fields: &[FormField],
) -> Result<Vec<Pair>, ValueError> {
    let entries = match Value::of(body)? {
        Value::Map(entries) => entries,
        Value::Nothing => Vec::new(),
        _ => return Err(error("it is not an object, as a form must be")),
    };
    let mut pairs = Vec::new();
    for (name, value) in entries {
        let field = FormField::of(fields, &name);
        #[cfg(feature = "part-headers")]
        let property = name.clone();
        for (name, content) in contents(name, value, field.way)? {
            pairs.push(Pair {
                name,
                #[cfg(feature = "part-headers")]
                property: property.clone(),
                #[cfg(feature = "part-headers")]
                headers: String::new(),
                content,
                reserved: field.reserved,
            });
        }
    }
    Ok(pairs)
}

type Contents = Vec<(String, Content)>;

fn contents(name: String, value: Value, way: Way) -> Result<Contents, ValueError> {
    let mut out = Vec::new();
    match (way, value) {
        (_, Value::Nothing) => {}
        (Way::Content(media_type), Value::List(items)) => {
            for item in items.into_iter().filter(|item| *item != Value::Nothing) {
                out.push((name.clone(), by_content(item, media_type)?));
            }
        }
        (Way::Content(media_type), value) => {
            out.push((name, by_content(value, media_type)?));
        }
        (Way::DeepObject, value) => deepen(name, &value, &mut out)?,
        (Way::Exploded, Value::List(items)) => {
            for item in &items {
                out.extend(plain(item)?.map(|text| (name.clone(), text)));
            }
        }
        (Way::Exploded, Value::Map(entries)) => {
            for (key, value) in entries {
                out.extend(plain(&value)?.map(|text| (key, text)));
            }
        }
        (Way::Joined(between), value) => {
            let text = joined(value, between)?;
            out.extend(text.map(|text| (name, Content::Text(text, None))));
        }
        (Way::Exploded, value) => out.extend(plain(&value)?.map(|text| (name, text))),
    }
    Ok(out)
}

/// A value by its content: a primitive as text, an object as JSON, a file as itself.
fn by_content(
    value: Value,
    media_type: Option<&'static str>,
) -> Result<Content, ValueError> {
    let as_json = media_type.is_some_and(is_json);
    Ok(match value {
        Value::Text(text) | Value::Literal(text) if !as_json => {
            Content::Text(text, media_type)
        }
        Value::Gap if !as_json => return gap(),
        Value::Map(entries) if is_file(&entries) => {
            Content::File(file(entries, media_type))
        }
        value => {
            let mut text = String::new();
            write_json(&value, &mut text)?;
            Content::Text(text, media_type.or(Some("application/json")))
        }
    })
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
}

/// Whether an object is a file: nothing else holds bytes.
fn is_file(entries: &[(String, Value)]) -> bool {
    entries.iter().any(|(_, value)| matches!(value, Value::Bytes(_)))
}

fn file(entries: Vec<(String, Value)>, media_type: Option<&'static str>) -> FilePart {
    let mut part = FilePart::new("", Bytes::new());
    part.content_type = media_type.map(str::to_owned);
    for (key, value) in entries {
        match value {
            Value::Bytes(content) => part.content = content,
            #[cfg(feature = "streams")]
            Value::Literal(place) => part.stream = super::passed::take(&place),
            Value::Text(text) if key == "file_name" => part.file_name = text,
            Value::Text(text) => part.content_type = Some(text),
            _ => {}
        }
    }
    part
}

/// `name[key][inner]` and `name[0]`, each with its text.
fn deepen(name: String, value: &Value, out: &mut Contents) -> Result<(), ValueError> {
    match value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                deepen(format!("{name}[{index}]"), item, out)?;
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                deepen(format!("{name}[{key}]"), value, out)?;
            }
        }
        value => out.extend(plain(value)?.map(|text| (name, text))),
    }
    Ok(())
}

fn joined(value: Value, between: &str) -> Result<Option<String>, ValueError> {
    let mut texts = Vec::new();
    match value {
        Value::List(items) => {
            for item in &items {
                texts.extend(flat(item)?);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                texts.extend(
                    flat(&value)?.into_iter().flat_map(|text| [key.clone(), text]),
                );
            }
        }
        value => return flat(&value),
    }
    // A form is decoded as a whole before it is split, so that nothing could tell the two apart.
    if texts.iter().any(|text| text.contains(between)) {
        return Err(error("an item holds what stands between items"));
    }
    Ok((!texts.is_empty()).then(|| texts.join(between)))
}

fn plain(value: &Value) -> Result<Option<Content>, ValueError> {
    Ok(flat(value)?.map(|text| Content::Text(text, None)))
}

fn flat(value: &Value) -> Result<Option<String>, ValueError> {
    match value {
        Value::Nothing => Ok(None),
        Value::Text(text) | Value::Literal(text) => Ok(Some(text.clone())),
        Value::Bytes(_) => Err(error("bytes have no form as text")),
        Value::Gap => gap(),
        Value::List(_) | Value::Map(_) => {
            Err(error("a list or map inside a property has no form in its style"))
        }
    }
}

/// The compact JSON of a value.
fn write_json(value: &Value, out: &mut String) -> Result<(), ValueError> {
    match value {
        Value::Nothing | Value::Gap => out.push_str("null"),
        Value::Literal(text) => out.push_str(text),
        Value::Text(text) => out.push_str(&quoted(text)),
        Value::Bytes(_) => return Err(error("bytes have no form in JSON")),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write_json(item, out)?;
            }
            out.push(']');
        }
        Value::Map(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                out.push_str(&quoted(key));
                out.push(':');
                write_json(value, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn error(message: &str) -> ValueError {
    ValueError(message.to_owned())
}
