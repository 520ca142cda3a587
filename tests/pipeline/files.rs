//! A document of several files and the same as one text.

use clientwright_tests::{Case, generate, text};

const CASE: &str = "cases/references/several_files_are_one_document";

#[test]
fn several_files_lead_to_the_same_crate_as_one() {
    let several = Case::read(CASE).run(None);
    let bundled = text(&format!("tests/{CASE}/bundled.yaml"));
    let one = generate("openapi.yaml", &bundled, None, None);
    assert!(!several.files.is_empty(), "{}", several.human);
    let paths: Vec<&str> = several.files.iter().map(|(path, _)| path).collect();
    let expected: Vec<&str> = one.files.iter().map(|(path, _)| path).collect();
    assert_eq!(paths, expected);
    for (path, text) in several.files.iter() {
        assert_eq!(Some(text), one.files.get(path), "{path}");
    }
}
