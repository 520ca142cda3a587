//! A form or a body of parts, read into the type of its operation.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::pairs::{self, decoded};
use super::parts::{Part, parts};
use super::problem::Problem;
use super::tree::{Reason, Tree};

/// A form or a body of parts.
#[derive(Debug)]
#[must_use = "a form is read by `required` or `optional`"]
pub struct Form {
    sent: Result<Option<Vec<(String, Tree)>>, Problem>,
    fields: Vec<(&'static str, Way)>,
}

/// How a property is written, where it is not by the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Json,
    Exploded,
    Joined(&'static str),
    DeepObject,
}

impl Form {
    /// A form of names and values (URL Standard, 5.1).
    pub(super) fn urlencoded(body: Result<Option<&Bytes>, Problem>) -> Self {
        let read = |body: &Bytes| entries(&String::from_utf8_lossy(body));
        Self::of(body.map(|body| body.map(read)))
    }

    /// A query that is a form.
    pub(super) fn query(text: &str) -> Self {
        Self::of(Ok((!text.is_empty()).then(|| entries(text))))
    }

    /// A body of parts (RFC 7578).
    pub(super) fn multipart(
        body: Result<Option<&Bytes>, Problem>,
        content_type: &str,
    ) -> Self {
        let read = |body: Option<&Bytes>| match body {
            Some(body) => {
                let parts = parts(body, content_type).map_err(broken)?;
                parts.into_iter().map(entry).collect::<Result<_, _>>().map(Some)
            }
            None => Ok(None),
        };
        Self::of(body.and_then(read))
    }

    fn of(sent: Result<Option<Vec<(String, Tree)>>, Problem>) -> Self {
        Self { sent, fields: Vec::new() }
    }

    /// A property that is JSON.
    pub fn json(self, name: &'static str) -> Self {
        self.field(name, Way::Json)
    }

    /// A property of `style: form`, `explode: true`.
    pub fn exploded(self, name: &'static str) -> Self {
        self.field(name, Way::Exploded)
    }

    /// A property of `style: form`, `explode: false`.
    pub fn joined(self, name: &'static str) -> Self {
        self.field(name, Way::Joined(","))
    }

    /// A property of `style: spaceDelimited`.
    pub fn space_delimited(self, name: &'static str) -> Self {
        self.field(name, Way::Joined(" "))
    }

    /// A property of `style: pipeDelimited`.
    pub fn pipe_delimited(self, name: &'static str) -> Self {
        self.field(name, Way::Joined("|"))
    }

    /// A property of `style: deepObject`.
    pub fn deep_object(self, name: &'static str) -> Self {
        self.field(name, Way::DeepObject)
    }

    /// The value. A form without a property is one without a body: nothing tells them apart.
    ///
    /// # Errors
    ///
    /// When it has another content type, or is not of its type.
    pub fn required<T: DeserializeOwned>(self) -> Result<T, Problem> {
        let Self { sent, fields } = self;
        read(sent?.unwrap_or_default(), &fields)
    }

    /// The value, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type, or is not of its type.
    pub fn optional<T: DeserializeOwned>(self) -> Result<Option<T>, Problem> {
        let Self { sent, fields } = self;
        sent?.map(|entries| read(entries, &fields)).transpose()
    }

    fn field(mut self, name: &'static str, way: Way) -> Self {
        self.fields.push((name, way));
        self
    }
}

/// The names and values of a form.
fn entries(text: &str) -> Vec<(String, Tree)> {
    let pairs = pairs::query(text).into_iter();
    pairs
        .map(|pair| (decoded(&pair.name), decoded(&pair.value)))
        .map(|(name, value)| (name, Tree::Loose(value)))
        .collect()
}

fn read<T: DeserializeOwned>(
    entries: Vec<(String, Tree)>,
    fields: &[(&'static str, Way)],
) -> Result<T, Problem> {
    let mut tree = Tree::Map(Vec::new());
    for (name, way) in fields {
        // The properties of an exploded object stand beside all others, which its type skips.
        let is_spread =
            *way == Way::Exploded && !entries.iter().any(|(key, _)| key == name);
        if is_spread && !entries.is_empty() {
            tree.add(&[(*name).to_owned()], Tree::Map(entries.clone()));
        }
    }
    for (name, value) in entries {
        let is_deep = |field: &str| {
            name.strip_prefix(field).is_some_and(|rest| rest.starts_with('['))
        };
        let field = fields.iter().find(|(field, way)| {
            *field == name || (*way == Way::DeepObject && is_deep(field))
        });
        match field {
            Some((field, Way::DeepObject)) => tree.add(&path(field, &name), value),
            Some((_, Way::Joined(between))) => tree.add(&[name], value.split(between)),
            Some((_, Way::Json)) => tree.add(&[name], value.json().map_err(broken)?),
            Some((_, Way::Exploded)) | None => tree.add(&[name], value),
        }
    }
    T::deserialize(tree).map_err(broken)
}

/// The keys of a name: `["a", "b", "0"]` for `a[b][0]`.
fn path(field: &str, name: &str) -> Vec<String> {
    let rest = name.strip_prefix(field).unwrap_or_default();
    let rest = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let keys = rest.into_iter().flat_map(|rest| rest.split("][")).map(str::to_owned);
    std::iter::once(field.to_owned()).chain(keys).collect()
}

fn entry(part: Part) -> Result<(String, Tree), Problem> {
    let Part {
        name,
        file_name,
        content_type,
        content,
        ..
    } = part;
    let Some(file_name) = file_name else {
        let text = String::from_utf8(content.to_vec());
        let text = text.map_err(|_| Reason(format!("the part `{name}` is not UTF-8")));
        return Ok((name, Tree::Loose(text.map_err(broken)?)));
    };
    let mut file = vec![("file_name".to_owned(), Tree::Text(file_name))];
    file.extend(content_type.map(|text| ("content_type".to_owned(), Tree::Text(text))));
    file.push(("content".to_owned(), Tree::Bytes(content)));
    Ok((name, Tree::File(file)))
}

fn broken(Reason(reason): Reason) -> Problem {
    Problem::new(400, format!("the body: {reason}"))
}
