//! The program on documents of several files: what it reads, what it must not read, and what it says.

use std::fmt::Write as _;

use crate::program::{Ended, Place};

fn document(schemas: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{ title: Shop, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
    )
}

fn schema(reference: &str) -> String {
    document(&format!("    Order: {{ $ref: '{reference}' }}\n"))
}

/// A place whose document refers to one file, which exists.
fn place(reference: &str, path: &str) -> Place {
    let place = Place::new(&schema(reference));
    place.put(path, "type: object\nproperties: { id: { type: string } }\n");
    place
}

fn refused(ended: &Ended, code: &str, place: &str) {
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.err.contains(&format!("error[{code}]")), "{}", ended.err);
    assert!(ended.err.contains(&format!("--> {place}")), "{}", ended.err);
}

#[test]
fn a_change_in_any_file_makes_the_crate_stale() {
    let place = place("schemas/order.yaml", "schemas/order.yaml");
    let first = place.generate(&[]);
    assert_eq!(first.code, 0, "{}", first.err);
    let line =
        place.files()["crate/src/models/order.rs"].lines().next().unwrap().to_owned();
    assert!(line.contains("@generated from api.yaml by"), "{line}");
    assert_eq!(place.generate(&["--check"]).code, 0);
    place.put(
        "schemas/order.yaml",
        "type: object\nproperties: { number: { type: string } }\n",
    );
    let checked = place.generate(&["--check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.err.contains("stale: crate/src/models/order.rs"), "{}", checked.err);
    let shown = place.run(&["show", "--spec", "api.yaml"]);
    assert!(shown.code == 0 && shown.out.contains("number"), "{}", shown.err);
}

#[test]
fn a_problem_in_a_file_is_said_with_the_place_in_that_file() {
    let place = Place::new(&schema("schemas/order.yaml"));
    place.put(
        "schemas/order.yaml",
        "type: object\nproperties:\n  a: { $ref: '#/gone' }\n",
    );
    place.put("client.toml", "[package]\nname = \"shop\"\n");
    let ended = place.generate(&["--config", "client.toml"]);
    refused(&ended, "CW1008", "schemas/order.yaml:3:14");
    assert!(ended.err.contains("at `#/properties/a/$ref`"), "{}", ended.err);
    let json = place.generate(&["--format", "json"]);
    let line: serde_json::Value =
        serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(line["file"], "schemas/order.yaml");
    assert_eq!(line["line"], 3);
}

#[test]
fn files_above_the_document_are_read_where_the_root_holds_them() {
    let place = place("unused", "common/order.yaml");
    place.put("spec/v1/api.yaml", &schema("../../common/order.yaml"));
    let run = |more: &[&str]| {
        let arguments = ["generate", "--spec", "spec/v1/api.yaml", "--out", "crate"];
        place.run(&[&arguments, more].concat())
    };
    refused(&run(&[]), "CW1017", "spec/v1/api.yaml:6:20");
    refused(&run(&["--root", "spec"]), "CW1017", "spec/v1/api.yaml:6:20");
    let read = run(&["--root", "."]);
    assert_eq!(read.code, 0, "{}", read.err);
    assert_eq!(run(&["--root", ".", "--check"]).code, 0);
    place.put("common/order.yaml", "type: strin\n");
    let ended = run(&["--root", ".", "--check"]);
    assert!(ended.err.contains("--> common/order.yaml:1:"), "{}", ended.err);
    assert_eq!(run(&["--root", "gone"]).code, 2);
}

#[test]
fn what_is_no_text_is_refused_at_the_reference() {
    for (reference, reason) in [
        ("gone.yaml", "there is no file `gone.yaml`"),
        ("folder", "`folder` is not a file"),
        ("latin.yaml", "`latin.yaml` is not UTF-8"),
        ("api.yaml/x.yaml", "there is no file `api.yaml/x.yaml`"),
        ("a%00b.yaml", "there is no file"),
    ] {
        let place = place(reference, "folder/order.yaml");
        std::fs::write(place.path().join("latin.yaml"), b"title: Gr\xF6\xDFe\n")
            .unwrap();
        let ended = place.generate(&[]);
        refused(&ended, "CW1016", "api.yaml:6:20");
        assert!(ended.err.contains(reason), "{reference}: {}", ended.err);
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_and_a_pipe_are_refused() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("order.yaml"), "type: string\n").unwrap();
    let place = place("link.yaml", "within.yaml");
    let link = |from: &std::path::Path, to: &str| {
        std::os::unix::fs::symlink(from, place.path().join(to)).unwrap();
    };
    link(&outside.path().join("order.yaml"), "link.yaml");
    refused(&place.generate(&[]), "CW1017", "api.yaml:6:20");
    link(outside.path(), "folder");
    place.put("api.yaml", &schema("folder/order.yaml"));
    refused(&place.generate(&[]), "CW1017", "api.yaml:6:20");
    link(&place.path().join("within.yaml"), "inner.yaml");
    place.put("api.yaml", &schema("inner.yaml"));
    assert_eq!(place.generate(&[]).code, 0);
    place.put("api.yaml", &schema("pipe.yaml"));
    let mut command = std::process::Command::new("mkfifo");
    assert!(command.arg(place.path().join("pipe.yaml")).status().unwrap().success());
    refused(&place.generate(&[]), "CW1016", "api.yaml:6:20");
}

#[test]
fn files_that_lead_to_each_other_and_to_themselves_end() {
    let place = Place::new(&document(
        "    A: { $ref: a.yaml }\n    Self: { $ref: self.yaml }\n    Empty: { $ref: empty.yaml }\n",
    ));
    place.put("a.yaml", "type: object\nproperties: { b: { $ref: b.yaml } }\n");
    place.put(
        "b.yaml",
        "type: object\nproperties: { a: { $ref: a.yaml }, entry: { $ref: 'api.yaml#/components/schemas/A' } }\n",
    );
    place.put("self.yaml", "type: object\nproperties: { next: { $ref: self.yaml } }\n");
    place.put("empty.yaml", "$ref: empty.yaml\n");
    refused(&place.generate(&[]), "CW1010", "empty.yaml:1:7");
    place.put("empty.yaml", "type: string\n");
    let ended = place.generate(&[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
}

#[test]
fn ten_thousand_files_are_too_many() {
    let mut schemas = String::new();
    for index in 0..10_000 {
        let _ = writeln!(schemas, "    S{index}: {{ $ref: parts/{index}.yaml }}");
    }
    let place = Place::new(&document(&schemas));
    for index in 0..10_000 {
        place.put(&format!("parts/{index}.yaml"), "type: string\n");
    }
    let ended = place.generate(&["--format", "json"]);
    assert_eq!(ended.code, 1);
    let told = ended.out.lines().filter(|line| line.contains("CW1013")).count();
    // The document itself is one of the 4,096.
    assert_eq!((told, ended.out.lines().count()), (10_000 - 4_095, 10_000 - 4_095));
}
