//! What a user may set in `client.toml`; an unknown key is an error.

mod derive;
mod entry;
mod map;
mod page;
mod select;
mod unknown;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use derive::DeriveConfig;
pub use entry::{BodyConfig, EnumConfig, FieldConfig, OperationConfig, TagConfig};
pub use map::{DependencyConfig, MapConfig};
pub use page::{PageConfig, PageStyleConfig};
pub use select::{SelectConfig, WithoutConfig};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Span};

/// The configuration of one client.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The crate's name and version.
    #[serde(default)]
    pub package: PackageConfig,
    /// Which operations become calls.
    #[serde(default)]
    pub select: SelectConfig,
    /// Names given in place of those the document leads to.
    #[serde(default, rename = "type")]
    pub types: Vec<TypeConfig>,
    /// What enums are in Rust.
    #[serde(default, rename = "enum")]
    pub enums: Vec<EnumConfig>,
    /// Names given to properties.
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldConfig>,
    /// Names given to operations.
    #[serde(default, rename = "operation")]
    pub operations: Vec<OperationConfig>,
    /// Media types of request bodies.
    #[serde(default, rename = "body")]
    pub bodies: Vec<BodyConfig>,
    /// Names given to tags.
    #[serde(default, rename = "tag")]
    pub tags: Vec<TagConfig>,
    /// Types of other crates.
    #[serde(default, rename = "map")]
    pub maps: Vec<MapConfig>,
    /// Traits that types have beside their own.
    #[serde(default, rename = "derive")]
    pub derives: Vec<DeriveConfig>,
    /// Operations that bring a list in pages.
    #[serde(default, rename = "page")]
    pub pages: Vec<PageConfig>,
    /// By security scheme: where its tokens come from.
    #[serde(default)]
    pub auth: BTreeMap<Spanned<String>, AuthConfig>,
    /// Operations whose retry class is not that of their method.
    #[serde(default)]
    pub retry: Vec<RetryConfig>,
    /// Operations with timeouts of their own.
    #[serde(default)]
    pub timeout: Vec<TimeoutConfig>,
    /// Whether what cannot be honoured is left out, instead of refusing the document; whoever runs the generator says so,
    /// not the file.
    #[serde(skip)]
    pub allow_refused: bool,
    /// Which source file this is.
    #[serde(skip)]
    pub file: FileId,
}

/// The crate's name and version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageConfig {
    /// The crate's name; from the document's title when absent.
    pub name: Option<Spanned<String>>,
    /// The crate's version; `0.1.0` when absent.
    pub version: Option<Spanned<String>>,
    /// Whether the crate has the types of the document alone: no client, no operations, no mock.
    #[serde(default)]
    pub types_only: bool,
    /// Whether each tag stands behind a feature of its own.
    pub feature_per_tag: Option<Spanned<bool>>,
}

/// A name for one schema.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeConfig {
    /// The JSON pointer of the schema, with its `#`.
    pub at: Spanned<String>,
    /// Its name in Rust.
    pub name: Spanned<String>,
    /// Why the document's own name will not do.
    pub why: Spanned<String>,
}

/// Where a bearer scheme's tokens come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthConfig {
    /// The operation that trades client credentials for a token; either this or `token_url`.
    pub token_operation: Option<Spanned<String>>,
    /// The token endpoint that does, by its URL.
    pub token_url: Option<Spanned<String>>,
    /// Why it is known to do so.
    pub why: Spanned<String>,
}

/// A retry class for operations.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetryConfig {
    /// Their ids.
    pub operations: Vec<Spanned<String>>,
    /// The class.
    pub class: RetryClassConfig,
    /// Why, as a clause that goes into each operation's documentation.
    pub why: Spanned<String>,
}

/// A retry class, as it is written in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RetryClassConfig {
    /// `read-only`: it changes nothing.
    ReadOnly,
    /// `idempotent`: doing it twice is doing it once.
    Idempotent,
    /// `never`: not once any of it was sent.
    Never,
}

/// Timeouts for operations.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeoutConfig {
    /// Their ids.
    pub operations: Vec<Spanned<String>>,
    /// How long a call may take overall, in seconds.
    pub seconds: Option<Spanned<u64>>,
    /// How long one attempt of it may take, in seconds.
    pub attempt_seconds: Option<Spanned<u64>>,
    /// Why the client's own will not do.
    pub why: Spanned<String>,
}

impl Config {
    /// Reads a configuration; what is wrong with it is reported with its place in `file`.
    pub fn parse(text: &str, file: FileId, diagnostics: &mut Diagnostics) -> Self {
        match toml::from_str::<Self>(text) {
            Ok(config) => {
                let select = SelectConfig { file, ..config.select };
                let config = Self { select, file, ..config };
                config.require_reasons(diagnostics);
                config
            }
            Err(error) => {
                let span = error
                    .span()
                    .map_or(Span { file, ..Span::default() }, |range| span(file, range));
                let mut found = Diagnostic::error(
                    Code::ConfigSyntax,
                    span,
                    one_line(error.message()),
                );
                if let Some(advice) = unknown::advice(error.message()) {
                    found = found.help(advice);
                }
                diagnostics.push(found);
                Self { file, ..Self::default() }
            }
        }
    }

    /// The place of a value in the configuration.
    #[must_use]
    pub fn place<T>(&self, value: &Spanned<T>) -> Span {
        span(self.file, value.span())
    }

    fn require_reasons(&self, diagnostics: &mut Diagnostics) {
        let types = self.types.iter().map(|entry| &entry.why);
        let enums = self.enums.iter().map(|entry| &entry.why);
        let fields = self.fields.iter().map(|entry| &entry.why);
        let operations = self.operations.iter().map(|entry| &entry.why);
        let bodies = self.bodies.iter().map(|entry| &entry.why);
        let tags = self.tags.iter().map(|entry| &entry.why);
        let maps = self.maps.iter().map(|entry| &entry.why);
        let derives = self.derives.iter().map(|entry| &entry.why);
        let auth = self.auth.values().map(|entry| &entry.why);
        let retry = self.retry.iter().map(|entry| &entry.why);
        let timeout = self.timeout.iter().map(|entry| &entry.why);
        let named = types.chain(enums).chain(fields).chain(operations).chain(tags);
        let named = named.chain(bodies);
        for why in
            named.chain(maps).chain(derives).chain(auth).chain(retry).chain(timeout)
        {
            if why.get_ref().trim().is_empty() {
                let message = "an override needs its reason";
                let help = "say in `why` what the document does not";
                diagnostics.push(
                    Diagnostic::error(Code::ConfigReason, self.place(why), message)
                        .help(help),
                );
            }
        }
    }
}

fn span(file: FileId, range: std::ops::Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span {
        file,
        start: offset(range.start),
        end: offset(range.end),
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("; ")
}
