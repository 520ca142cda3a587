//! Which module of the generator may use which.

use std::collections::BTreeSet;

use clientwright_tests::text;
use proc_macro2::{TokenStream, TokenTree};

use crate::tree::files;

/// Each module and those it may use; itself it may always.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("files", &[]),
    ("name", &[]),
    ("config", &["diagnostic"]),
    ("document", &["diagnostic"]),
    ("read", &["document", "diagnostic"]),
    ("ir", &["name", "diagnostic"]),
    ("omission", &["document", "ir", "diagnostic"]),
    ("lower", &["document", "ir", "name", "config", "diagnostic"]),
    ("emit", &["ir", "name", "config", "files"]),
    ("change", &["ir", "diagnostic"]),
];

/// What stands above the layers: the pipeline itself, and the program.
const ABOVE: &[&str] = &["lib", "main", "cli"];

const SOURCE: &str = "generator/src/";

#[test]
fn every_module_uses_only_what_lies_below_it() {
    let mut wrong = Vec::new();
    for path in files("generator/src", ".rs") {
        let modules = modules(&path);
        let own = modules.first().map_or("lib", String::as_str);
        if ABOVE.contains(&own) {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == own) else {
            wrong.push(format!("{path}: the module `{own}` has no row in the table"));
            continue;
        };
        for used in used(&text(&path), &modules) {
            if used != own && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{path} uses `crate::{used}`"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_use_is_seen_however_it_is_written() {
    let modules = ["lower".to_owned(), "schema".to_owned()];
    let seen =
        |code: &str| used(code, &modules).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(seen("use crate::emit::Thing;"), "emit");
    assert_eq!(seen("use crate::{emit::{a, b}, read, ir::Api as A};"), "emit ir read");
    assert_eq!(seen("fn f() -> crate::emit::A { g(crate::read::b!()) }"), "emit read");
    assert_eq!(seen("use super::super::emit;"), "emit");
    assert_eq!(seen("use super::draft; use self::inner;"), "");
    assert_eq!(seen("mod tests { use super::super::draft; }"), "");
    assert_eq!(seen("fn f() { quote! { use crate::runtime::Call; } }"), "");
}

/// The modules of a file from the crate's root: `lower`, `schema` for `lower/schema.rs`.
fn modules(path: &str) -> Vec<String> {
    let path = path.strip_prefix(SOURCE).unwrap().strip_suffix(".rs").unwrap();
    path.split('/').filter(|part| *part != "mod").map(str::to_owned).collect()
}

/// The top modules that a file names by `crate::` or by enough of `super::`.
fn used(code: &str, modules: &[String]) -> BTreeSet<String> {
    let tokens: TokenStream = code.parse().unwrap();
    let mut found = BTreeSet::new();
    walk(tokens, modules.len(), &mut found);
    found
}

/// Looks through tokens at a depth of modules below the crate's root; what is quoted is another crate's code.
fn walk(tokens: TokenStream, depth: usize, found: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let word =
            |at: usize| tokens.get(at).map(ToString::to_string).unwrap_or_default();
        let path_goes_on = |at: usize| word(at) == ":" && word(at + 1) == ":";
        let quoted =
            matches!(word(at).as_str(), "quote" | "parse_quote") && word(at + 1) == "!";
        if quoted {
            at += 3;
            continue;
        }
        let mut rest = at;
        let mut up = 0;
        while word(rest) == "super" && path_goes_on(rest + 1) {
            (up, rest) = (up + 1, rest + 3);
        }
        let from_root = word(at) == "crate" && path_goes_on(at + 1);
        if from_root {
            rest = at + 3;
        }
        if from_root || (up > 0 && up >= depth) {
            found.extend(tokens.get(rest).map(first_names).unwrap_or_default());
        }
        if rest > at {
            at = rest;
            continue;
        }
        if let TokenTree::Group(group) = &tokens[at] {
            let inner_module = at >= 2 && word(at - 2) == "mod";
            walk(group.stream(), depth + usize::from(inner_module), found);
        }
        at += 1;
    }
}

/// The first name of each path in `a`, or in `{a::b, c}`.
fn first_names(token: &TokenTree) -> Vec<String> {
    match token {
        TokenTree::Group(group) => {
            let mut names = Vec::new();
            let mut first = true;
            for token in group.stream() {
                if first && let TokenTree::Ident(name) = &token {
                    names.push(name.to_string());
                }
                first = token.to_string() == ",";
            }
            names
        }
        TokenTree::Ident(name) => vec![name.to_string()],
        _ => Vec::new(),
    }
}
