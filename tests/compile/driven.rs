//! Programs that drive the crate of a case: `driven.rs` in its folder, where the crate is called `generated`.

use std::fs;

use clientwright_tests::{Case, repository};

/// The text of a case's program, without the documentation of the file, which nothing can include.
pub(crate) fn text(case: &Case) -> Option<String> {
    let path = repository().join("tests").join(&case.name).join("driven.rs");
    let text = fs::read_to_string(path).ok()?;
    let lines = text.lines().filter(|line| !line.starts_with("//!"));
    Some(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The file that includes it.
pub(crate) fn included(library: &str) -> String {
    format!(
        "//! Drives the crate.\n\n#![allow(clippy::unwrap_used, reason = \"a test fails by panicking\")]\n\nuse {library} as generated;\n\ninclude!(\"driven.txt\");\n"
    )
}

/// The packages of the cases that have a program.
pub(crate) fn packages() -> Vec<String> {
    let cases = Case::all("cases").into_iter().filter(|case| text(case).is_some());
    cases.map(|case| case.name.replace('/', "-")).collect()
}
