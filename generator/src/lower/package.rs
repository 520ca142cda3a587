//! The crate's manifest and what the API says about itself.

use std::collections::BTreeSet;

use super::dependency;
use super::docs::{self, text};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Document;
use crate::ir::{Docs, Package};
use crate::name::{Words, is_keyword};

/// Reports a name or a version that cargo does not take.
pub(super) fn checked(config: &Config, diagnostics: &mut Diagnostics) {
    if let Some(name) = &config.package.name
        && (!dependency::is_name(name.get_ref()) || is_keyword(name.get_ref()))
    {
        let message = format!("`{}` is no name of a crate", name.get_ref());
        let help =
            "use letters, digits, `-` and `_`, a letter first, and no keyword of Rust";
        let error = Diagnostic::error(Code::ConfigName, config.place(name), message);
        diagnostics.push(error.help(help));
    }
    if let Some(version) = &config.package.version
        && let Err(error) = semver::Version::parse(version.get_ref())
    {
        let message = format!("`{}` is no version: {error}", version.get_ref());
        let error =
            Diagnostic::error(Code::ConfigSyntax, config.place(version), message);
        diagnostics.push(error.help("write it as cargo does: `1.2.0`"));
    }
}

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
