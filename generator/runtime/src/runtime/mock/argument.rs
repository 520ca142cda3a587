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
    pub(super) is_exploded: bool,
    /// Whether values are percent-encoded: everywhere but in headers.
    pub(super) encoded: bool,
    /// Whether it is an object whose properties are parameters themselves.
    is_spread: bool,
    pub(super) sent: Sent,
}

/// How a parameter is written (OpenAPI 3.2.0, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
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

    #[cfg(feature = "part-headers")]
    pub(super) fn in_part(name: &'static str, text: Option<String>) -> Self {
        Self {
            place: "header of a part",
            ..Self::in_header(name, text)
        }
    }

    pub(super) fn in_query(name: &'static str, pairs: Vec<Pair>) -> Self {
        let argument = Self::new("query parameter", name, Sent::Pairs(pairs));
        Self {
            style: Style::Form,
            is_exploded: true,
            ..argument
        }
    }

    pub(super) fn in_cookie(name: &'static str, pairs: Vec<Pair>) -> Self {
        Self {
            place: "cookie",
            ..Self::in_query(name, pairs)
        }
    }

    pub(super) fn whole_query(name: &'static str, text: Option<&str>) -> Self {
        Self {
            place: "query",
            ..Self::in_path(name, text)
        }
    }

    fn new(place: &'static str, name: &'static str, sent: Sent) -> Self {
        Self {
            name,
            place,
            style: Style::Simple,
            is_exploded: false,
            encoded: true,
            is_spread: false,
            sent,
        }
    }

    /// `style: matrix`.
    pub fn matrix(self) -> Self {
        self.style(Style::Matrix)
    }

    /// `style: label`.
    pub fn label(self) -> Self {
        self.style(Style::Label)
    }

    /// `style: simple`.
    pub fn simple(self) -> Self {
        self.style(Style::Simple)
    }

    /// `style: form`.
    pub fn form(self) -> Self {
        self.style(Style::Form)
    }

    /// `style: spaceDelimited`.
    pub fn space_delimited(self) -> Self {
        self.style(Style::SpaceDelimited)
    }

    /// `style: pipeDelimited`.
    pub fn pipe_delimited(self) -> Self {
        self.style(Style::PipeDelimited)
    }

    /// `style: deepObject`.
    pub fn deep_object(self) -> Self {
        self.style(Style::DeepObject)
    }

    /// `style: cookie`: nothing is percent-encoded.
    pub fn plain(self) -> Self {
        Self {
            encoded: false,
            ..self.style(Style::Form)
        }
    }

    /// A JSON text (`content` with a JSON media type).
    pub fn json_text(self) -> Self {
        self.style(Style::Json)
    }

    /// `explode: true`.
    pub fn exploded(self) -> Self {
        Self { is_exploded: true, ..self }
    }

    /// `explode: false`.
    pub fn joined(self) -> Self {
        Self { is_exploded: false, ..self }
    }

    /// Says that this is an exploded object, whose properties are parameters themselves.
    pub fn spread(self) -> Self {
        Self { is_spread: true, ..self }
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

    fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    fn is_there(&self) -> bool {
        match &self.sent {
            Sent::Text(text) => text.is_some(),
            Sent::Pairs(pairs) if self.is_spread => !pairs.is_empty(),
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
