//! Which of YAML and JSON a text is, and whether it is a document at all.

use super::preface;
use super::tree::{Builder, Stop, Tree, View};
use super::{json, yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source};

/// How many bytes a text may have.
const MOST_BYTES: usize = 1 << 30;

/// The whole text as a tree.
///
/// JSON is what begins with `{` and a quote, with `{}` or with `[`; everything else is YAML, also `{a: b}`.
/// In a file named `.yaml` or `.yml`, what is not JSON after all is tried as YAML.
pub(super) fn tree(source: &Source, diagnostics: &mut Diagnostics) -> Option<Tree> {
    if source.text.len() > MOST_BYTES {
        let message = format!("the text is longer than {MOST_BYTES} bytes");
        diagnostics.push(Diagnostic::error(Code::TooLarge, source.span(0..0), message));
        return None;
    }
    let start = beginning(source);
    let found = parse(source, start).map(Builder::finish);
    let (tree, notes) = match found {
        Ok(found) => found,
        Err(stop) => {
            diagnostics.push(preface::found(source, start).unwrap_or(*stop));
            return None;
        }
    };
    let tree = tree.filter(|tree| matches!(tree.view(tree.root()), View::Object(_)));
    let is_document = tree.as_ref().is_some_and(|tree| {
        ["openapi", "swagger"].iter().any(|key| tree.get(tree.root(), key).is_some())
    });
    if !is_document && let Some(preface) = preface::found(source, start) {
        diagnostics.push(preface);
        return None;
    }
    for note in notes {
        diagnostics.push(note);
    }
    if tree.is_none() {
        diagnostics.push(preface::no_object(source, start));
    }
    tree
}

/// The text of a file that a reference leads to, which may hold any value, and what was noted about it.
///
/// # Errors
///
/// When it is not YAML or JSON, or empty.
pub(super) fn part(source: &Source) -> Result<(Tree, Vec<Diagnostic>), Stop> {
    let (tree, notes) = parse(source, beginning(source))?.finish();
    let empty = || {
        let message = "the file is empty";
        Box::new(Diagnostic::error(Code::NotADocument, source.span(0..0), message))
    };
    Ok((tree.ok_or_else(empty)?, notes))
}

/// The byte after a byte order mark.
fn beginning(source: &Source) -> usize {
    if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn parse(source: &Source, start: usize) -> Result<Builder, Stop> {
    if !looks_like_json(&source.text[start..]) {
        return yaml::read(source, start);
    }
    let found = json::read(source, start);
    let named_yaml = [".yaml", ".yml"].iter().any(|end| source.name.ends_with(end));
    match found {
        Err(stop) if named_yaml => yaml::read(source, start).map_err(|_| stop),
        found => found,
    }
}

fn looks_like_json(text: &str) -> bool {
    let mut rest = text.trim_start().chars();
    match rest.next() {
        Some('[') => true,
        Some('{') => {
            matches!(rest.as_str().trim_start().chars().next(), Some('"' | '}'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_read(name: &str, text: &str) -> bool {
        let mut diagnostics = Diagnostics::new();
        let tree = tree(&Source::new(name, text), &mut diagnostics);
        tree.is_some() && !diagnostics.has_errors()
    }

    #[test]
    fn json_and_yaml_are_told_apart_by_their_beginning() {
        assert!(is_read("a", "{\"openapi\": \"3.1.0\"}"));
        assert!(is_read("a", "\u{feff}  {\n\"openapi\": \"3.1.0\"}"));
        assert!(is_read("a", "{openapi: 3.1.0}"));
        assert!(is_read("a", "\u{feff}openapi: 3.1.0\n"));
        assert!(is_read("a.json", "openapi: 3.1.0\n"), "the name does not decide");
    }

    #[test]
    fn flow_yaml_that_begins_like_json_is_read_in_a_yaml_file_only() {
        let text = "{\"openapi\": 3.1.0, info: {title: a}}";
        assert!(is_read("a.yaml", text));
        assert!(!is_read("a.json", text));
    }
}
