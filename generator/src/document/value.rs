//! A literal value in a document: an enum member, a default, an example.

use crate::diagnostic::Span;

/// A literal with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ValueKind,
}

/// A JSON value whose numbers keep their text, so nothing is rounded and `1.10` stays `1.10`.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in the digits of the source.
    Number(Box<str>),
    /// A string.
    String(Box<str>),
    /// An array.
    Array(Vec<Value>),
    /// An object, in source order.
    Object(Vec<Member>),
}

/// One property of an object literal.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The property's name.
    pub name: Box<str>,
    /// Its value.
    pub value: Value,
}
