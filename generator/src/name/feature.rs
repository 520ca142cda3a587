//! Names of cargo features.

use std::fmt;

use serde::Serialize;

use super::Role;

/// What a feature may not be called: the features of every client, and its dependencies, whose names cargo has other uses
/// for.
const RESERVED: &[&str] = &[
    "axum",
    "base64",
    "bytes",
    "default",
    "futures-core",
    "http",
    "http-body",
    "jiff",
    "mock",
    "native-tls",
    "percent-encoding",
    "quick-xml",
    "reqwest",
    "reqwest-middleware",
    "rustls",
    "secrecy",
    "serde",
    "serde_json",
    "tokio",
    "tracing",
    "uuid",
];

/// Names of features.
#[derive(Debug)]
pub struct Feature;

/// A feature: `kebab-case` (The Cargo Book, "Features").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FeatureName(Box<str>);

impl FeatureName {
    /// The name as it stands in a manifest.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FeatureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Role for Feature {
    type Name = FeatureName;
    const BEFORE_DIGIT: &'static str = "tag";
    const EMPTY: &'static str = "unnamed";
    const INSTEAD: &'static str = "operations";

    /// In ASCII, as registries want it.
    fn spell(words: &[&str]) -> String {
        let ascii =
            |word: &&str| word.chars().filter(char::is_ascii).collect::<String>();
        let words = words.iter().map(ascii).filter(|word| !word.is_empty());
        let text = words.collect::<Vec<_>>().join("-");
        match text.chars().next() {
            None => Self::EMPTY.to_owned(),
            Some(first) if first.is_ascii_alphabetic() => text,
            Some(_) => format!("{}-{text}", Self::BEFORE_DIGIT),
        }
    }

    fn is_reserved(name: &str) -> bool {
        RESERVED.contains(&name)
    }

    fn name(text: &str) -> FeatureName {
        FeatureName(text.into())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Feature, RESERVED};
    use crate::name::{Scope, Words};

    #[test]
    fn a_feature_is_called_as_cargo_allows() {
        let mut scope = Scope::<Feature>::default();
        let mut give = |text| scope.give(&Words::of(text)).to_string();
        assert_eq!(
            ["Orders (v2)", "orders v2", "mock", "serde", "2fa", "größe", "注文"]
                .map(&mut give),
            [
                "orders-v2",
                "orders-v2_2",
                "mock-operations",
                "serde-operations",
                "tag-2fa",
                "gre",
                "unnamed"
            ]
        );
    }

    #[test]
    fn no_feature_is_called_like_a_dependency() {
        let manifest: toml::Table =
            include_str!("../../runtime/Cargo.toml").parse().unwrap();
        for name in manifest["dependencies"].as_table().unwrap().keys() {
            assert!(RESERVED.contains(&name.as_str()), "{name}");
        }
    }
}
