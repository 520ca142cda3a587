//! Headers of the parts of a body, which a caller may set after the body itself.

use std::fmt::Write;

use reqwest::header::HeaderValue;
use serde::Serialize;

use super::field::FormField;
use super::multipart::read;
use super::pairs::Pair;
use crate::runtime::call::Call;
use crate::runtime::encode::Place;
use crate::runtime::style::Param;

/// A header of a part that the document asks for.
///
/// Mail's parts have any header, those of a form have but three (RFC 7578, 4.8). A document that
/// describes others has a server that reads them.
#[derive(Debug, Clone, Copy)]
pub struct PartHeader {
    part: &'static str,
    name: &'static str,
    value: Option<&'static str>,
}

/// A body of parts, and the headers that were set so far.
#[derive(Clone, Default)]
pub(in crate::runtime) struct Waiting {
    pairs: Vec<Pair>,
    asked: &'static [PartHeader],
    set: Vec<Set>,
    has_body: bool,
}

/// A header that the caller set.
#[derive(Clone)]
struct Set {
    part: &'static str,
    name: &'static str,
    value: String,
}

impl PartHeader {
    /// A header with this value, unless the caller sets another one.
    #[must_use]
    pub const fn with(
        part: &'static str,
        name: &'static str,
        value: &'static str,
    ) -> Self {
        Self {
            part,
            name,
            value: Some(value),
        }
    }

    /// A header that the caller must set where the part is sent.
    #[must_use]
    pub const fn required(part: &'static str, name: &'static str) -> Self {
        Self { part, name, value: None }
    }
}

impl Call {
    /// Sets a body as [`multipart`](Self::multipart) does, whose parts have headers. It is put
    /// together when the call is sent, so that they can be set in any order.
    pub fn multipart_with_headers(
        mut self,
        body: impl Serialize,
        fields: &[FormField],
        headers: &'static [PartHeader],
    ) -> Self {
        match read(body, fields) {
            Ok(pairs) => {
                let waiting = &mut self.parts.waiting;
                waiting.pairs = pairs;
                waiting.asked = headers;
                waiting.has_body = true;
            }
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
        self
    }

    /// Sets a header of each part of a property. A parameter without a value sets none.
    pub fn part_header(
        mut self,
        part: &'static str,
        name: &'static str,
        param: Param,
    ) -> Self {
        match param.write(name, Place::Header) {
            Ok(written) if written.is_nothing() => {}
            Ok(written) => self.set_part_header(part, name, written.text()),
            Err(error) => {
                self.refuse(format!(
                    "the header `{name}` of the part `{part}`: {error}"
                ));
            }
        }
        self
    }

    /// Puts the body together, now that its headers are known.
    pub(in crate::runtime) fn joined(mut self) -> Self {
        let waiting = std::mem::take(&mut self.parts.waiting);
        if waiting.has_body {
            match waiting.complete() {
                Ok(pairs) => self.pairs(&pairs),
                Err(problem) => self.refuse(problem),
            }
        }
        self
    }

    fn set_part_header(
        &mut self,
        part: &'static str,
        name: &'static str,
        value: String,
    ) {
        if HeaderValue::from_str(&value).is_err() {
            return self.refuse(format!(
                "the header `{name}` of the part `{part}` has a character that no header can have, such as a line end"
            ));
        }
        let set = &mut self.parts.waiting.set;
        set.retain(|known| !(known.part == part && known.name == name));
        set.push(Set { part, name, value });
    }
}

impl Waiting {
    /// The parts with their headers; else which one is missing.
    fn complete(self) -> Result<Vec<Pair>, String> {
        let Self { mut pairs, asked, set, .. } = self;
        for pair in &mut pairs {
            let property = pair.property.as_str();
            let own = set.iter().filter(|set| set.part == property);
            let own: Vec<(&str, &str)> =
                own.map(|set| (set.name, set.value.as_str())).collect();
            let mut lines = String::new();
            for asked in asked.iter().filter(|asked| asked.part == property) {
                let is_set = own.iter().any(|(name, _)| *name == asked.name);
                match asked.value {
                    _ if is_set => {}
                    Some(value) => write_line(&mut lines, asked.name, value),
                    None => {
                        let PartHeader { part, name, .. } = asked;
                        return Err(format!(
                            "the part `{part}` needs the header `{name}`, which was not set"
                        ));
                    }
                }
            }
            for (name, value) in own {
                write_line(&mut lines, name, value);
            }
            pair.headers = lines;
        }
        Ok(pairs)
    }
}

fn write_line(lines: &mut String, name: &str, value: &str) {
    // Writing to a text cannot fail.
    let _ = write!(lines, "{name}: {value}\r\n");
}
