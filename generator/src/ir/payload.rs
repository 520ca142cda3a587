//! What a call sends and what comes back.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{AlsoStreams, Definition, Docs, Items, Type, XmlBody};
use crate::name::{TypeName, ValueName};

/// A parameter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a keyword of the specification"
)]
pub struct Param {
    /// The argument, or the setter on the request.
    pub name: ValueName,
    /// The parameter's name.
    pub wire: String,
    /// Where it travels.
    pub place: ParamPlace,
    /// How it is written.
    pub style: ParamStyle,
    /// Whether lists and objects are written apart.
    pub explode: bool,
    /// Whether reserved characters (RFC 3986, 2.2) are sent as they are.
    pub allow_reserved: bool,
    /// Whether there must be one.
    pub required: bool,
    /// The type of its value.
    pub ty: Type,
    /// How its properties are written, where it is the whole query as a form and they are not written by the default.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FormField>,
    /// What the document says of it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// The document's own example, where the type has such a value: a JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
}

/// Where a parameter travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum ParamPlace {
    /// In the path.
    Path,
    /// In the query string.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
    /// It is the query string (3.2).
    Querystring,
    /// In a header of each part that this property of the body is sent as.
    Part(String),
}

/// How a parameter's value is written (OpenAPI 3.2.0, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ParamStyle {
    /// `matrix`.
    Matrix,
    /// `label`.
    Label,
    /// `simple`.
    Simple,
    /// `form`.
    Form,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
    /// `cookie` (3.2).
    Cookie,
    /// A form (`content` with `application/x-www-form-urlencoded`), in a query string alone.
    Urlencoded,
    /// A JSON text (`content` with a JSON media type).
    Json,
}

/// A request body.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// Whether there must be one.
    pub required: bool,
    /// Its media type; of bytes it may be a range.
    pub media_type: String,
    /// The media types that it may be called by instead, each with the setter that says so; of a range, callers say more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<(Option<ValueName>, String)>,
    /// What it is.
    pub kind: BodyKind,
    /// What the document says of it.
    pub docs: Docs,
    /// The document's own example, where the type has such a value: a JSON text.
    pub sample: Option<String>,
}

impl Body {
    /// Its media type and those that it may be called by instead, with commas between them.
    #[must_use]
    pub fn media_types(&self) -> String {
        let instead = self.instead.iter().map(|(_, media_type)| media_type.as_str());
        std::iter::once(self.media_type.as_str())
            .chain(instead)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// A media type for examples, where callers must tell one of a range.
    #[must_use]
    pub fn told_media_type(&self) -> Option<&'static str> {
        let kind = self.media_type.split_once("/*")?.0;
        Some(match kind {
            "image" => "image/png",
            "audio" => "audio/mpeg",
            "video" => "video/mp4",
            _ => "application/octet-stream",
        })
    }
}

/// What a request body is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum BodyKind {
    /// A value as JSON.
    Json(Type),
    /// The properties of a value as `application/x-www-form-urlencoded`.
    Form(Form),
    /// The properties of a value as parts of `multipart/form-data`.
    Multipart(Form),
    /// A value as XML.
    Xml(XmlBody),
    /// Text.
    Text,
    /// Bytes, at hand or as they are made.
    Bytes,
    /// Items, at hand or as they are made.
    Items(Items),
}

impl BodyKind {
    /// The type of the value, where there is one.
    #[must_use]
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json(ty) => Some(ty),
            Self::Form(form) | Self::Multipart(form) => Some(&form.ty),
            Self::Xml(body) => Some(&body.ty),
            Self::Items(items) => Some(&items.ty),
            Self::Text | Self::Bytes => None,
        }
    }

    /// The headers of its parts, where there are some that are not the caller's alone.
    #[must_use]
    pub fn part_headers(&self) -> &[PartHeader] {
        match self {
            Self::Multipart(form) => &form.headers,
            _ => &[],
        }
    }

    /// How its properties are written, where it is a form or in parts.
    #[must_use]
    pub fn fields(&self) -> &[FormField] {
        match self {
            Self::Form(form) | Self::Multipart(form) => &form.fields,
            Self::Json(_) | Self::Xml(_) | Self::Text | Self::Bytes | Self::Items(_) => {
                &[]
            }
        }
    }
}

/// A body that is written property by property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Form {
    /// The type of the value.
    pub ty: Type,
    /// The properties that are not written by the default, in the order of the document.
    pub fields: Vec<FormField>,
    /// The headers of parts that are not the caller's alone, in the order of the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<PartHeader>,
}

/// A header of a part: one that the document has a value for, or one that must not be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartHeader {
    /// The property that the part is of.
    pub part: String,
    /// The header's name.
    pub wire: String,
    /// What it says unless the caller sets it; without it, the caller must.
    pub value: Option<String>,
}

/// How one property of a form is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// The property's name.
    pub wire: String,
    /// The way.
    pub way: FormWay,
}

/// How a property of a form is written, where it is not by the default: a primitive as text, each item of an array by
/// itself, an object as JSON, a file as its bytes (OpenAPI 3.1.1, 4.8.15.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum FormWay {
    /// As JSON, under this media type.
    Json(String),
    /// By the default, under this media type.
    Content(String),
    /// By a style, as a parameter of the query.
    Style {
        /// The style.
        style: ParamStyle,
        /// Whether lists and objects are written apart.
        explode: bool,
        /// Whether reserved characters (RFC 3986, 2.2) are sent as they are.
        allow_reserved: bool,
    },
}

/// What comes back from a call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// What the caller gets when it was done.
    pub success: Answer,
    /// What the caller gets when it was not: the error type of the operation.
    pub failure: Answer,
    /// What the caller gets in place of a success when a stream is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<AlsoStreams>,
    /// The media types of the successes that are JSON by another name than `application/json`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub json_types: BTreeSet<String>,
}

impl Outcome {
    /// Each body that the operation's own text names.
    pub fn named_contents(&self) -> impl Iterator<Item = &Content> {
        let also = self.also.iter().map(|also| &also.content);
        self.success.named_contents().chain(self.failure.named_contents()).chain(also)
    }

    /// Each body that may come back.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let also = self.also.iter().map(|also| &also.content);
        self.success.contents().chain(self.failure.contents()).chain(also)
    }
}

impl Answer {
    /// Each body that the operation's own text names: not those of an enum that is written elsewhere.
    pub fn named_contents(&self) -> impl Iterator<Item = &Content> {
        self.contents().filter(|_| !self.is_elsewhere())
    }

    /// Whether it is an enum that is written with another operation.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        match self {
            Self::One { .. } => false,
            Self::Several { definition, .. } => definition.is_elsewhere(),
        }
    }

    /// Each body of the answer.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let (one, several) = match self {
            Self::One { content, .. } => (Some(content), &[][..]),
            Self::Several { arms, .. } => (None, arms.as_slice()),
        };
        one.into_iter().chain(several.iter().map(|arm| &arm.content))
    }
}

/// What comes back, by status.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Answer {
    /// One type, whatever the status of those that are documented.
    One {
        /// The statuses.
        statuses: Vec<StatusMatch>,
        /// The body they share.
        content: Content,
        /// What the document says of the first.
        docs: Docs,
        /// A sample body, a JSON text.
        sample: Option<String>,
    },
    /// An enum with a variant for each.
    Several {
        /// The enum.
        name: TypeName,
        /// Where it is written.
        #[serde(skip_serializing_if = "Definition::is_own")]
        definition: Definition,
        /// Its variants.
        arms: Vec<Arm>,
    },
}

/// A documented status and what comes with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Arm {
    /// The variant.
    pub name: TypeName,
    /// The status.
    pub status: StatusMatch,
    /// The body.
    pub content: Content,
    /// What the document says of it.
    pub docs: Docs,
    /// A sample body, a JSON text.
    pub sample: Option<String>,
}

/// Which statuses are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum StatusMatch {
    /// One.
    Exact(u16),
    /// A hundred of them, by the first digit.
    Range(u8),
    /// Any that is not otherwise documented.
    Any,
}

/// What a response's body is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Content {
    /// Nothing that is read.
    Empty,
    /// A value as JSON.
    Json(Type),
    /// A value as XML.
    Xml(XmlBody),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// Bytes, as they come.
    ByteStream,
    /// Items, as they come.
    Items(Items),
}
