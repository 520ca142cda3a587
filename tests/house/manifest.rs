//! What the manifests and the sources must and must not say.

use clientwright_tests::text;

use crate::tree::files;

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = text("Cargo.toml");
    let (_, rest) = manifest.split_once("[workspace.dependencies]").unwrap();
    let (section, _) = rest.split_once("\n[").unwrap();
    let entries =
        section.lines().filter(|line| line.contains('=') && !line.starts_with('#'));
    // The workspace's own packages are what it is about.
    let foreign = entries.filter(|line| !line.contains("path = "));
    let silent = foreign.filter(|line| {
        let reason = line.split_once(" # ").map(|(_, reason)| reason.trim());
        reason.is_none_or(|reason| reason.len() < 4)
    });
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn the_generator_knows_no_api_by_name() {
    let sources =
        ["generator/src", "generator/runtime"].map(|folder| files(folder, "")).concat();
    let knows = |path: &String| text(path).to_lowercase().contains("instacart");
    let knowing: Vec<String> = sources.into_iter().filter(knows).collect();
    assert_eq!(knowing, Vec::<String>::new());
}

#[test]
fn the_document_is_as_it_was_given() {
    let document = text("spec/openapi.yaml");
    assert_eq!(document.len(), 29_727);
    assert_eq!(document.lines().count(), 954);
    assert_eq!(document.lines().next(), Some("openapi: 3.1.0"));
    assert_eq!(document.lines().last().map(str::trim), Some(LAST));
}

const LAST: &str = "The HTTP status code.";
