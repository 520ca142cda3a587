//! The headers of an answer, and how a value is found among them.

use std::fmt;

use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use super::reason::Reason;
use super::text::{Lines, Text};
use crate::runtime::error::Error;
use crate::runtime::mismatch::{Mismatch, MismatchKind};
use crate::runtime::response::Response;

/// The headers of an answer, which the types of their operation read.
#[derive(Clone, Copy)]
pub struct Described<'a> {
    headers: &'a HeaderMap,
}

/// How the value of a header is written (`OpenAPI` 3.2.0, "Style Examples").
#[derive(Clone, Copy, PartialEq)]
pub enum Way {
    /// Items, names and values with commas between them.
    Joined,
    /// The same, but for an equals sign between a name and its value.
    Exploded,
    /// As JSON.
    Json,
    /// Each line is an item.
    Lines,
}

impl<'a> Described<'a> {
    /// The headers of a success.
    #[must_use]
    pub fn of_response<T>(response: &'a Response<T>) -> Self {
        Self {
            headers: response.headers(),
        }
    }

    /// The headers that an error keeps of its answer, where there was one.
    #[must_use]
    pub fn of_error<E>(error: &'a Error<E>) -> Option<Self> {
        error.headers().map(|headers| Self { headers })
    }

    /// The value of a header that may be missing.
    ///
    /// # Errors
    ///
    /// When it is there and has another shape than documented.
    pub fn optional<T: DeserializeOwned>(
        self,
        name: &str,
        way: Way,
    ) -> Result<Option<T>, Mismatch> {
        let lines = self.lines(name).map_err(|reason| mismatch(name, &reason))?;
        if lines.is_empty() {
            return Ok(None);
        }
        let value = match way {
            Way::Lines => T::deserialize(Lines(lines)),
            // Several lines of a header are one list (RFC 9110, 5.3).
            Way::Joined => T::deserialize(Text::joined(lines.join(", "))),
            Way::Exploded => T::deserialize(Text::exploded(lines.join(", "))),
            Way::Json => serde_json::from_str(&lines.join(", "))
                .map_err(|_| Reason("it is not the JSON that is expected")),
        };
        value.map(Some).map_err(|reason| mismatch(name, &reason))
    }

    /// The value of a header that must be there.
    ///
    /// # Errors
    ///
    /// When it is missing, or has another shape than documented.
    pub fn required<T: DeserializeOwned>(
        self,
        name: &str,
        way: Way,
    ) -> Result<T, Mismatch> {
        self.optional(name, way)?.ok_or_else(|| {
            let message = format!("the header `{name}` is missing");
            Mismatch::new(MismatchKind::Header, message)
        })
    }

    fn lines(self, name: &str) -> Result<Vec<String>, Reason> {
        let values = self.headers.get_all(name).iter();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec());
        let lines = values.map(|value| text(value.as_bytes()));
        lines.collect::<Result<_, _>>().map_err(|_| Reason("it is not UTF-8"))
    }
}

/// What is told of a value: never the value, which may be a secret.
fn mismatch(name: &str, reason: &Reason) -> Mismatch {
    let message = format!("the header `{name}` is not as documented: {reason}");
    Mismatch::new(MismatchKind::Header, message)
}

impl fmt::Debug for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.headers.keys()).finish()
    }
}
