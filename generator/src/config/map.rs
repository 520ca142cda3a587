//! `[[map]]`: a type of another crate for values of the document.

use serde::Deserialize;
use toml::Spanned;

/// A type for the values of one schema, or of one format.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapConfig {
    /// The JSON pointer of the schema, with its `#`.
    pub at: Option<Spanned<String>>,
    /// The `format`, in place of a pointer: all its values.
    pub format: Option<Spanned<String>>,
    /// The path of the type, from the crate on: `::chrono::NaiveTime`.
    #[serde(rename = "type")]
    pub ty: Spanned<String>,
    /// What the type is to be found in, where the generated crate does not depend on it anyway.
    pub dependency: Option<DependencyConfig>,
    /// A value that the type reads, for mocks and examples.
    pub sample: Option<toml::Value>,
    /// Why the type that the document leads to will not do.
    pub why: Spanned<String>,
}

/// A crate that a type is to be found in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DependencyConfig {
    /// Its name.
    pub name: Spanned<String>,
    /// Which versions of it will do.
    pub version: Spanned<String>,
    /// Its features, that for serde among them.
    #[serde(default)]
    pub features: Vec<String>,
    /// Whether it has its default features, too; it has, when absent.
    #[serde(rename = "default-features")]
    pub default_features: Option<bool>,
}
