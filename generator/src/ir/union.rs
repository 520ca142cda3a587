//! A value that is one of several.

use std::fmt;

use serde::Serialize;

use super::{Docs, Type};
use crate::name::TypeName;

/// A value that is one of several: `oneOf` or `anyOf`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Union {
    /// What it may be, in the order of the document.
    pub branches: Vec<Branch>,
    /// The property whose text tells which; without one, the shape of the value does.
    pub tag: Option<Tag>,
}

/// `discriminator`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The property's name.
    pub property: String,
    /// The branch that a value without the property, or with a text that stands for none, is read as (3.2:
    /// `defaultMapping`).
    pub default: Option<usize>,
}

/// One of the values that a union may be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Branch {
    /// The variant.
    pub name: TypeName,
    /// What it holds.
    pub ty: Type,
    /// Whether it holds that in a box: a tuple without a name of its own that would make every variant large.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub boxed: bool,
    /// The texts of the tag that stand for it.
    pub tags: Vec<String>,
    /// Whether the tag is written beside the branch's own properties, since it is not one of them.
    pub adds_tag: bool,
    /// The shapes its values have; a value of another shape is none of them.
    pub tells: Vec<Tell>,
    /// What the document says of it.
    pub docs: Docs,
}

/// The shape of a value, as far as it tells one branch from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Tell {
    /// `null`, which stands among items alone: as a whole, it is none of the branches.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A string.
    Text,
    /// One of these strings.
    Listed(Vec<String>),
    /// An array whose items each have one of these shapes; any, when there is none.
    List(Vec<Tell>),
    /// An array with one item for each of these positions, which has one of their shapes; any, when there is none.
    Tuple(Vec<Vec<Tell>>),
    /// An object with these properties.
    Object(Vec<TellingProperty>),
    /// Any value.
    Any,
}

/// A property that tells one object from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TellingProperty {
    /// Its name.
    pub wire: String,
    /// Whether it is always there.
    pub required: bool,
    /// The values it may hold; any, when there is none.
    pub values: Vec<Constant>,
}

/// A value that a property may hold: all of one are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Constant {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Bool(bool),
}

/// A string as it is, others as JSON writes them.
impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(integer) => integer.fmt(f),
            Self::Bool(yes) => yes.fmt(f),
        }
    }
}
