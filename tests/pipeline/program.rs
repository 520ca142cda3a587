//! The program as a process: what it writes, what it says, and how it ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const DOCUMENT: &str = "openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders: { get: { operationId: listOrders, tags: [Orders], responses: { '204': { description: Done. } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
";

/// How a run ended, and what it said.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder with a document in it, and the crate that is to be generated from it.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new(document: &str) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.put("api.yaml", document);
        place
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        run(self.0.path(), arguments)
    }

    pub(crate) fn generate(&self, more: &[&str]) -> Ended {
        self.run(&[&["generate", "--spec", "api.yaml", "--out", "crate"], more].concat())
    }

    /// Every file of the folder with its text.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let mut open = vec![PathBuf::new()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(self.0.path().join(&folder)).unwrap() {
                let entry = entry.unwrap();
                let path = folder.join(entry.file_name());
                if entry.file_type().unwrap().is_dir() {
                    open.push(path);
                } else {
                    let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap())
                        .into_owned();
                    found.insert(path.to_str().unwrap().replace('\\', "/"), text);
                }
            }
        }
        found
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_clientwright-under-test"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_crate_is_written_and_then_up_to_date() {
    let place = Place::new(DOCUMENT);
    let first = place.generate(&[]);
    assert_eq!((first.code, first.out.as_str()), (0, ""), "{}", first.err);
    assert!(first.err.starts_with("wrote crate ("), "{}", first.err);
    let files = place.files();
    for path in
        ["Cargo.toml", "README.md", "rustfmt.toml", "src/lib.rs", "src/models/order.rs"]
    {
        assert!(
            files[&format!("crate/{path}")]
                .lines()
                .next()
                .unwrap()
                .contains("@generated")
        );
    }
    let second = place.generate(&[]);
    assert_eq!(second.code, 0);
    assert!(second.err.starts_with("crate is up to date ("), "{}", second.err);
    assert_eq!(place.generate(&["--check"]).code, 0);
    assert_eq!(place.files(), files);
}

#[test]
fn what_stands_beside_the_generated_files_is_left_alone() {
    let place = Place::new(DOCUMENT);
    place.put("crate/tests/mine.rs", "// mine\n");
    place.put("crate/CHANGELOG.md", "mine\n");
    assert_eq!(place.generate(&[]).code, 0);
    let files = place.files();
    assert_eq!(files["crate/tests/mine.rs"], "// mine\n");
    assert_eq!(files["crate/CHANGELOG.md"], "mine\n");
}

#[test]
fn check_names_what_is_stale_missing_and_left_over_and_writes_nothing() {
    let place = Place::new(DOCUMENT);
    place.generate(&[]);
    let stamp = "// @generated from api.yaml by clientwright; do not edit.\n";
    place.put("crate/src/models/order.rs", &format!("{stamp}\npub struct Order;\n"));
    place.put("crate/src/models/gone.rs", stamp);
    fs::remove_file(place.0.path().join("crate/src/client.rs")).unwrap();
    let before = place.files();
    let checked = place.generate(&["--check"]);
    assert_eq!(checked.code, 1);
    assert_eq!(place.files(), before);
    assert!(
        checked.out.contains("--- a/src/models/order.rs\n+++ b/src/models/order.rs\n@@"),
        "{}",
        checked.out
    );
    assert!(checked.out.contains("-pub struct Order;\n"), "{}", checked.out);
    assert!(
        checked.out.contains("--- /dev/null\n+++ b/src/client.rs\n"),
        "{}",
        checked.out
    );
    assert!(
        checked.out.contains("--- a/src/models/gone.rs\n+++ /dev/null\n"),
        "{}",
        checked.out
    );
    let expected = "missing: crate/src/client.rs
left over: crate/src/models/gone.rs
stale: crate/src/models/order.rs
error: crate is not up to date; run `clientwright generate --spec api.yaml --out crate`
";
    assert_eq!(checked.err, expected);
    assert_eq!(place.generate(&[]).code, 0);
    assert_eq!(place.generate(&["--check"]).code, 0);
    assert!(!place.files().contains_key("crate/src/models/gone.rs"));
}

#[test]
fn a_folder_goes_with_its_last_file() {
    let place = Place::new(DOCUMENT);
    place.generate(&[]);
    place.put(
        "api.yaml",
        "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\npaths: {}\n",
    );
    place.put("crate/src/deep/er/gone.rs", "// @generated by clientwright\n");
    assert_eq!(place.generate(&[]).code, 0);
    assert!(!place.0.path().join("crate/src/deep").exists());
    assert!(!place.0.path().join("crate/src/operations/orders.rs").exists());
}

#[test]
fn a_file_that_somebody_wrote_is_neither_overwritten_nor_removed() {
    for path in [
        "crate/src/models/order.rs",
        "crate/src/mine.rs",
        "crate/Cargo.toml",
        "crate/README.md",
    ] {
        let place = Place::new(DOCUMENT);
        place.put(path, "mine\n");
        let before = place.files();
        let ended = place.generate(&[]);
        assert_eq!(ended.code, 2, "{path}");
        assert!(ended.err.contains(path), "{}", ended.err);
        assert_eq!(place.files(), before, "{path}");
        assert_eq!(place.generate(&["--check"]).code, 2, "{path}");
    }
}

#[test]
fn a_refused_document_changes_nothing() {
    let place = Place::new(DOCUMENT);
    place.generate(&[]);
    place.put(
        "api.yaml",
        &DOCUMENT.replace("type: string", "$ref: '#/components/schemas/Gone'"),
    );
    let before = place.files();
    let ended = place.generate(&["--color", "never"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains("error[CW1008]"), "{}", ended.err);
    assert!(ended.err.contains("api.yaml:7:"), "{}", ended.err);
    assert_eq!(place.files(), before);
}

#[test]
fn all_problems_are_said_at_once_those_of_the_configuration_too() {
    let place = Place::new(
        &DOCUMENT.replace("type: string", "$ref: '#/components/schemas/Gone'"),
    );
    place.put(
        "client.toml",
        "[[timeout]]\noperations = [\"nobody\"]\nseconds = 1\nwhy = \"it is quick\"\n",
    );
    let ended = place.generate(&["--config", "client.toml"]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.err.contains("error[CW1008]") && ended.err.contains("error[CW3002]"),
        "{}",
        ended.err
    );
    assert!(ended.err.contains("client.toml:2:"), "{}", ended.err);
}

#[test]
fn json_goes_to_standard_output_one_object_a_line() {
    let place = Place::new(
        &DOCUMENT
            .replace("type: string", "$ref: '#/components/schemas/Gone', descripton: x"),
    );
    let ended = place.generate(&["--format", "json"]);
    assert_eq!(ended.code, 1);
    let lines: Vec<serde_json::Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<&str> =
        lines.iter().map(|line| line["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"CW1008") && codes.contains(&"CW1005"), "{}", ended.out);
    for line in &lines {
        assert_eq!(
            (line["file"].as_str(), line["line"].as_u64()),
            (Some("api.yaml"), Some(7))
        );
        assert!(
            line["pointer"].as_str().unwrap().starts_with("/components/schemas/Order"),
            "{line}"
        );
    }
    assert_eq!(ended.err, "");
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_is_wrong() {
    let place = Place::new(DOCUMENT);
    let said = |arguments: &[&str], expected: &str| {
        let ended = place.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.contains(expected), "{arguments:?}: {}", ended.err);
    };
    said(&["generate", "--nonsense"], "--nonsense");
    said(&["generate", "--out", "crate"], "--spec FILE");
    said(&["generate", "--spec", "api.yaml"], "--out DIR");
    said(&["generate", "--spec", "gone.yaml", "--out", "crate"], "gone.yaml");
    said(
        &["generate", "--spec", "api.yaml", "--out", "crate", "--config", "gone.toml"],
        "gone.toml",
    );
    said(&["explain", "CW9999"], "CW9999");
    fs::write(place.0.path().join("latin.toml"), b"[package]\nname = \"gr\xF6sse\"\n")
        .unwrap();
    said(
        &["generate", "--spec", "api.yaml", "--out", "crate", "--config", "latin.toml"],
        "UTF-8",
    );
    assert_eq!(place.files().len(), 2);
}

#[test]
fn explain_says_what_a_code_means_and_which_there_are() {
    let place = Place::new(DOCUMENT);
    let one = place.run(&["explain", "cw1004"]);
    assert_eq!(one.code, 0);
    assert!(
        one.out.starts_with("CW1004: a key stands twice in one object\n\n"),
        "{}",
        one.out
    );
    let all = place.run(&["explain"]);
    assert_eq!(all.code, 0);
    assert!(
        all.out.lines().count() > 30 && all.out.starts_with("CW1001  "),
        "{}",
        all.out
    );
}

#[test]
fn what_is_written_does_not_depend_on_where_it_is_done() {
    let (here, there) = (Place::new(DOCUMENT), Place::new(DOCUMENT));
    here.generate(&[]);
    let spec = there.0.path().join("api.yaml");
    let out = there.0.path().join("crate");
    let arguments =
        ["generate", "--spec", spec.to_str().unwrap(), "--out", out.to_str().unwrap()];
    assert_eq!(run(&std::env::temp_dir(), &arguments).code, 0);
    assert_eq!(here.files(), there.files());
}

#[test]
fn a_document_in_another_encoding_is_read_and_a_guess_is_said() {
    let document = DOCUMENT.replace("Done.", "Öl ist da.");
    let expected = {
        let place = Place::new(&document);
        assert_eq!(place.generate(&[]).code, 0);
        place.files().remove("crate/src/operations/orders.rs")
    };
    assert!(expected.as_ref().is_some_and(|text| text.contains("Öl ist da.")));
    let utf16 = document.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf16).collect();
    let latin: Vec<u8> =
        document.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    for (bytes, says) in [(utf16, false), (latin, true)] {
        let place = Place::new("");
        fs::write(place.path().join("api.yaml"), bytes).unwrap();
        let ended = place.generate(&[]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert_eq!(place.files().remove("crate/src/operations/orders.rs"), expected);
        let warning = "warning[CW1001]: the text is not UTF-8: it is read as Windows-1252\n --> api.yaml:4:97\n";
        assert_eq!(ended.err.contains(warning), says, "{}", ended.err);
    }
    let place = Place::new("");
    fs::write(place.path().join("api.yaml"), [0, 0xFF]).unwrap();
    let ended = place.generate(&[]);
    assert_eq!(
        (ended.code, ended.err.contains("is no text")),
        (2, true),
        "{}",
        ended.err
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_document() {
    let place = Place::new(&format!("\u{FEFF}{DOCUMENT}"));
    let ended = place.generate(&[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
}
