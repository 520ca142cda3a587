//! `[[derive]]`: traits that types have beside their own.

use serde::Deserialize;
use toml::Spanned;

use super::DependencyConfig;

/// Traits for one type, or for all of them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeriveConfig {
    /// The JSON pointer of the schema, with its `#`.
    pub at: Option<Spanned<String>>,
    /// Whether all types have them that can, in place of a pointer.
    #[serde(default)]
    pub all: bool,
    /// The traits: one of the standard library by its name, another by its path, from the crate on.
    pub traits: Vec<Spanned<String>>,
    /// What a trait is to be found in.
    pub dependency: Option<DependencyConfig>,
    /// Why the types need them.
    pub why: Spanned<String>,
}
