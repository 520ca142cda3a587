//! Parameter styles: how a value becomes text, as `OpenAPI` 3.2.0's "Style Examples" say.

use serde::Serialize;

use super::encode::{Place, encode, strict};
use super::json;
use super::value::{Value, ValueError, gap};

/// A value with the style it is written in.
#[derive(Clone)]
pub struct Param {
    style: Style,
    exploded: bool,
    reserved: bool,
    value: Result<Value, ValueError>,
}

/// A parameter as it is written.
pub(super) struct Written {
    /// None when there is no value; several when each item of an exploded list or map stands by
    /// itself.
    parts: Vec<String>,
    before: &'static str,
    between: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
    Json,
}

impl Param {
    /// `allowReserved`: reserved characters stay as they are where they cannot break out of the
    /// parameter's place.
    #[must_use]
    pub fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    /// Writes this parameter for its place.
    pub(super) fn write(self, name: &str, place: Place) -> Result<Written, ValueError> {
        let writer = Writer {
            style: self.style,
            exploded: self.exploded,
            reserved: self.reserved,
            place,
        };
        let parts = match self.value? {
            Value::Nothing => Vec::new(),
            Value::Text(text) | Value::Literal(text) => {
                vec![writer.primitive(name, writer.text(&text))]
            }
            Value::Bytes(_) => return Err(bytes()),
            Value::Gap => return gap(),
            value if self.style == Style::DeepObject => writer.deep(name, &value)?,
            Value::List(items) => writer.list(name, &items)?,
            Value::Map(entries) => writer.map(name, &entries)?,
        };
        // What follows a semicolon would be another cookie (RFC 6265, 4.2.1).
        if self.style == Style::Cookie && parts.iter().any(|part| part.contains(';')) {
            return Err(ValueError("a semicolon would end it".to_owned()));
        }
        let between = match (self.style, place) {
            (Style::Matrix, _) => "",
            (Style::Label, _) => ".",
            (_, Place::Query) => "&",
            (_, Place::Cookie) => "; ",
            _ => ",",
        };
        let before = if self.style == Style::Label { "." } else { "" };
        Ok(Written { parts, before, between })
    }
}

impl Written {
    /// Whether there is no value.
    pub(super) fn is_nothing(&self) -> bool {
        self.parts.is_empty()
    }

    /// The text; empty when there is no value.
    pub(super) fn text(&self) -> String {
        if self.parts.is_empty() {
            return String::new();
        }
        format!("{}{}", self.before, self.parts.join(self.between))
    }
}

macro_rules! styles {
    ($($(#[$docs:meta])* $name:ident)*) => {$(
        $(#[$docs])*
        pub enum $name {}

        impl $name {
            /// `explode: true`: each item of a list or map stands by itself.
            pub fn exploded(value: impl Serialize) -> Param {
                Param { style: Style::$name, exploded: true, reserved: false, value: Value::of(value) }
            }

            /// `explode: false`: the items of a list or map are joined.
            pub fn joined(value: impl Serialize) -> Param {
                Param { style: Style::$name, exploded: false, reserved: false, value: Value::of(value) }
            }
        }
    )*};
}

/// A parameter with `content: application/json`: its value is written as compact JSON, and then
/// encoded as its place asks.
pub enum Json {}

impl Json {
    /// The JSON text of a value; JSON has nothing to explode.
    pub fn exploded(value: impl Serialize) -> Param {
        Self::joined(value)
    }

    /// The JSON text of a value.
    pub fn joined(value: impl Serialize) -> Param {
        let value = json::encode(&value)
            .map_err(ValueError)
            .map(|text| Value::Text(String::from_utf8_lossy(&text).into_owned()));
        Param {
            style: Style::Json,
            exploded: false,
            reserved: false,
            value,
        }
    }
}

styles! {
    /// `style: matrix`, for paths: `;color=blue`.
    Matrix
    /// `style: label`, for paths: `.blue`.
    Label
    /// `style: simple`, for paths and headers: `blue`.
    Simple
    /// `style: form`, for queries and cookies: `color=blue`.
    Form
    /// `style: spaceDelimited`, for lists and maps in queries: `color=blue%20black`.
    SpaceDelimited
    /// `style: pipeDelimited`, for lists and maps in queries: `color=blue%7Cblack`.
    PipeDelimited
    /// `style: deepObject`, for maps in queries: `color%5BR%5D=100`.
    ///
    /// The specification leaves nested values and lists open. They are written as the servers
    /// that take them read them: `color[R][x]=1` and `color[0]=1`, brackets encoded.
    DeepObject
    /// `style: cookie`, for cookies: as [`Form`], but nothing is encoded, and a semicolon is refused.
    Cookie
}

#[derive(Clone, Copy)]
struct Writer {
    style: Style,
    exploded: bool,
    reserved: bool,
    place: Place,
}

impl Writer {
    fn text(self, text: &str) -> String {
        if self.style == Style::Cookie {
            return text.to_owned();
        }
        encode(text, self.place, self.reserved)
    }

    /// A value by itself, of a text that is encoded.
    fn primitive(self, name: &str, text: String) -> String {
        match self.style {
            Style::Label | Style::Simple => text,
            Style::Json if !matches!(self.place, Place::Query | Place::Cookie) => text,
            // RFC 6570, 3.2.7: a matrix parameter that is empty has no equals sign.
            Style::Matrix if text.is_empty() => format!(";{}", strict(name)),
            _ => self.pair(name, &text),
        }
    }

    fn list(self, name: &str, items: &[Value]) -> Result<Vec<String>, ValueError> {
        let texts = items.iter().filter_map(|item| flat(name, item).transpose());
        let texts = texts.map(|text| self.item(name, text?));
        if self.exploded {
            return texts.map(|text| Ok(self.primitive(name, text?))).collect();
        }
        Ok(self.joined(name, &texts.collect::<Result<Vec<_>, _>>()?))
    }

    fn map(
        self,
        name: &str,
        entries: &[(String, Value)],
    ) -> Result<Vec<String>, ValueError> {
        let mut texts = Vec::new();
        for (key, value) in entries {
            let Some(value) = flat(name, value)? else { continue };
            let value = self.item(name, value)?;
            if self.exploded {
                texts.push(self.pair(key, &value));
            } else {
                texts.extend([self.item(name, key)?, value]);
            }
        }
        Ok(if self.exploded { texts } else { self.joined(name, &texts) })
    }

    fn joined(self, name: &str, texts: &[String]) -> Vec<String> {
        if texts.is_empty() {
            return Vec::new();
        }
        let joined = texts.join(self.delimiter().unwrap_or_default());
        match self.style {
            Style::Label | Style::Simple => vec![joined],
            _ => vec![self.pair(name, &joined)],
        }
    }

    /// An item as it is written: one that holds the delimiter all the same would be taken for two.
    fn item(self, name: &str, text: &str) -> Result<String, ValueError> {
        // Commas may stand in quotes where a header's value is sent as it is (RFC 9110, 5.6.1).
        let is_quoted = self.place == Place::Header
            && text.len() > 1
            && text.starts_with('"')
            && text.ends_with('"');
        let text = self.text(text);
        if !is_quoted && self.delimiter().is_some_and(|between| text.contains(between)) {
            let message = format!("an item of `{name}` holds what stands between items");
            return Err(ValueError(message));
        }
        Ok(text)
    }

    /// What stands between the items of one text; none where each is a parameter by itself.
    fn delimiter(self) -> Option<&'static str> {
        match (self.style, self.exploded) {
            (Style::SpaceDelimited, false) => Some("%20"),
            (Style::PipeDelimited, false) => Some("%7C"),
            (Style::Label, true) => Some("."),
            (Style::Matrix, true) => Some(";"),
            (Style::Simple, _) | (_, false) => Some(","),
            (_, true) => None,
        }
    }

    fn pair(self, name: &str, value: &str) -> String {
        let mark = if self.style == Style::Matrix { ";" } else { "" };
        let name = match self.place {
            Place::Header => name.to_owned(),
            _ if self.style == Style::Cookie => name.to_owned(),
            _ => strict(name),
        };
        format!("{mark}{name}={value}")
    }

    fn deep(self, name: &str, value: &Value) -> Result<Vec<String>, ValueError> {
        let mut parts = Vec::new();
        self.deepen(&strict(name), value, &mut parts)?;
        Ok(parts)
    }

    fn deepen(
        self,
        path: &str,
        value: &Value,
        parts: &mut Vec<String>,
    ) -> Result<(), ValueError> {
        match value {
            Value::Nothing => {}
            Value::Text(text) | Value::Literal(text) => {
                parts.push(format!("{path}={}", self.text(text)));
            }
            Value::Bytes(_) => return Err(bytes()),
            Value::Gap => return gap(),
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.deepen(&format!("{path}%5B{index}%5D"), item, parts)?;
                }
            }
            Value::Map(entries) => {
                for (key, value) in entries {
                    let path = format!("{path}%5B{}%5D", strict(key));
                    self.deepen(&path, value, parts)?;
                }
            }
        }
        Ok(())
    }
}

/// An item of a list or map, which must be a primitive: the styles have no form for more depth.
fn flat<'a>(name: &str, value: &'a Value) -> Result<Option<&'a str>, ValueError> {
    match value {
        Value::Nothing => Ok(None),
        Value::Text(text) | Value::Literal(text) => Ok(Some(text)),
        Value::Bytes(_) => Err(bytes()),
        Value::Gap => gap(),
        Value::List(_) | Value::Map(_) => Err(ValueError(format!(
            "a list or map inside `{name}` has no form in its style"
        ))),
    }
}

fn bytes() -> ValueError {
    ValueError("a value of bytes has no form as a parameter".to_owned())
}
