//! Values drawn from the schemas of all cases are read and written back by the generated types: what a validator calls valid
//! comes back as it was, and what it does not is an error or comes back as it was, too.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use clientwright::diagnostic::{Diagnostics, Source};
use clientwright::{config::Config, lower, read};
use clientwright_proof::draw::{Dice, broken, value};
use clientwright_proof::sent::{equal, translate};
use clientwright_tests::{Case, repository, text};
use serde_json::{Value, json};

use crate::answered;
use crate::workspace::put_text;

/// How many values are drawn from each schema.
const DRAWN: usize = 40;

/// Writes the crate that holds the models of all cases beside one runtime.
pub(crate) fn write(root: &Path) -> String {
    let folder = root.join("roundtrip");
    put_text(&folder.join("Cargo.toml"), MANIFEST);
    put_text(&folder.join("src/main.rs"), MAIN);
    copy(
        &repository().join("generator/runtime/src/runtime"),
        &folder.join("src/runtime"),
    );
    let (mut modules, mut arms) = (String::new(), String::new());
    for case in cases() {
        let module = module(&case);
        let run = case.run(None);
        for (path, text) in run.files.iter() {
            if let Some(path) = path.strip_prefix("src/models/") {
                put_text(&folder.join("src/cases").join(&module).join(path), text);
            }
        }
        let _ =
            writeln!(modules, "#[path = \"cases/{module}/mod.rs\"]\npub mod {module};");
        for name in types(&case).values() {
            let _ = writeln!(
                arms,
                "\"{module}::{name}\" => back::<{module}::{name}>(json),"
            );
        }
    }
    put_text(&folder.join("src/modules.txt"), &modules);
    let arms = format!("match name {{\n{arms}_ => panic!(\"{{name}}\"),\n}}\n");
    put_text(&folder.join("src/arms.txt"), &arms);
    "roundtrip".to_owned()
}

#[test]
fn what_is_valid_comes_back_as_it_was_and_nothing_is_misread() {
    let mut asked = Vec::new();
    for case in cases() {
        let root = document(&case);
        for (component, name) in types(&case) {
            let validator = validator(&root, &component);
            let schema = &root["components"]["schemas"][&component];
            let mut dice = Dice(1);
            for _ in 0..DRAWN {
                let drawn = value(&root, schema, &mut dice, 0);
                let miss = broken(&drawn, &mut dice);
                // A near miss may be valid by a branch that the discriminator rules out: it is held to the weaker promise.
                for (value, drawn) in [(drawn, true), (miss, false)] {
                    // What is null as a whole is for the place that holds the type to tell.
                    if !value.is_null() {
                        let valid = drawn && validator.is_valid(&value);
                        asked.push((format!("{}::{name}", module(&case)), value, valid));
                    }
                }
            }
        }
    }
    let answers = answers(&asked);
    let valid = asked.iter().filter(|(_, _, valid)| *valid).count();
    assert!(valid > 1000 && asked.len() > valid + 500, "{valid} of {}", asked.len());
    let mut wrong = String::new();
    for ((name, value, valid), answer) in asked.iter().zip(&answers) {
        let back = serde_json::from_str::<Value>(answer);
        let same = back.as_ref().is_ok_and(|back| equal(value, back));
        if !same && (*valid || back.is_ok()) {
            let _ = writeln!(wrong, "{name}, valid: {valid}\n  {value}\n  {answer}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What the program writes back of each value, or its error.
fn answers(asked: &[(String, Value, bool)]) -> Vec<String> {
    let lines = asked.iter().map(|(name, value, _)| format!("{name}\t{value}\n"));
    answered("roundtrip", lines.collect())
}

/// The cases that are about types, but for one whose numbers no other reader takes.
fn cases() -> Vec<Case> {
    let all =
        Case::all("cases").into_iter().filter(|case| case.name.contains("/types/"));
    all.filter(|case| serde_yaml::from_str::<Value>(&case.document).is_ok()).collect()
}

fn module(case: &Case) -> String {
    case.name.rsplit('/').next().unwrap().to_owned()
}

/// The components of a case, and what the generated types are called.
fn types(case: &Case) -> BTreeMap<String, String> {
    let mut diagnostics = Diagnostics::new();
    let mut document =
        read::read(&Source::new("openapi.yaml", &*case.document), &mut diagnostics);
    let api = lower::lower(
        &mut document,
        &Config::default(),
        "openapi.yaml",
        &mut diagnostics,
    );
    let root = self::document(case);
    let schemas = root["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let types = api.types.iter().filter(|ty| schemas.contains_key(&ty.title));
    types.map(|ty| (ty.title.clone(), ty.name.to_string())).collect()
}

/// A case's document; what OpenAPI 3.0 says in its own way, as JSON Schema says it.
fn document(case: &Case) -> Value {
    let mut document: Value = serde_yaml::from_str(&case.document).unwrap();
    if document["openapi"].as_str().unwrap().starts_with("3.0") {
        translate(&mut document["components"]["schemas"]);
    }
    document
}

fn validator(root: &Value, component: &str) -> jsonschema::Validator {
    let component = component.replace('~', "~0").replace('/', "~1");
    jsonschema::draft202012::new(&json!({
        "$ref": format!("#/components/schemas/{component}"),
        "components": root["components"],
    }))
    .unwrap()
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            let path = entry.path();
            let path = path.strip_prefix(repository()).unwrap();
            put_text(&to, &text(&path.to_string_lossy()));
        }
    }
}

const MAIN: &str = r#"//! Reads values and writes them back.
#![allow(warnings)]
#![recursion_limit = "1024"]

mod runtime;

include!("modules.txt");

pub use runtime::{Base64, Base64Url, DateTime, IsoDuration};

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (name, json) = line.split_once('\t').unwrap();
        let back = include!("arms.txt");
        println!("{back}");
    }
}

fn back<T: serde::Serialize + serde::de::DeserializeOwned>(json: &str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(value) => serde_json::to_string(&value).unwrap(),
        Err(error) => format!("error: {error}"),
    }
}
"#;

const MANIFEST: &str = r#"[package]
name = "roundtrip"
version = "0.0.0"
edition = "2024"
publish = false

[features]
default = ["base64", "client", "date-times", "durations", "forms", "json", "texts", "unions"]
base64 = []
client = []
date-times = []
texts = []
durations = []
forms = []
json = []
mock = []
rustls = []
unions = []

[dependencies]
bytes = "1"
http = "1"
base64 = { version = "0.23", default-features = false, features = ["alloc"] }
jiff = { version = "0.2", default-features = false, features = ["std", "serde"] }
percent-encoding = "2"
reqwest = { version = "0.13", default-features = false, features = ["http2", "charset", "rustls"] }
reqwest-middleware = "0.5"
secrecy = "0.10"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
strum = { version = "0.28", features = ["derive"] }
tokio = { version = "1", features = ["sync", "time", "rt"] }
tracing = "0.1"
uuid = { version = "1", default-features = false, features = ["serde"] }
"#;
