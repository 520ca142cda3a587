//! The repository's own document and the crate that is generated from it.

use std::fs;
use std::path::Path;

use clientwright_tests::{Run, generate, repository, text};

fn seed() -> Run {
    let config = text("spec/client.toml");
    generate("spec/openapi.yaml", &text("spec/openapi.yaml"), Some(&config), None)
}

#[test]
fn the_generated_crate_is_what_the_generator_writes() {
    let run = seed();
    assert!(!run.files.is_empty(), "{}", run.human);
    let crate_folder = repository().join("generated-client");
    let mut stale = Vec::new();
    for (path, text) in run.files.iter() {
        if fs::read_to_string(crate_folder.join(path)).ok().as_deref() != Some(text) {
            stale.push(path.to_owned());
        }
    }
    let mut there = Vec::new();
    sources(&crate_folder, "src", &mut there);
    stale.extend(there.into_iter().filter(|path| run.files.get(path).is_none()));
    assert_eq!(stale, Vec::<String>::new(), "run `cargo xtask generate`");
}

#[test]
fn the_seed_is_generated_without_a_word() {
    assert_eq!(seed().human, "");
}

#[test]
fn two_runs_write_the_same() {
    assert_eq!(seed().files, seed().files);
}

#[test]
fn line_ends_of_windows_change_nothing_but_the_text_of_the_document() {
    let document = text("spec/openapi.yaml").replace('\n', "\r\n");
    let config = text("spec/client.toml").replace('\n', "\r\n");
    let run = generate("spec/openapi.yaml", &document, Some(&config), None);
    assert_eq!(run.files, seed().files, "{}", run.human);
}

#[test]
fn the_document_as_json_leads_to_the_same() {
    let document: serde_yaml::Value =
        serde_yaml::from_str(&text("spec/openapi.yaml")).unwrap();
    let document = serde_json::to_string(&document).unwrap();
    let config = text("spec/client.toml");
    let run = generate("spec/openapi.yaml", &document, Some(&config), None);
    assert_eq!(run.files, seed().files, "{}", run.human);
}

/// The files below a folder of a crate, by their path within it.
fn sources(root: &Path, folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            sources(root, &path, found);
        } else {
            found.push(path);
        }
    }
}
