//! Types of values.

use serde::Serialize;

use super::{Behind, Docs, Mapped, TypePath, Union};
use crate::diagnostic::Span;
use crate::name::{ModuleName, TypeName, ValueName};

/// The position of a type in [`Api::types`](super::Api::types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypeId(pub u32);

/// The type of a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Type {
    /// Text, or a value with a textual format.
    Text(Format),
    /// `true` or `false`.
    Bool,
    /// An integer.
    Integer(Width),
    /// A float of 64 bits.
    F64,
    /// Any JSON value: the document says nothing about it.
    Any,
    /// A file, which only a part of `multipart/form-data` can hold.
    File,
    /// A type of another crate.
    Mapped(Box<Mapped>),
    /// A type with a name of its own.
    Named(TypeId),
    /// One that would otherwise hold itself.
    Boxed(TypeId),
    /// An array.
    List(Box<Type>),
    /// An array of a fixed length, each of whose items has a type of its own; at least one.
    Tuple(Vec<Type>),
    /// An object whose property names are free.
    Map(Box<Type>),
    /// A value or `null`.
    Nullable(Box<Type>),
}

impl Type {
    /// The types that it is put together out of, without names in between.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => {
                std::slice::from_ref(inner)
            }
            Self::Tuple(items) => items,
            Self::Text(_)
            | Self::Bool
            | Self::Integer(_)
            | Self::F64
            | Self::Any
            | Self::File
            // What stands for it in the document is not in the crate.
            | Self::Mapped(_)
            | Self::Named(_)
            | Self::Boxed(_) => &[],
        }
    }

    /// The same, to be changed.
    pub fn parts_mut(&mut self) -> &mut [Self] {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => {
                std::slice::from_mut(inner)
            }
            Self::Tuple(items) => items,
            _ => &mut [],
        }
    }

    /// Whether it is a file, or files.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.leaves().any(|leaf| *leaf == Self::File)
    }

    /// The type with its aliases looked through; a circle of aliases, which `lower` opens, ends after one round.
    #[must_use]
    pub fn resolved<'a>(&'a self, types: &'a [TypeDef]) -> &'a Self {
        let mut ty = self;
        for _ in 0..=types.len() {
            match ty {
                Self::Named(id) => match &types[id.0 as usize].shape {
                    Shape::Alias(inner) => ty = inner,
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        ty
    }
}

/// How wide an integer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Width {
    /// Signed, of 8 bits.
    I8,
    /// Signed, of 16 bits.
    I16,
    /// Signed, of 32 bits.
    I32,
    /// Signed, of 64 bits.
    I64,
    /// Signed, of 128 bits.
    I128,
    /// Unsigned, of 8 bits.
    U8,
    /// Unsigned, of 16 bits.
    U16,
    /// Unsigned, of 32 bits.
    U32,
    /// Unsigned, of 64 bits.
    U64,
    /// Unsigned, of 128 bits.
    U128,
}

/// What a string holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Format {
    /// Any text.
    Plain,
    /// A secret, never shown.
    Secret,
    /// `full-date` (RFC 3339, 5.6).
    Date,
    /// `date-time` (RFC 3339, 5.6).
    DateTime,
    /// `partial-time` (RFC 3339, 5.6).
    LocalTime,
    /// `full-date` and `partial-time` (RFC 3339, 5.6).
    LocalDateTime,
    /// `duration` (RFC 3339, appendix A).
    Duration,
    /// RFC 9562.
    Uuid,
    /// Bytes as base64 (RFC 4648, 4).
    Base64,
    /// Bytes as base64 for URLs (RFC 4648, 5).
    Base64Url,
}

impl Format {
    /// A text that has the format, where not every text does.
    #[must_use]
    pub fn sample(self) -> Option<&'static str> {
        match self {
            Self::Plain | Self::Secret => None,
            Self::Date => Some("2026-01-31"),
            Self::DateTime => Some("2026-01-31T12:00:00Z"),
            Self::LocalTime => Some("12:00:00"),
            Self::LocalDateTime => Some("2026-01-31T12:00:00"),
            Self::Duration => Some("PT1H"),
            Self::Uuid => Some("123e4567-e89b-42d3-a456-426614174000"),
            Self::Base64 | Self::Base64Url => Some("Y29udGVudA=="),
        }
    }
}

/// A type with a name of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeDef {
    /// Its name.
    pub name: TypeName,
    /// The module it stands in.
    pub module: ModuleName,
    /// What the document says of it.
    pub docs: Docs,
    /// The document's own name for it, or the place it was found at.
    pub title: String,
    /// `deprecated`.
    pub deprecated: bool,
    /// Which way its values travel.
    pub direction: Direction,
    /// The traits that it has beside its own, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derives: Vec<TypePath>,
    /// The features that it stands behind.
    #[serde(skip_serializing_if = "Behind::is_nothing")]
    pub behind: Behind,
    /// What it is.
    pub shape: Shape,
    /// Where it stands in the document.
    #[serde(skip)]
    pub origin: Span,
}

/// Which way values travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Direction {
    /// The caller sends them.
    pub sent: bool,
    /// The server sends them.
    pub received: bool,
}

/// What a named type is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Shape {
    /// An object with known properties.
    Struct(Struct),
    /// A string out of a list.
    Enumeration(Enumeration),
    /// One of several values.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

/// An object with known properties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Struct {
    /// The properties, in the order of the document.
    pub fields: Vec<Field>,
    /// The field for properties the document does not name, where it says what they are.
    pub rest: Option<(ValueName, Type)>,
    /// Whether an object may stand within one of its kind, at any depth.
    pub nests: bool,
}

/// A property.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// The field.
    pub name: ValueName,
    /// The property's name.
    pub wire: String,
    /// The type of its value when there is one.
    pub ty: Type,
    /// Whether there must be one.
    pub presence: Presence,
    /// Which way it may travel.
    pub access: Access,
    /// Whether callers owe it although it may be absent: one that is `writeOnly` is required of what they send, and what is
    /// received lacks it.
    pub owed: bool,
    /// Whether requests are sent without it although there may be a value: it is `readOnly`.
    pub left_out: bool,
    /// What the document says of it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
}

impl Field {
    /// Whether it may be absent.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        matches!(self.presence, Presence::Optional | Presence::OptionalNullable)
    }

    /// Whether its value may be `null`.
    #[must_use]
    pub fn may_be_null(&self) -> bool {
        matches!(self.presence, Presence::RequiredNullable | Presence::OptionalNullable)
    }

    /// Whether a value is not made without it.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        self.owed || !self.is_optional()
    }
}

/// Whether a property must be there, and whether it may be `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Presence {
    /// Always there, never `null`.
    Required,
    /// Always there, perhaps `null`.
    RequiredNullable,
    /// Perhaps absent.
    Optional,
    /// Perhaps absent, perhaps `null`: two different things.
    OptionalNullable,
}

/// Which way a property may travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Access {
    /// Both ways.
    Both,
    /// Only from the server: `readOnly`.
    ReadOnly,
    /// Only to the server: `writeOnly`.
    WriteOnly,
}

/// A string out of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enumeration {
    /// The values, in the order of the document.
    pub variants: Vec<Variant>,
    /// Whether a value outside the list is kept; otherwise it is an error.
    pub open: bool,
}

/// One value of an enumeration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variant {
    /// The variant.
    pub name: TypeName,
    /// The string.
    pub wire: String,
}
