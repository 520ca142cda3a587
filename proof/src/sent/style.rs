//! The table of styles, read backwards. A value's kind is not written, so a decoder needs one like it.

use serde_json::{Map, Value};

use super::operation::Parameter;
use crate::resolve::decoded;

/// What stands between delimiters, each name and value as it is written.
pub(super) struct Pairs {
    all: Vec<(String, String)>,
    /// What stands between the values of a list that is joined by commas.
    commas: &'static [&'static str],
}

impl Pairs {
    pub(super) fn new(text: Option<&str>, between: &str) -> Self {
        let parts = text.into_iter().flat_map(|text| text.split(between));
        let parts = parts.filter(|part| !part.is_empty());
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (name.to_owned(), value.to_owned())
        };
        Self {
            all: parts.map(pair).collect(),
            commas: &[","],
        }
    }

    /// The pairs of a form, whose every character is encoded, also what stands between values.
    pub(super) fn of_form(text: &str) -> Self {
        let commas = &[",", "%2C"];
        Self {
            commas,
            ..Self::new(Some(text), "&")
        }
    }

    /// What nobody took.
    pub(super) fn left(self) -> Vec<(String, String)> {
        self.all
    }

    pub(super) fn take(
        &mut self,
        parameter: &Parameter<'_>,
        like: Option<&Value>,
    ) -> Option<Value> {
        let Parameter { name, style, explode, .. } = parameter;
        self.styled(name, style, *explode, like)
    }

    /// Takes the pairs that belong to a value and reads them.
    pub(super) fn styled(
        &mut self,
        name: &str,
        style: &str,
        explode: bool,
        like: Option<&Value>,
    ) -> Option<Value> {
        if style == "json" {
            return serde_json::from_str(&decoded(self.one(name)?.as_str())?).ok();
        }
        let members = like.and_then(Value::as_object);
        if style == "deepObject" {
            return self.deep(name, like?);
        }
        if let (true, Some(members)) = (explode, members) {
            return self.object(members);
        }
        let delimiters: &[&str] = match style {
            "spaceDelimited" => &["%20"],
            "pipeDelimited" => &["%7C", "%7c", "|"],
            _ => self.commas,
        };
        if let (true, Some(Value::Array(_))) = (explode, like) {
            let items: Vec<String> = std::iter::from_fn(|| self.one(name)).collect();
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            return (!items.is_empty()).then(|| read(&items, like)).flatten();
        }
        let text = self.one(name)?;
        let delimiter = delimiters.iter().find(|delimiter| text.contains(**delimiter));
        read(&parts(&text, delimiter.unwrap_or(&","), like), like)
    }

    /// The properties of an object, each a pair of its own.
    fn object(&mut self, like: &Map<String, Value>) -> Option<Value> {
        let mut found = Map::new();
        for (key, like) in like {
            let text = self.one(key)?;
            found.insert(key.clone(), scalar(&text, Some(like))?);
        }
        Some(Value::Object(found))
    }

    /// `name[key]=value`, and what the specification leaves open, as most servers read it: `name[0][key]=value`.
    fn deep(&mut self, name: &str, like: &Value) -> Option<Value> {
        match like {
            Value::Object(members) => {
                let mut found = Map::new();
                for (key, like) in members {
                    found.insert(
                        key.clone(),
                        self.deep(&format!("{name}[{key}]"), like)?,
                    );
                }
                Some(Value::Object(found))
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                items
                    .map(|(at, like)| self.deep(&format!("{name}[{at}]"), like))
                    .collect()
            }
            like => scalar(&self.one(name)?, Some(like)),
        }
    }

    fn one(&mut self, name: &str) -> Option<String> {
        let index = self
            .all
            .iter()
            .position(|(known, _)| decoded(known).as_deref() == Some(name))?;
        Some(self.all.remove(index).1)
    }
}

/// A value within a path.
pub(super) fn path_value(
    parameter: &Parameter<'_>,
    text: &str,
    like: Option<&Value>,
) -> Option<Value> {
    let Parameter { name, style, explode, .. } = parameter;
    let (text, between) = match style.as_str() {
        "json" => return serde_json::from_str(&decoded(text)?).ok(),
        "label" => (text.strip_prefix('.')?.to_owned(), "."),
        "matrix" if *explode => (text.strip_prefix(';')?.to_owned(), ";"),
        "matrix" => (text.strip_prefix(&format!(";{name}="))?.to_owned(), ","),
        _ => (text.to_owned(), ","),
    };
    if style == "matrix" && *explode && !matches!(like, Some(Value::Object(_))) {
        let own = format!("{name}=");
        let items: Option<Vec<&str>> = parts(&text, between, like)
            .into_iter()
            .map(|item| item.strip_prefix(&own))
            .collect();
        return read(&items?, like);
    }
    let between = if *explode { between } else { "," };
    exploded(&text, between, *explode, like)
}

/// The value of a header, which is not encoded.
pub(super) fn header_value(
    parameter: &Parameter<'_>,
    text: &str,
    like: Option<&Value>,
) -> Value {
    let value = if parameter.style == "json" {
        serde_json::from_str(text).ok()
    } else {
        exploded(text, ",", parameter.explode, like)
    };
    value.unwrap_or_else(|| Value::String(format!("unreadable: {text}")))
}

/// Text in which an object's properties are `key=value` when it is exploded, and `key,value` otherwise.
fn exploded(
    text: &str,
    between: &str,
    explode: bool,
    like: Option<&Value>,
) -> Option<Value> {
    let parts = parts(text, between, like);
    match like {
        Some(Value::Object(_)) if explode => {
            let pairs: Option<Vec<(&str, &str)>> =
                parts.into_iter().map(|part| part.split_once('=')).collect();
            let flat: Vec<&str> =
                pairs?.into_iter().flat_map(|(key, value)| [key, value]).collect();
            read(&flat, like)
        }
        _ => read(&parts, like),
    }
}

/// A single value is not split.
fn parts<'t>(text: &'t str, between: &str, like: Option<&Value>) -> Vec<&'t str> {
    match like {
        Some(Value::Array(_) | Value::Object(_)) => text.split(between).collect(),
        _ => vec![text],
    }
}

/// Reads parts as the items of an array, as keys and values in turn, or as the one value.
fn read(parts: &[&str], like: Option<&Value>) -> Option<Value> {
    match like {
        Some(Value::Array(like)) => {
            let item = |(index, text): (usize, &&str)| {
                scalar(text, like.get(index).or(like.first()))
            };
            parts.iter().enumerate().map(item).collect::<Option<_>>().map(Value::Array)
        }
        Some(Value::Object(like)) => {
            let mut found = Map::new();
            for pair in parts.chunks(2) {
                let [key, text] = pair else { return None };
                let key = decoded(key)?;
                let value = scalar(text, like.get(&key))?;
                found.insert(key, value);
            }
            Some(Value::Object(found))
        }
        like => match parts {
            [text] => scalar(text, like),
            _ => None,
        },
    }
}

fn scalar(text: &str, like: Option<&Value>) -> Option<Value> {
    let text = decoded(text)?;
    match like {
        Some(Value::Number(_) | Value::Bool(_)) => serde_json::from_str(&text).ok(),
        _ => Some(Value::String(text)),
    }
}
