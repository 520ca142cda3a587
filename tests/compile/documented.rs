//! The examples of a crate's documentation as one example target, so that a check compiles them all.

use std::fmt::Write as _;
use std::path::Path;

use clientwright::files::Files;

/// Every block that rustdoc would compile, each in a module of its own.
pub(crate) fn examples(files: &Files) -> String {
    let mut text = String::new();
    let mut count = 0;
    for (path, source) in files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "rs"))
    {
        if path.starts_with("src/runtime/") {
            continue;
        }
        for block in blocks(source) {
            count += 1;
            let _ = writeln!(
                text,
                "#[allow(warnings, clippy::pedantic)]\nmod example_{count} {{\n{block}}}\n"
            );
        }
    }
    text.push_str("fn main() {}\n");
    text
}

/// The lines of each Rust block in documentation, those hidden from readers among them.
fn blocks(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    let mut foreign = false;
    for line in source.lines() {
        let line = line.trim_start();
        let Some(text) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))
        else {
            (open, foreign) = (None, false);
            continue;
        };
        let text = text.strip_prefix(' ').unwrap_or(text);
        match (&mut open, text.strip_prefix("```")) {
            (Some(block), Some(_)) => {
                found.push(std::mem::take(block));
                open = None;
            }
            (Some(block), None) => {
                block.push_str(text.strip_prefix("# ").unwrap_or(text));
                block.push('\n');
            }
            (None, Some(_)) if foreign => foreign = false,
            (None, Some("" | "no_run" | "rust")) => open = Some(String::new()),
            (None, Some(_)) => foreign = true,
            (None, None) => {}
        }
    }
    found
}

#[test]
fn a_block_of_rust_is_an_example_and_others_are_not() {
    let source = "/// ```no_run\n/// # use a::b;\n/// b();\n/// ```\n///\n/// ```sh\n/// c\n/// ```\nfn d() {}";
    assert_eq!(blocks(source), ["use a::b;\nb();\n"]);
}
