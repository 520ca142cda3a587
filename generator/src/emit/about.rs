//! Who stands behind the API, as lines of the crate's documentation and of its README.

use super::{docs, markdown};
use crate::ir::{Api, Fact, FactPart};

/// A list of what the document says; empty where it says nothing.
pub(super) fn facts(api: &Api) -> Vec<String> {
    let line = |Fact { label, parts }: &Fact| {
        let parts: Vec<String> = parts.iter().map(part).collect();
        format!("* {label}: {}", parts.join(", "))
    };
    api.about.facts.iter().map(line).collect()
}

/// The API in one line; empty where the document has none.
pub(super) fn summary(api: &Api) -> Vec<String> {
    api.about.summary.as_deref().map(markdown::lines).unwrap_or_default()
}

fn part(part: &FactPart) -> String {
    match part {
        FactPart::Text(text) => markdown::line(text),
        FactPart::Link(url) => format!("<{url}>"),
        FactPart::Name(name) => docs::code(name),
    }
}
