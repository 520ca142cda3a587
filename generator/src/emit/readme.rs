//! `README.md`.

use std::fmt::Write as _;

use super::about;
use super::library::{failures, library_name, operations};
use crate::ir::{Api, LeftOutKind, RetryClass};

/// The file: what the crate is, how to use it, and every operation with its retry class, where it has any.
pub(super) fn readme(api: &Api) -> String {
    let package = &api.package;
    let mut text = format!(
        "<!-- @generated from {} by clientwright; do not edit. -->\n\n# {}\n\n",
        package.source, package.name
    );
    let mut line = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let what = if package.types_only { "The Rust types" } else { "A Rust client" };
    line(&format!(
        "{what} of the {}, version {} of its document.",
        cell(&package.title),
        cell(&package.api_version)
    ));
    line(
        "Generated as a whole: change the document or the generator's configuration, and generate again.",
    );
    for paragraph in [about::summary(api), about::facts(api)] {
        if !paragraph.is_empty() {
            line("");
            line(&paragraph.join("\n"));
        }
    }
    line("");
    line("## Using it");
    line("");
    line("```toml");
    line("[dependencies]");
    line(&format!("{} = {{ path = \"vendor/{}\" }}", package.name, package.name));
    line("```");
    line("");
    text.push_str(&if package.types_only { types(api) } else { calls(api) });
    text.push_str(&left_out(api));
    text
}

/// What there is to see of types alone.
fn types(api: &Api) -> String {
    format!(
        "`cargo doc --open -p {}` shows every type; all of them are in `{}::models`.\n",
        api.package.name,
        library_name(api)
    )
}

/// How to begin, and every operation.
fn calls(api: &Api) -> String {
    let mut text = format!(
        "`cargo doc --open -p {}` shows every operation with an example and the same call in cURL;\n\
         `{}::Client::builder()` is where to begin.\n\n\
         Features: `rustls` (default) or `native-tls`.\n{}\n\
         ## Operations\n\n\
         | operation | call | errors described | retry class | why |\n|---|---|---|---|---|\n",
        api.package.name,
        library_name(api),
        features(api)
    );
    for operation in operations(api) {
        let class = match operation.retry.class {
            RetryClass::ReadOnly => "read-only",
            RetryClass::Idempotent => "idempotent",
            RetryClass::Never => "never once sent",
        };
        let _ = writeln!(
            text,
            "| `{}` | `{} {}` | {} | {class} | {} |",
            cell(&operation.id),
            operation.verb,
            cell(&operation.route),
            failures(operation),
            cell(&operation.retry.reason),
        );
    }
    text
}

/// The features of the tags, where they have some.
fn features(api: &Api) -> String {
    let names = api.features().map(|feature| format!("`{feature}`"));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return String::new();
    }
    format!(
        "A tag each, all of them on by default: {}.\n\
         With `default-features = false`, name the ones that are called, beside `rustls` or `native-tls`.\n",
        names.join(", ")
    )
}

/// What the document has and the crate has not; nothing when it has all of it.
fn left_out(api: &Api) -> String {
    if api.left_out.is_empty() {
        return String::new();
    }
    let mut text = LEFT_OUT.to_owned();
    for part in &api.left_out {
        let name = cell(&part.name);
        let what = match &part.kind {
            LeftOutKind::Operation { call } if *call == part.name => format!("`{name}`"),
            LeftOutKind::Operation { call } => format!("`{name}`, `{}`", cell(call)),
            LeftOutKind::Schema => format!("schema `{name}`"),
            LeftOutKind::Other => format!("`{name}`"),
        };
        let (code, reason, place) = (part.code, cell(&part.reason), cell(&part.place));
        let _ = writeln!(text, "| {what} | {code} | {reason} | {place} |");
    }
    text
}

const LEFT_OUT: &str = "
## Left out

These parts of the document could not be honoured, and nothing in the crate stands for them.
`clientwright explain` says more of each code.

| what | code | why | where |
|---|---|---|---|
";

/// Text in a table's cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
        .replace('`', "'")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
