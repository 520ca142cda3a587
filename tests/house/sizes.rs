//! How long files, functions and quotations may be.

use clientwright_tests::text;

use crate::tree::files;

/// The longest file that needs no reason.
const LONGEST_FILE: usize = 400;

/// Files that are longer, and why.
const LONGER: &[(&str, &str)] = &[];

#[test]
fn no_file_is_longer_than_four_hundred_lines_without_a_reason() {
    let mut wrong = Vec::new();
    for path in written() {
        let lines = text(&path).lines().count();
        let listed =
            LONGER.iter().any(|(listed, why)| *listed == path && !why.is_empty());
        if lines > LONGEST_FILE && !listed {
            wrong.push(format!("{path} has {lines} lines"));
        }
        if lines <= LONGEST_FILE && listed {
            wrong.push(format!("{path} is short enough: it needs no reason any more"));
        }
    }
    let gone =
        LONGER.iter().filter(|(path, _)| !written().iter().any(|file| file == path));
    wrong.extend(gone.map(|(path, _)| format!("{path} is listed but not there")));
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_function_is_longer_than_eighty_lines() {
    assert_eq!(long_blocks(&written(), is_function, 80), Vec::<String>::new());
}

#[test]
fn no_quotation_is_longer_than_forty_lines() {
    let emitters = files("generator/src", ".rs");
    let is_quotation = |line: &str| line.ends_with("quote! {");
    assert_eq!(long_blocks(&emitters, is_quotation, 40), Vec::<String>::new());
}

#[test]
fn no_generated_body_is_longer_than_fifteen_lines() {
    let generated = generated();
    assert!(!generated.is_empty());
    assert_eq!(long_blocks(&generated, is_function, 15), Vec::<String>::new());
}

#[test]
fn the_generated_crate_is_short() {
    let lines: usize = generated().iter().map(|path| text(path).lines().count()).sum();
    assert!(lines <= 2_400, "{lines} lines, not counting the runtime and the mock");
}

#[test]
fn a_body_is_counted_from_its_brace_to_its_brace() {
    let code =
        "fn a(\n    b: u8,\n) -> u8 {\n    if b {\n        1\n    }\n}\n\nfn c() {}\n";
    assert_eq!(blocks(code, is_function), [(1, 3)]);
    let quoted = "    let a = quote! {\n        x\n        y\n    };\n";
    assert_eq!(blocks(quoted, |line| line.ends_with("quote! {")), [(1, 2)]);
}

/// Every Rust file that people wrote.
fn written() -> Vec<String> {
    let all = files("", ".rs").into_iter();
    all.filter(|path| !path.starts_with("generated-client/src/")).collect()
}

/// What the generator wrote of the document: the runtime and the mock are the same for all.
fn generated() -> Vec<String> {
    let all = files("generated-client/src", ".rs").into_iter();
    let common = |path: &String| {
        path.starts_with("generated-client/src/runtime/") || path.contains("/mock")
    };
    all.filter(|path| !common(path)).collect()
}

fn is_function(line: &str) -> bool {
    const BEFORE: &[&str] = &["pub ", "pub(crate) ", "pub(super) ", "const ", "async "];
    let mut line = line;
    while let Some(rest) = BEFORE.iter().find_map(|word| line.strip_prefix(word)) {
        line = rest;
    }
    line.starts_with("fn ")
}

fn long_blocks(
    paths: &[String],
    starts: impl Fn(&str) -> bool,
    most: usize,
) -> Vec<String> {
    let mut long = Vec::new();
    for path in paths {
        for (line, length) in blocks(&text(path), &starts) {
            if length > most {
                long.push(format!("{path}:{line} has {length} lines"));
            }
        }
    }
    long
}

/// The first line of each block and how many lines stand between its braces; the text is as rustfmt writes it, so a
/// block ends with the first brace that is indented as it began.
fn blocks(code: &str, starts: impl Fn(&str) -> bool) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (first, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if !starts(line.trim_start()) {
            continue;
        }
        let at_indent = |line: &&str| line.len() - line.trim_start().len() == indent;
        let rest = lines.iter().enumerate().skip(first);
        let mut outer = rest.filter(|(_, line)| at_indent(line) && !line.is_empty());
        let Some((open, _)) =
            outer.by_ref().find(|(_, line)| line.ends_with(['{', '}', ';']))
        else {
            continue;
        };
        if !lines[open].ends_with('{') {
            continue;
        }
        let close = outer.find(|(_, line)| line.trim_start().starts_with('}'));
        if let Some((close, _)) = close {
            found.push((first + 1, close - open - 1));
        }
    }
    found
}
