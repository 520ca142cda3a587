//! What stands before a document and keeps it from being one: a web page's text, a front matter, a log line.

use crate::diagnostic::{Code, Diagnostic, Source};

/// The keys with which documents begin.
const FIRST_KEYS: [&str; 13] = [
    "openapi",
    "swagger",
    "$self",
    "info",
    "servers",
    "paths",
    "webhooks",
    "components",
    "security",
    "tags",
    "externalDocs",
    "jsonSchemaDialect",
    "x-",
];

/// Says that something stands before the document, and on which line the document seems to begin.
///
/// Nothing when the text begins as documents do, or holds none.
pub(super) fn found(source: &Source, start: usize) -> Option<Diagnostic> {
    let text = &source.text[start..];
    let first = start + first_content(text)?;
    let line = line_at(&source.text, first);
    if line.trim_start().starts_with('<') {
        return Some(web_page(source, first, line));
    }
    if begins_as_document(line) {
        return None;
    }
    let begins = beginning(source, first)?;
    let number = source.position(u32::try_from(begins).ok()?).line;
    let span = source.span(first..first + line.len());
    let last = source.span(begins..begins + line_at(&source.text, begins).len());
    Some(
        Diagnostic::error(
            Code::NotADocument,
            span,
            "the text does not begin with the OpenAPI document",
        )
        .label("this does not belong to it")
        .related(last, "the document seems to begin here")
        .help(format!("remove everything before line {number}")),
    )
}

/// Says that a text holds no object.
pub(super) fn no_object(source: &Source, start: usize) -> Diagnostic {
    let Some(first) = first_content(&source.text[start..]) else {
        return Diagnostic::error(
            Code::NotADocument,
            source.span(0..0),
            "the file is empty",
        );
    };
    let first = start + first;
    let span = source.span(first..first + line_at(&source.text, first).len());
    Diagnostic::error(
        Code::NotADocument,
        span,
        "an OpenAPI document is an object, and this is none",
    )
    .help("begin the document with a line such as `openapi: 3.1.0`")
}

fn web_page(source: &Source, first: usize, line: &str) -> Diagnostic {
    let span = source.span(first..first + line.len());
    Diagnostic::error(
        Code::NotADocument,
        span,
        "this is a web page, not an OpenAPI document",
    )
    .help("download the file itself, for instance by the page's \"raw\" link")
}

/// The byte of the first line that is neither empty nor a comment nor YAML's own.
fn first_content(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let passed =
            content.is_empty() || content.starts_with(['#', '%']) || content == "---";
        if !passed {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The line from a byte on, without its end.
fn line_at(text: &str, at: usize) -> &str {
    text[at..].lines().next().unwrap_or_default()
}

fn begins_as_document(line: &str) -> bool {
    let line = line.strip_prefix("--- ").unwrap_or(line).trim_start();
    let key = line.trim_start_matches(['{', '"', '\'', ' ']);
    line.starts_with(['{', '[']) || FIRST_KEYS.iter().any(|first| key.starts_with(first))
}

/// The byte where a document seems to begin after `first`.
fn beginning(source: &Source, first: usize) -> Option<usize> {
    let mut at = first;
    let mut brace = None;
    for line in source.text[first..].split_inclusive('\n') {
        let key = line.trim_start_matches(['"', '\'']);
        if key.starts_with("openapi")
            && key[7..].trim_start_matches(['"', '\'']).trim_start().starts_with(':')
        {
            return Some(at);
        }
        if line.starts_with('{') {
            brace = Some(at);
        }
        if line
            .trim_start()
            .trim_start_matches('{')
            .trim_start()
            .starts_with("\"openapi\"")
            && brace.is_some()
        {
            return brace;
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::super::read;
    use super::*;
    use crate::diagnostic::Diagnostics;

    fn only(text: &str) -> (Code, String, Option<String>) {
        let mut diagnostics = Diagnostics::new();
        read(&Source::new("a.yaml", text), &mut diagnostics);
        let mut all = diagnostics.iter();
        let first = all.next().unwrap().clone();
        assert_eq!(all.count(), 0);
        (first.code, first.message, first.help)
    }

    #[test]
    fn what_stands_before_the_document_is_named_with_the_line_to_begin_at() {
        let page = "Fulfillment API\nCopy page: now\n\nopenapi: 3.1.0\ninfo: {}\n";
        let (code, _, help) = only(page);
        assert_eq!(
            (code, help.as_deref()),
            (Code::NotADocument, Some("remove everything before line 4"))
        );
        let front_matter = "---\nlayout: page\n---\nopenapi: 3.1.0\n";
        assert_eq!(
            only(front_matter).2.as_deref(),
            Some("remove everything before line 4")
        );
        let json = "Response:\n\n{\n  \"openapi\": \"3.1.0\"\n}\n";
        assert_eq!(only(json).2.as_deref(), Some("remove everything before line 3"));
    }

    #[test]
    fn a_web_page_an_empty_file_and_a_list_are_told_apart() {
        let about = |text| {
            let (code, message, _) = only(text);
            assert_eq!(code, Code::NotADocument);
            message
        };
        assert_eq!(
            about("<!doctype html>\n<html>\n"),
            "this is a web page, not an OpenAPI document"
        );
        assert_eq!(about("# nothing\n"), "the file is empty");
        assert_eq!(about(""), "the file is empty");
        assert_eq!(
            about("- a\n- b\n"),
            "an OpenAPI document is an object, and this is none"
        );
        assert_eq!(about("[]"), "an OpenAPI document is an object, and this is none");
    }

    #[test]
    fn a_mistake_within_a_document_is_not_blamed_on_its_beginning() {
        let (code, ..) = only("info: x\nopenapi: 3.1.0\npaths: [\n");
        assert_eq!(code, Code::Syntax);
    }
}
