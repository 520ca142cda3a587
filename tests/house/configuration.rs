//! What the reference of the configuration says, beside what the configuration knows.

use clientwright::config::Config;
use clientwright::diagnostic::{Diagnostics, FileId};
use clientwright_tests::text;

use crate::tree::files;

const PAGE: &str = "docs/configuration.md";

#[test]
fn every_key_stands_in_the_reference_and_every_key_of_it_is_one() {
    let page = text(PAGE);
    let mut known = Vec::new();
    let mut missing = Vec::new();
    for path in sources() {
        for key in keys(&text(&path)) {
            let row = format!("| `{key}` |");
            let heading = ["[", "[["].iter().any(|open| {
                let start = format!("## `{open}{key}");
                page.lines().any(|line| line.starts_with(&start))
            });
            if !heading && !page.contains(&row) {
                missing.push(format!("`{key}` of {path}"));
            }
            known.push(key);
        }
    }
    assert!(known.len() > 20, "{known:?}");
    assert_eq!(missing, Vec::<String>::new(), "{PAGE} does not have them");
    let rows =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let gone: Vec<&str> =
        rows.filter(|row| !known.iter().any(|key| key == row)).collect();
    assert_eq!(gone, Vec::<&str>::new(), "no key is called so");
}

/// Each example alone, and all of them together.
#[test]
fn every_example_is_read_as_it_stands() {
    let page = text(PAGE);
    let blocks = page.split("```toml\n").skip(1);
    let blocks: Vec<&str> =
        blocks.map(|block| block.split("```").next().unwrap_or_default()).collect();
    assert!(blocks.len() > 8, "{}", blocks.len());
    for block in blocks.iter().copied().chain([blocks.concat().as_str()]) {
        let mut diagnostics = Diagnostics::new();
        let _ = Config::parse(block, FileId(0), &mut diagnostics);
        let said: Vec<&str> = diagnostics.iter().map(|found| &*found.message).collect();
        assert_eq!(said, Vec::<&str>::new(), "{block}");
    }
}

#[test]
fn a_key_is_a_public_field_under_the_name_it_has_in_toml() {
    let code = "pub struct A {\n    /// Doc.\n    pub one: u8,\n    #[serde(default, rename = \"two\")]\n    pub twos: Vec<u8>,\n    #[serde(skip)]\n    pub three: u8,\n    four: u8,\n}\n\nimpl A {\n    pub fn five() {}\n}\n";
    assert_eq!(keys(code), ["one", "two"]);
}

fn sources() -> Vec<String> {
    let all = files("generator/src", ".rs").into_iter();
    all.filter(|path| {
        path == "generator/src/config.rs" || path.starts_with("generator/src/config/")
    })
    .collect()
}

/// The keys of the structs of a source.
fn keys(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut attributes = String::new();
    for line in code.lines().map(str::trim) {
        if line.starts_with("#[") {
            attributes.push_str(line);
            continue;
        }
        let field = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": "));
        if let Some((name, _)) = field
            && !attributes.contains("serde(skip)")
            && !name.contains([' ', '('])
        {
            let renamed = attributes.split("rename = \"").nth(1);
            let renamed = renamed.and_then(|rest| rest.split('"').next());
            found.push(renamed.unwrap_or(name).to_owned());
        }
        attributes.clear();
    }
    found
}
