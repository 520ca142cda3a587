//! `README.md`.

use super::library::{failures, library_name, operations};
use crate::ir::{Api, RetryClass};

/// The file: what the crate is, how to use it, and every operation with its retry class.
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
    line(&format!(
        "A Rust client of the {}, version {} of its document.",
        cell(&package.title),
        cell(&package.api_version)
    ));
    line(
        "Generated as a whole: change the document or the generator's configuration, and generate again.",
    );
    line("");
    line("## Using it");
    line("");
    line("```toml");
    line("[dependencies]");
    line(&format!("{} = {{ path = \"vendor/{}\" }}", package.name, package.name));
    line("```");
    line("");
    line(&format!(
        "`cargo doc --open -p {}` shows every operation with an example and the same call in cURL;",
        package.name
    ));
    line(&format!("`{}::Client::builder()` is where to begin.", library_name(api)));
    line("");
    line("Features: `rustls` (default) or `native-tls`.");
    line("");
    line("## Operations");
    line("");
    line("| operation | call | errors described | retry class | why |");
    line("|---|---|---|---|---|");
    for operation in operations(api) {
        let class = match operation.retry.class {
            RetryClass::ReadOnly => "read-only",
            RetryClass::Idempotent => "idempotent",
            RetryClass::Never => "never once sent",
        };
        line(&format!(
            "| `{}` | `{} {}` | {} | {class} | {} |",
            cell(&operation.id),
            operation.verb,
            cell(&operation.route),
            failures(operation),
            cell(&operation.retry.reason),
        ));
    }
    text
}

/// Text in a table's cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
        .replace('`', "'")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
