//! A parameter of a request, read in its style.

use serde::de::DeserializeOwned;

use super::pairs::Pair;
use super::problem::Problem;
use super::split;
use super::tree::{Reader, Reason};
use crate::runtime::json;

/// A parameter of a request.
#[derive(Debug)]
#[must_use = "a parameter is read by `required` or `optional`"]
pub struct Argument {
    pub(super) name: &'static str,
    place: &'static str,
    pub(super) style: Style,
    pub(super) exploded: bool,
    /// Whether values are percent-encoded: everywhere but in headers.
    pub(super) encoded: bool,
    /// Whether it is an object whose properties are parameters themselves.
    spread: bool,
    pub(super) sent: Sent,
}

/// How a parameter is written (OpenAPI 3.2.0, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `style: matrix`.
    Matrix,
    /// `style: label`.
    Label,
    /// `style: simple`.
    Simple,
    /// `style: form`.
    Form,
    /// `style: spaceDelimited`.
    SpaceDelimited,
    /// `style: pipeDelimited`.
    PipeDelimited,
    /// `style: deepObject`.
    DeepObject,
    /// A JSON text.
    Json,
}

/// Where a parameter is looked for.
#[derive(Debug)]
pub(super) enum Sent {
    /// In one text, when there is one.
    Text(Option<String>),
    /// Among names and values.
    Pairs(Vec<Pair>),
}

impl Argument {
    pub(super) fn in_path(name: &'static str, text: Option<&str>) -> Self {
        let sent = Sent::Text(text.map(str::to_owned));
        Self::new("path parameter", name, sent)
    }

    pub(super) fn in_header(name: &'static str, text: Option<String>) -> Self {
        Self {
            encoded: false,
            ..Self::new("header", name, Sent::Text(text))
        }
    }

    pub(super) fn in_query(name: &'static str, pairs: Vec<Pair>) -> Self {
        let argument = Self::new("query parameter", name, Sent::Pairs(pairs));
        Self {
            style: Style::Form,
            exploded: true,
            ..argument
        }
    }

    pub(super) fn in_cookie(name: &'static str, pairs: Vec<Pair>) -> Self {
        Self {
            place: "cookie",
            ..Self::in_query(name, pairs)
        }
    }

    fn new(place: &'static str, name: &'static str, sent: Sent) -> Self {
        Self {
            name,
            place,
            style: Style::Simple,
            exploded: false,
            encoded: true,
            spread: false,
            sent,
        }
    }

    /// Sets the style.
    pub fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Sets `explode`.
    pub fn explode(self, exploded: bool) -> Self {
        Self { exploded, ..self }
    }

    /// Says that this is an exploded object, whose properties are parameters themselves.
    pub fn spread(self) -> Self {
        Self { spread: true, ..self }
    }

    /// Says that another parameter is none of its properties.
    pub fn besides(mut self, other: &str) -> Self {
        if let Sent::Pairs(pairs) = &mut self.sent {
            pairs.retain(|pair| !pair.is(other));
        }
        self
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// When it is missing, or not of its type.
    pub fn required<T: DeserializeOwned>(self) -> Result<T, Problem> {
        if self.is_there() {
            return self.read();
        }
        Err(Problem::new(400, format!("the {} `{}` is missing", self.place, self.name)))
    }

    /// The value, when there is one.
    ///
    /// # Errors
    ///
    /// When it is not of its type.
    pub fn optional<T: DeserializeOwned>(self) -> Result<Option<T>, Problem> {
        if self.is_there() { self.read().map(Some) } else { Ok(None) }
    }

    fn is_there(&self) -> bool {
        match &self.sent {
            Sent::Text(text) => text.is_some(),
            Sent::Pairs(pairs) if self.spread => !pairs.is_empty(),
            Sent::Pairs(pairs) => {
                let deep = self.style == Style::DeepObject;
                let is_mine = |pair: &Pair| {
                    pair.is(self.name)
                        || (deep && split::deep_path(pair, self.name).is_some())
                };
                pairs.iter().any(is_mine)
            }
        }
    }

    fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let read = if self.style == Style::Json {
            let text = split::text(self);
            json::decode(text.as_bytes()).map_err(|mismatch| {
                // It is a parameter, not a body.
                mismatch.to_string().replace("the body", "the text")
            })
        } else {
            T::deserialize(Reader(self)).map_err(|Reason(reason)| reason)
        };
        read.map_err(|reason| {
            Problem::new(400, format!("the {} `{}`: {reason}", self.place, self.name))
        })
    }
}
