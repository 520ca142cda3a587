//! What the tests of reading share.

use super::read;
use crate::diagnostic::{Diagnostics, Severity, Source};
use crate::document::{Document, Schema};

/// Reads a text; what was found, as lines such as `3 warning CW1005: message`.
pub(super) fn reading(text: &str) -> (Document, Vec<String>) {
    let source = Source::new("openapi.yaml", text);
    let mut diagnostics = Diagnostics::new();
    let document = read(&source, &mut diagnostics);
    let findings = diagnostics.finish(&source.into());
    let told = findings.iter().map(|found| {
        let severity = match found.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (code, message) =
            (found.diagnostic.code.as_str(), &found.diagnostic.message);
        format!("{} {severity} {code}: {message}", found.start.line)
    });
    (document, told.collect())
}

/// Reads a text in which nothing is wrong.
pub(super) fn document(text: &str) -> Document {
    let (document, told) = reading(text);
    assert_eq!(told, Vec::<String>::new());
    document
}

/// Reads a document of a version whose `paths` and the rest are given from line 3 on.
pub(super) fn rest(version: &str, rest: &str) -> (Document, Vec<String>) {
    reading(&format!("openapi: {version}.0\ninfo: {{title: T, version: '1'}}\n{rest}"))
}

/// Reads the schema `A` of a document, beside a string schema `B`; it begins on line 7.
pub(super) fn schema(version: &str, text: &str) -> (Schema, Vec<String>) {
    let indented = indented(6, text);
    let components =
        format!("components:\n  schemas:\n    A:\n{indented}    B: {{type: string}}\n");
    let (document, told) = rest(version, &format!("paths: {{}}\n{components}"));
    let id = document.components.schemas["A"].value;
    (document.schemas[id].clone(), told)
}

/// A text whose every line is moved to the right.
pub(super) fn indented(spaces: usize, text: &str) -> String {
    let lines: Vec<_> =
        text.lines().map(|line| format!("{:spaces$}{line}\n", "")).collect();
    lines.concat()
}
