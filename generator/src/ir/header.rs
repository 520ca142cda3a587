//! The headers that an operation's answers are described with.

use serde::Serialize;

use super::{Definition, Docs, StatusMatch, Type};
use crate::name::{TypeName, ValueName};

/// The headers of an operation's successes, or of its failures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeaderSet {
    /// The type that reads them.
    pub name: TypeName,
    /// Whether they are those of the failures.
    pub of_failure: bool,
    /// Where it is written.
    #[serde(skip_serializing_if = "Definition::is_own")]
    pub definition: Definition,
    /// The headers, in the order of the document.
    pub headers: Vec<Header>,
}

/// A header of an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// The method that reads it.
    pub name: ValueName,
    /// Its name.
    pub wire: String,
    /// Whether it is there with each of the answers that are described.
    pub required: bool,
    /// The type of its value.
    pub ty: Type,
    /// How its value is written.
    pub way: HeaderWay,
    /// What the document says of it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// The statuses that it must come with.
    pub needed: Vec<StatusMatch>,
    /// A value as it is written, for mocks.
    pub sample: Option<String>,
}

/// How the value of a header is written: by the style `simple`, or as its media type says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum HeaderWay {
    /// Items, names and values with commas between them.
    Joined,
    /// The same, but for an equals sign between a name and its value.
    Exploded,
    /// As JSON.
    Json,
    /// Each line by itself: `Set-Cookie` (RFC 9110, 5.3).
    Lines,
}
