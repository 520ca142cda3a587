//! What the repository's documents say about its files.

use clientwright_tests::{repository, text};

const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "STYLE.md",
    "CHANGELOG.md",
    "docs/configuration.md",
];

/// Ends of names that only files have.
const ENDS: &[&str] = &[".rs", ".md", ".toml", ".yaml", ".json", ".snap"];

#[test]
fn every_path_in_backticks_exists() {
    let root = repository();
    let mut gone = Vec::new();
    for document in DOCUMENTS.iter().filter(|document| root.join(document).exists()) {
        let text = text(document);
        let paths = code_spans(&text).filter(|span| is_path(span));
        let missing = paths.filter(|path| !root.join(path).exists());
        gone.extend(missing.map(|path| format!("{document} names `{path}`")));
    }
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn code_spans_are_found_outside_of_fences() {
    let text = "see `a/b.rs` and `c`\n```\nnot `d`\n```\n`e/f`";
    assert_eq!(code_spans(text).collect::<Vec<_>>(), ["a/b.rs", "c", "e/f"]);
    assert!(is_path("generator/src/lib.rs") && is_path("generator/src/lower/"));
    assert!(!is_path("application/json") && !is_path("src/models/<schema>.rs"));
    assert!(!is_path("lib.rs") && !is_path("cargo xtask generate"));
}

fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    let prose = text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    prose.flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Whether a code span names a file or folder of the repository: from a folder at its root, or by an end of its own.
fn is_path(span: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    let Some((first, _)) = span.split_once('/') else { return false };
    let rooted = repository().join(first).exists() && !first.is_empty();
    span.chars().all(plain) && (rooted || ENDS.iter().any(|end| span.ends_with(end)))
}
