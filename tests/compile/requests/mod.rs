//! Each operation of the cases is called with values drawn from the document, and the bytes that arrive are held against the
//! document by code that shares nothing with the generator.

mod program;

use std::fmt::Write as _;
use std::path::Path;

use clientwright::config::Config;
use clientwright::diagnostic::{Diagnostics, FileId, Source};
use clientwright::ir::{self, Api, CredentialKind, ParamPlace};
use clientwright::{lower, read};
use clientwright_proof::draw::Dice;
use clientwright_proof::sent::{Arguments, Operation, operation, problems, translate};
use clientwright_tests::{Case, generate, text};
use serde_json::Value;

use crate::answered;
use crate::workspace::{put, put_text};

/// How often each operation is called.
const CALLS: usize = 50;

/// The package of the repository's own document.
const SPEC: &str = "requests-spec";

/// A document whose operations are called.
struct Subject {
    /// The package of its crate in the workspace.
    package: String,
    plain: Value,
    api: Api,
}

/// Writes the program that makes the calls, and the crates that no case has; says how they are called.
pub(crate) fn write(root: &Path) -> Vec<String> {
    let config = text("spec/client.toml");
    let (_, config) = config.split_once("[package]").unwrap_or(("", &config));
    let config = format!("[package]\n{}", config.replacen("name = ", "# ", 1));
    let files =
        generate("openapi.yaml", &text("spec/openapi.yaml"), Some(&config), Some(SPEC));
    assert!(!files.files.is_empty(), "{}", files.human);
    put(root, SPEC, &files.files);
    let subjects = subjects();
    let folder = root.join("requests");
    put_text(&folder.join("Cargo.toml"), &program::manifest(&subjects));
    put_text(&folder.join("src/main.rs"), program::MAIN);
    put_text(&folder.join("src/program.txt"), program::PROGRAM);
    put_text(&folder.join("src/arms.txt"), &program::arms(&subjects));
    vec!["requests".to_owned(), SPEC.to_owned()]
}

#[test]
fn what_is_sent_is_what_the_document_says() {
    let subjects = subjects();
    let mut asked: Vec<(String, Operation<'_>, Arguments)> = Vec::new();
    let mut cannot = Vec::new();
    for subject in &subjects {
        for called in subject.called() {
            let operation = subject.operation(called).unwrap();
            let mut dice = Dice(7);
            let before = asked.len();
            for _ in 0..CALLS {
                let key = format!("{}::{}", subject.package, called.method);
                let Some(drawn) = operation.drawn(&mut dice) else { continue };
                let again = subject.operation(called).unwrap();
                asked.push((key, again, drawn));
            }
            if asked.len() == before {
                cannot.push(format!("{}::{}", subject.package, called.method));
            }
        }
    }
    let answers = answers(&asked);
    let mut wrong = String::new();
    for ((name, operation, arguments), answer) in asked.iter().zip(&answers) {
        let problems = match answer.strip_prefix("sent ") {
            Some(hex) => problems(operation, arguments, &bytes(hex)),
            None => vec![answer.clone()],
        };
        if !problems.is_empty() {
            let arguments = Value::Object(arguments.clone());
            let _ = writeln!(wrong, "{name} {arguments}\n  {}", problems.join("\n  "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(cannot, Vec::<String>::new(), "nothing was drawn for these");
    assert!(asked.len() > 1_000, "{} calls", asked.len());
}

/// What the program says of each call: the bytes that arrived, or why none did.
fn answers(asked: &[(String, Operation<'_>, Arguments)]) -> Vec<String> {
    let lines = asked.iter().map(|(name, _, arguments)| {
        format!("{name}\t{}\n", Value::Object(arguments.clone()))
    });
    answered("requests", lines.collect())
}

fn bytes(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// The documents with something to send: those about calls, and the repository's own.
fn subjects() -> Vec<Subject> {
    let areas = ["operations", "references", "security", "servers", "tags", "healed"];
    let about = |case: &Case| {
        let mut folders = case.name.split('/').skip(1);
        folders.next().is_some_and(|area| areas.contains(&area))
    };
    // A crate that is named by its configuration cannot be found by the name of its case.
    let named = |case: &Case| {
        case.config.as_ref().is_some_and(|config| config.contains("[package]"))
    };
    let cases =
        Case::all("cases").into_iter().filter(|case| about(case) && !named(case));
    let cases = cases.filter_map(|case| {
        subject(case.name.replace('/', "-"), &case.document, case.config.as_deref())
    });
    let spec = text("spec/openapi.yaml");
    let spec = subject(SPEC.to_owned(), &spec, Some(&text("spec/client.toml")));
    cases.chain(spec).filter(|subject| subject.called().next().is_some()).collect()
}

fn subject(package: String, document: &str, config: Option<&str>) -> Option<Subject> {
    let mut plain = clientwright_proof::text::plain(document)?;
    if plain["openapi"].as_str()?.starts_with("3.0") {
        translate(&mut plain);
    }
    let mut diagnostics = Diagnostics::new();
    let config = Config::parse(config.unwrap_or(""), FileId(1), &mut diagnostics);
    let source = Source::new("openapi.yaml", document);
    let mut document = read::read(&source, &mut diagnostics);
    let api = lower::lower(&mut document, &config, "openapi.yaml", &mut diagnostics);
    (!diagnostics.has_errors()).then_some(Subject { package, plain, api })
}

impl Subject {
    /// The operations whose arguments can be drawn: not those whose body is neither JSON nor a form, and not those whose query
    /// is one value as a whole.
    fn called(&self) -> impl Iterator<Item = &ir::Operation> {
        let all = self.api.groups.iter().flat_map(|group| &group.operations);
        // What has a server of its own, or asks for a certificate, does not come to our socket.
        let ours = all.filter(|called| {
            let certificate = self.api.credentials.iter().any(|credential| {
                matches!(credential.kind, CredentialKind::Certificate)
                    && called
                        .security
                        .iter()
                        .flatten()
                        .any(|name| *name == credential.scheme)
            });
            let whole_query =
                called.params.iter().any(|param| param.place == ParamPlace::Querystring);
            called.server.is_none() && !certificate && !whole_query
        });
        ours.filter(|called| {
            let drawn = self.operation(called);
            drawn.is_some_and(|drawn| {
                drawn.body.is_some() == called.body.is_some()
                    && drawn.parameters.len() == called.params.len()
                    && drawn.parameters.len() + usize::from(drawn.body.is_some()) > 0
            })
        })
    }

    fn operation(&self, called: &ir::Operation) -> Option<Operation<'_>> {
        let paths = self.plain["paths"].as_object()?;
        let (path, _) = paths.get_key_value(&called.route)?;
        operation(&self.plain, path, &called.verb)
    }
}
