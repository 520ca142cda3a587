//! An operation as the document's plain JSON has it, and arguments drawn for it.

use serde_json::{Value, json};

use super::Arguments;
use super::body::{Body, holds_read_only};
use crate::draw::{self, Dice};
use crate::resolve::pointed;

/// How often a value is drawn until one can be written in its place.
const ATTEMPTS: usize = 40;

/// What the document says of an operation.
#[derive(Debug)]
pub struct Operation<'d> {
    pub(super) root: &'d Value,
    /// The path's template.
    pub(super) path: &'d str,
    /// The method, in capitals.
    pub(super) verb: String,
    /// Its parameters, those of the path among them.
    pub parameters: Vec<Parameter<'d>>,
    /// Its body, as JSON or a form; nothing where it has none or is of another kind.
    pub body: Option<Body<'d>>,
    /// Keys that authorise: where each goes, and its name.
    pub(super) keys: Vec<(&'d str, &'d str)>,
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter<'d> {
    pub(super) name: String,
    pub(super) place: String,
    /// Whether it must be sent.
    pub required: bool,
    pub(super) style: String,
    pub(super) explode: bool,
    pub(super) reserved: bool,
    schema: &'d Value,
}

/// Finds an operation by its method and path.
#[must_use]
pub fn operation<'d>(
    root: &'d Value,
    path: &'d str,
    verb: &str,
) -> Option<Operation<'d>> {
    let item = followed(root, root.get("paths")?.get(path)?)?;
    let operation = item.get(verb.to_ascii_lowercase())?;
    let mut parameters: Vec<Parameter<'d>> = Vec::new();
    for of in [item, operation] {
        for value in of.get("parameters").and_then(Value::as_array).into_iter().flatten()
        {
            let parameter = Parameter::read(followed(root, value)?)?;
            parameters.retain(|known| known.key() != parameter.key());
            parameters.push(parameter);
        }
    }
    let schemes = root.pointer("/components/securitySchemes").and_then(Value::as_object);
    let schemes = schemes.into_iter().flat_map(|schemes| schemes.values());
    let key = |scheme: &'d Value| {
        Some((scheme.get("in")?.as_str()?, scheme.get("name")?.as_str()?))
    };
    let body = operation.get("requestBody").and_then(|body| followed(root, body));
    Some(Operation {
        root,
        path,
        verb: verb.to_owned(),
        parameters,
        body: body
            .and_then(Body::read)
            .filter(|body| !holds_read_only(root, body.schema, 0)),
        keys: schemes.filter_map(key).collect(),
    })
}

fn followed<'d>(root: &'d Value, value: &'d Value) -> Option<&'d Value> {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => pointed(root, reference),
        None => Some(value),
    }
}

impl<'d> Parameter<'d> {
    fn read(value: &'d Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let truth = |key: &str| value.get(key).and_then(Value::as_bool);
        let place = text("in")?;
        let content = value.get("content").and_then(Value::as_object);
        let content = content.and_then(|content| content.values().next());
        let default =
            if matches!(place.as_str(), "query" | "cookie") { "form" } else { "simple" };
        let style = match content {
            Some(_) => "json".to_owned(),
            None => text("style").unwrap_or_else(|| default.to_owned()),
        };
        Some(Self {
            name: text("name")?,
            required: place == "path" || truth("required").unwrap_or_default(),
            explode: truth("explode").unwrap_or(style == "form" || style == "cookie"),
            reserved: truth("allowReserved").unwrap_or_default(),
            schema: content.unwrap_or(value).get("schema")?,
            style,
            place,
        })
    }

    /// What its argument is called: `query limit`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{} {}", self.place, self.name)
    }

    /// Whether the tables say how the value is written, so that it can be read again without doubt.
    fn can_carry(&self, value: &Value) -> bool {
        if self.style == "json" {
            return true;
        }
        let text = |value: &Value| match value {
            Value::String(text) => !text.is_empty() && self.can_carry_text(text),
            Value::Number(number) => self.can_carry_text(&number.to_string()),
            Value::Bool(_) => true,
            _ => false,
        };
        match value {
            Value::Array(items) => {
                !(items.is_empty()
                    || self.style == "deepObject"
                    || (self.place == "cookie" && self.explode))
                    && items.iter().all(text)
            }
            Value::Object(members) => {
                !(members.is_empty() || (self.place == "cookie" && self.explode))
                    && members
                        .iter()
                        .all(|(name, value)| text(value) && self.can_carry_text(name))
            }
            value => text(value),
        }
    }

    /// Characters that stand for themselves and between values alike make a value ambiguous.
    fn can_carry_text(&self, text: &str) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        match (self.place.as_str(), self.style.as_str()) {
            ("header" | "cookie", _) => text.chars().all(plain),
            (_, "label") => !text.contains('.'),
            (_, "spaceDelimited") => !text.contains(' '),
            (_, "pipeDelimited") => !text.contains('|'),
            ("path", _) => text != "." && text != "..",
            _ => !self.reserved || !text.contains([',', '&', '=', '+', '%', '#']),
        }
    }
}

impl Operation<'_> {
    /// Draws arguments: all that are required, and some of the others. Nothing where a required one has no value that can be
    /// written.
    pub fn drawn(&self, dice: &mut Dice) -> Option<Arguments> {
        let mut arguments = Arguments::new();
        for parameter in &self.parameters {
            let drawn =
                self.valid(parameter.schema, dice, |value| parameter.can_carry(value));
            match drawn {
                Some(value) if parameter.required || dice.below(2) == 0 => {
                    arguments.insert(parameter.key(), value);
                }
                None if parameter.required => return None,
                _ => {}
            }
        }
        if let Some(body) = &self.body {
            let drawn = self.valid(body.schema, dice, |value| body.can_carry(value));
            match drawn {
                Some(value) if body.required || dice.below(4) > 0 => {
                    arguments.insert("body".to_owned(), value);
                }
                None if body.required => return None,
                _ => {}
            }
        }
        Some(arguments)
    }

    /// A value that the schema allows and that can be written.
    fn valid(
        &self,
        schema: &Value,
        dice: &mut Dice,
        fits: impl Fn(&Value) -> bool,
    ) -> Option<Value> {
        let whole = json!({
            "allOf": [schema],
            "components": self.root.get("components"),
            "paths": self.root.get("paths"),
        });
        let validator = jsonschema::draft202012::new(&whole).ok()?;
        let mut drawn = (0..ATTEMPTS).map(|_| draw::value(self.root, schema, dice, 0));
        drawn.find(|value| !value.is_null() && fits(value) && validator.is_valid(value))
    }
}
