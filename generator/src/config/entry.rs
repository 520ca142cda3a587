//! Entries that say otherwise than the document of one enum, property, operation or tag.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// What one enum is in Rust.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnumConfig {
    /// The JSON pointer of the schema, with its `#`.
    pub at: Spanned<String>,
    /// Whether a value that the document does not list is an error, instead of being kept.
    #[serde(default)]
    pub closed: bool,
    /// Names of variants, by their values.
    #[serde(default)]
    pub names: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Why the document's own values and names will not do.
    pub why: Spanned<String>,
}

/// A name for one property.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldConfig {
    /// The JSON pointer of the property, with its `#`.
    pub at: Spanned<String>,
    /// The name of its field.
    pub name: Spanned<String>,
    /// Why the document's own name will not do.
    pub why: Spanned<String>,
}

/// A name for one operation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationConfig {
    /// Its id.
    pub id: Spanned<String>,
    /// The name of its method, after which its types are named, too.
    pub name: Spanned<String>,
    /// Why the document's own name will not do.
    pub why: Spanned<String>,
}

/// Which of several media types the methods that are called like the operations write bodies in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyConfig {
    /// Their ids.
    pub operations: Vec<Spanned<String>>,
    /// The media type, as the document has it; its parameters may be left out.
    pub media_type: Spanned<String>,
    /// Why the one that would be chosen will not do.
    pub why: Spanned<String>,
}

/// A name for the operations of one tag.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagConfig {
    /// The tag; empty for the operations without one.
    pub tag: Spanned<String>,
    /// The name of what they are methods of.
    pub name: Spanned<String>,
    /// Why the document's own name will not do.
    pub why: Spanned<String>,
}
