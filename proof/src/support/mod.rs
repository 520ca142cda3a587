//! The table of what is supported, made of the cases: what they use, and what generating them says of it.

mod page;
mod table;
mod uses;

use std::collections::BTreeMap;

use clientwright::config::Config;
use clientwright::diagnostic::{Diagnostics, FileId, Severity, Source, Sources};

pub use page::page;

/// A case: a document and its configuration.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its folder, by its path from the root of the repository.
    pub folder: String,
    /// The text of its document.
    pub document: String,
    /// The text of its configuration.
    pub config: Option<String>,
}

/// A field of an object of the specification, or one of the values of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Construct {
    /// The object.
    pub object: &'static str,
    /// The field.
    pub field: &'static str,
    /// The value, where each is a construct of its own.
    pub value: Option<&'static str>,
    /// The first version that has it.
    pub since: &'static str,
}

/// What the cases say of a construct.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Folders of cases that use it, and are generated without a word about it.
    pub taken: Vec<String>,
    /// Codes of warnings about it, and a case for each.
    pub warned: BTreeMap<String, String>,
    /// Codes of errors about it, and a case for each.
    pub refused: BTreeMap<String, String>,
}

impl Answer {
    /// Whether no case uses it.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.taken.is_empty() && self.warned.is_empty() && self.refused.is_empty()
    }
}

/// Every construct, in the order of the specification, and what the cases say of it.
#[must_use]
pub fn answers(cases: &[Case]) -> Vec<(Construct, Answer)> {
    let mut answers: Vec<(Construct, Answer)> = constructs()
        .into_iter()
        .map(|construct| (construct, Answer::default()))
        .collect();
    for case in cases {
        let Some(plain) = crate::text::plain(&case.document) else { continue };
        let findings = findings(case);
        let is_refused = findings.iter().any(|found| found.severity == Severity::Error);
        for used in uses::uses(&plain) {
            let Some((_, answer)) = answers.iter_mut().find(|(construct, _)| {
                (construct.object, construct.field, construct.value)
                    == (used.object, used.field, used.value)
            }) else {
                continue;
            };
            let said = findings.iter().filter(|found| found.is_about(&used));
            let mut silent = true;
            for found in said {
                silent = false;
                let codes = match found.severity {
                    Severity::Error => &mut answer.refused,
                    Severity::Warning => &mut answer.warned,
                };
                codes.entry(found.code.clone()).or_insert_with(|| case.folder.clone());
            }
            if silent && !is_refused && answer.taken.last() != Some(&case.folder) {
                answer.taken.push(case.folder.clone());
            }
        }
    }
    answers
}

fn constructs() -> Vec<Construct> {
    let mut found = Vec::new();
    for (object, fields) in table::OBJECTS {
        for (field, since, holds) in *fields {
            let construct = |value| Construct {
                object,
                field,
                value,
                since,
            };
            found.push(construct(None));
            if let table::Holds::OneOf(values) = holds {
                found.extend(values.iter().map(|value| {
                    let mut younger = table::YOUNGER.iter();
                    let younger =
                        younger.find(|(of, known, _)| of == field && known == value);
                    Construct {
                        since: younger.map_or(*since, |(_, _, since)| *since),
                        ..construct(Some(*value))
                    }
                }));
            }
        }
    }
    found
}

struct Found {
    severity: Severity,
    code: String,
    message: String,
    pointer: String,
}

impl Found {
    /// Whether it stands at the field, at something directly below it, or at its object and names the field or its value.
    fn is_about(&self, used: &uses::Use) -> bool {
        let (at, above) = (&self.pointer, used.pointer.rsplit_once('/'));
        let below = at.strip_prefix(&used.pointer);
        let named = |word: &str| {
            let mut words =
                self.message.split(|c: char| !(c.is_alphanumeric() || c == '$'));
            words.any(|other| other == word)
        };
        let value = used.value.is_none_or(named);
        match below {
            Some("") => value,
            Some(below) => value && below.rfind('/') == Some(0),
            None => {
                above.is_some_and(|(above, _)| above == at)
                    && match used.value {
                        Some(_) => value,
                        None => self.message.contains(&format!("`{}`", used.field)),
                    }
            }
        }
    }
}

/// What generating a case says, and where.
fn findings(case: &Case) -> Vec<Found> {
    let mut sources = Sources::new();
    let source = Source::new("openapi.yaml", &*case.document);
    sources.add(source.clone());
    let mut diagnostics = Diagnostics::new();
    let config = case.config.as_deref().map_or_else(Config::default, |text| {
        sources.add(Source::new("client.toml", text));
        Config::parse(text, FileId(1), &mut diagnostics)
    });
    let outcome = clientwright::generate(&source, &config, diagnostics);
    let findings = outcome.diagnostics.finish(&sources).into_iter();
    findings
        .map(|found| Found {
            severity: found.diagnostic.severity,
            code: found.diagnostic.code.as_str().to_owned(),
            message: found.diagnostic.message.clone(),
            pointer: format!("#{}", found.diagnostic.pointer.unwrap_or_default()),
        })
        .collect()
}
