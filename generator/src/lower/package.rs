//! The crate's manifest and what the API says about itself.

use std::collections::BTreeSet;

use super::docs::{self, text};
use crate::config::Config;
use crate::document::Document;
use crate::ir::{Docs, Package};
use crate::name::Words;

/// The manifest; the configuration wins over the document.
pub(super) fn package(document: &Document, config: &Config, source: &str) -> Package {
    let title = one_line(&document.info.title.text);
    let given = config.package.name.as_ref().map(|name| name.get_ref().clone());
    let documentation =
        document.external_docs.as_ref().map(|docs| docs.url.text.to_string());
    Package {
        name: given.unwrap_or_else(|| crate_name(&title)),
        version: config
            .package
            .version
            .as_ref()
            .map_or_else(|| "0.1.0".to_owned(), |v| v.get_ref().clone()),
        description: format!(
            "{} of the {}",
            if config.package.types_only { "Types" } else { "Client" },
            if title.is_empty() { "API" } else { &title }
        ),
        api_version: one_line(&document.info.version.text),
        title,
        documentation,
        source: source.to_owned(),
        dependencies: Vec::new(),
        formats: BTreeSet::new(),
        types_only: config.package.types_only,
        recursion_limit: None,
    }
}

/// What the API says about itself.
pub(super) fn docs(document: &Document) -> Docs {
    let info = &document.info;
    Docs {
        summary: Some(one_line(&info.title.text)).filter(|title| !title.is_empty()),
        description: text(info.description.as_ref()),
        constraints: Vec::new(),
        link: docs::link(document.external_docs.as_ref()),
    }
}

fn crate_name(title: &str) -> String {
    let words = Words::of(title);
    let ascii: Vec<String> = words
        .as_slice()
        .iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    match ascii.first() {
        None => "api-client".to_owned(),
        Some(first) if first.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("api-{}", ascii.join("-"))
        }
        Some(_) => ascii.join("-"),
    }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
