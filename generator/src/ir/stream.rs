//! Bodies that are items, one after the other.

use serde::Serialize;

use super::{Content, StatusMatch, Type};

/// A body of items, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Items {
    /// Its media type.
    pub media_type: String,
    /// How the items stand in it.
    pub framing: Framing,
    /// The type of an item.
    pub ty: Type,
}

/// How items stand in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Framing {
    /// As JSON, one in each line.
    Lines,
    /// As a sequence of JSON texts (RFC 7464).
    Sequence,
    /// As the data of server-sent events, in JSON.
    Events,
    /// As the data of server-sent events, in text.
    TextEvents,
    /// As server-sent events, whose fields are the properties of an object; the data is JSON where it is an object or array.
    WholeEvents,
    /// As server-sent events, whose fields are the properties of an object; the data is text.
    WholeTextEvents,
}

/// A stream that an operation answers with when it is asked for one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlsoStreams {
    /// The statuses.
    pub statuses: Vec<StatusMatch>,
    /// The items.
    pub content: Content,
}

impl Content {
    /// The type of the value, or of each item, where there is one.
    #[must_use]
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json(ty) => Some(ty),
            Self::Xml(body) => Some(&body.ty),
            Self::Items(items) => Some(&items.ty),
            Self::Empty | Self::Text | Self::Bytes | Self::ByteStream => None,
        }
    }

    /// Whether it is handed on as it comes.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::ByteStream | Self::Items(_))
    }
}
