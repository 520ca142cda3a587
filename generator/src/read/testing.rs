//! What the tests of reading share.

use std::collections::BTreeSet;

use super::{Bundle, Unread, read, read_bundle};
use crate::diagnostic::{Diagnostics, Severity, Source, Sources};
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

/// Reads a document of several files, `openapi.yaml` first; what was found, as lines such as `a.yaml:3 error CW1005`.
pub(super) fn files(files: &[(&str, &str)]) -> (Document, Vec<String>) {
    let mut sources = Sources::new();
    let add = |sources: &mut Sources, name: &str, text: &str| {
        let file = sources.add(Source::new(name, text));
        sources[file].clone()
    };
    let mut bundle = Bundle::new(&add(&mut sources, files[0].0, files[0].1));
    while let Some(path) = bundle.wanted() {
        let found = files.iter().find(|(name, _)| *name == path);
        let text = found.map(|(name, text)| add(&mut sources, name, text));
        bundle.give(&path, text.ok_or(Unread::Missing));
    }
    let mut diagnostics = Diagnostics::new();
    let document = read_bundle(&bundle, &BTreeSet::new(), &mut diagnostics);
    let told = diagnostics.finish(&sources).into_iter().map(|found| {
        let severity = match found.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (code, message) =
            (found.diagnostic.code.as_str(), &found.diagnostic.message);
        format!("{}:{} {severity} {code}: {message}", found.file, found.start.line)
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
