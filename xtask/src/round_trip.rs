//! `round-trip`: values drawn from the schemas of real documents, read and written back by the crates made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use clap::Args;
use clientwright::config::Config;
use clientwright::diagnostic::{Diagnostics, Source};
use clientwright::ir::{Shape, TypeDef};
use clientwright::{lower, read};
use clientwright_proof::draw::{Dice, broken, value};
use clientwright_proof::sent::{equal, translate};
use clientwright_proof::text::plain;
use serde_json::{Value, json};

use crate::corpus;
use crate::places;

/// The package that every document's crate is called while it is asked.
const PACKAGE: &str = "round-trip";

/// Draw values from schemas of each document, and report those that its crate does not give back as they were.
#[derive(Debug, Args)]
pub(crate) struct RoundTrip {
    /// The folder; its MANIFEST.tsv, where there is one, lists the documents; `CLIENTWRIGHT_CORPUS` when absent.
    folder: Option<PathBuf>,
    /// Only documents whose path holds this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// From how many schemas of a document.
    #[arg(long, default_value_t = 40)]
    schemas: usize,
    /// How many values of each.
    #[arg(long, default_value_t = 20)]
    values: usize,
}

/// A value that is asked of a type.
struct Asked {
    /// The component.
    schema: String,
    /// Its type.
    name: String,
    value: Value,
    /// Whether it must come back: what is not valid may be refused instead.
    valid: bool,
}

pub(crate) fn run(arguments: &RoundTrip) -> Result<ExitCode> {
    let Some(corpus) = corpus::folder(arguments.folder.clone()) else {
        return Ok(ExitCode::SUCCESS);
    };
    let documents = corpus::documents(&corpus, arguments.filter.as_deref())?;
    let mut wrong = 0;
    for document in &documents {
        let text = fs::read_to_string(corpus.join(&document.path))
            .with_context(|| format!("cannot read {}", document.path))?;
        let Some(root) = plain(&text) else {
            println!("{}: passed over: no other reader takes it", document.path);
            continue;
        };
        let asked = asked(arguments, &text, root);
        if asked.is_empty() {
            println!("{}: nothing to ask", document.path);
            continue;
        }
        let answers = match answers(&text, &asked) {
            Ok(answers) => answers,
            Err(error) => {
                println!("{}: {error:#}", document.path);
                wrong += usize::from(document.valid);
                continue;
            }
        };
        let misread = misread(&asked, &answers);
        println!("{}: {} values, {} misread", document.path, asked.len(), misread.len());
        for line in &misread {
            println!("{line}");
        }
        wrong += misread.len();
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Values of some schemas of a document, evenly taken from all.
fn asked(arguments: &RoundTrip, text: &str, mut root: Value) -> Vec<Asked> {
    if root["openapi"].as_str().is_some_and(|version| version.starts_with("3.0")) {
        translate(&mut root["components"]["schemas"]);
    }
    let types: Vec<(String, String)> = types(text, &root).into_iter().collect();
    let step = types.len().div_ceil(arguments.schemas.max(1)).max(1);
    let mut asked = Vec::new();
    for (schema, name) in types.into_iter().step_by(step) {
        let pointer = schema.replace('~', "~0").replace('/', "~1");
        let whole = json!({
            "$ref": format!("#/components/schemas/{pointer}"),
            "components": { "schemas": root["components"]["schemas"] },
        });
        let Ok(validator) = jsonschema::draft202012::new(&whole) else { continue };
        let component = &root["components"]["schemas"][&schema];
        let mut dice = Dice(1);
        for _ in 0..arguments.values {
            let drawn = value(&root, component, &mut dice, 0);
            let miss = broken(&drawn, &mut dice);
            for (value, drawn) in [(drawn, true), (miss, false)] {
                if !value.is_null() {
                    let valid = drawn && validator.is_valid(&value);
                    let (schema, name) = (schema.clone(), name.clone());
                    asked.push(Asked { schema, name, value, valid });
                }
            }
        }
    }
    asked
}

/// The components of a document and what the generated types are called.
fn types(text: &str, root: &Value) -> BTreeMap<String, String> {
    let mut diagnostics = Diagnostics::new();
    let mut document = read::read(&Source::new("openapi", text), &mut diagnostics);
    let api =
        lower::lower(&mut document, &Config::default(), "openapi", &mut diagnostics);
    // What holds a file is the body of a form in parts, and no JSON.
    let holds_file = |ty: &&TypeDef| match &ty.shape {
        Shape::Struct(object) => object.fields.iter().any(|field| field.ty.is_file()),
        _ => false,
    };
    let types = api.types.iter().filter(|ty| !holds_file(ty));
    let types =
        types.filter(|ty| root["components"]["schemas"].get(&ty.title).is_some());
    types.map(|ty| (ty.title.clone(), ty.name.to_string())).collect()
}

/// What the crate writes back of each value, or its error.
fn answers(text: &str, asked: &[Asked]) -> Result<Vec<String>> {
    let target = places::target();
    let folder = std::path::absolute(target.join(PACKAGE))?;
    write(&folder, text, asked)?;
    let mut program = Command::new("cargo")
        .args(["run", "--quiet", "--offline", "--bin", PACKAGE])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo cannot be run")?;
    let mut lines = String::new();
    for Asked { name, value, .. } in asked {
        writeln!(lines, "{name}\t{value}")?;
    }
    let mut stdin = program.stdin.take().context("no standard input")?;
    // The program answers while it still reads; where it ends early, its status says so.
    let asking = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = program.wait_with_output()?;
    let said = asking.join();
    if !output.status.success() || !matches!(said, Ok(Ok(()))) {
        bail!("the crate was not built, or fell over a value");
    }
    let text = String::from_utf8(output.stdout)?;
    let answers: Vec<String> = text.lines().map(str::to_owned).collect();
    if answers.len() != asked.len() {
        bail!("{} values were asked, and {} answered", asked.len(), answers.len());
    }
    Ok(answers)
}

/// Writes the crate, with a program in it that reads and writes values of the types that are asked.
fn write(folder: &Path, text: &str, asked: &[Asked]) -> Result<()> {
    let mut diagnostics = Diagnostics::new();
    let config = format!("[package]\nname = \"{PACKAGE}\"\n");
    let mut config =
        Config::parse(&config, clientwright::diagnostic::FileId(1), &mut diagnostics);
    config.allow_refused = true;
    let outcome =
        clientwright::generate(&Source::new("openapi", text), &config, diagnostics);
    if outcome.files.is_empty() {
        bail!("the document was refused");
    }
    if folder.join("src").exists() {
        fs::remove_dir_all(folder.join("src"))?;
    }
    for (path, text) in outcome.files.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().context("no folder")?)?;
        fs::write(path, text)?;
    }
    let names: BTreeSet<&str> = asked.iter().map(|asked| asked.name.as_str()).collect();
    let mut arms = String::new();
    for name in names {
        writeln!(arms, "            {name:?} => back::<models::{name}>(json),")?;
    }
    fs::write(folder.join("src/main.rs"), MAIN.replace("ARMS", &arms))?;
    fs::copy("Cargo.lock", folder.join("Cargo.lock"))
        .context("cannot copy Cargo.lock")?;
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    let alone = "\n[workspace]\n\n[profile.dev]\ndebug = false\n";
    fs::write(folder.join("Cargo.toml"), manifest + alone)?;
    Ok(())
}

/// A line for each value that was lost or changed, or read although it is none of the type's.
fn misread(asked: &[Asked], answers: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (asked, answer) in asked.iter().zip(answers) {
        let back = serde_json::from_str::<Value>(answer);
        let same = back.as_ref().is_ok_and(|back| equal(&asked.value, back));
        if !same && (asked.valid || back.is_ok()) {
            let Asked { schema, value, valid, .. } = asked;
            found.push(format!("  {schema}, valid: {valid}\n    {value}\n    {answer}"));
        }
    }
    found
}

const MAIN: &str = r#"//! Reads values and writes them back.
#![allow(warnings)]
#![recursion_limit = "8192"]

use round_trip::models;

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (name, json) = line.split_once('\t').unwrap();
        let back = match name {
ARMS
            _ => panic!("{name}"),
        };
        println!("{back}");
    }
}

fn back<T: serde::Serialize + serde::de::DeserializeOwned>(json: &str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(value) => serde_json::to_string(&value).unwrap(),
        Err(error) => format!("error: {error}").replace('\n', " "),
    }
}
"#;
