//! What is known of a document after its crate was generated.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::documents::Document;
use super::trial::{End, Outcome};

/// One line of the report.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) document: Document,
    pub(crate) end: End,
    pub(crate) warnings: usize,
    /// Operations that were generated.
    pub(crate) operations: usize,
    /// Operations that were left out.
    pub(crate) refused: usize,
    /// Everything that was left out or, when nothing was generated, every error: by code.
    pub(crate) codes: BTreeMap<String, usize>,
    pub(crate) files: usize,
    pub(crate) lines: usize,
    /// Fields of its types.
    pub(crate) fields: usize,
    /// Those of them that are, or hold, any value.
    pub(crate) untyped: usize,
    /// Schemas that say something of their values which no type was found for.
    pub(crate) lost: usize,
    pub(crate) seconds: f64,
    pub(crate) megabytes: f64,
    /// What the compiler said, where it was asked.
    pub(crate) check: Option<Check>,
    /// What it said of itself when it ended as it should not.
    pub(crate) said: String,
}

/// What the compiler said of a crate.
#[derive(Debug, Clone, Default)]
pub(crate) struct Check {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// The first of them.
    pub(crate) first: String,
}

impl Row {
    /// Reads what a run led to; the crate is at `out`.
    pub(crate) fn new(document: Document, outcome: &Outcome, out: &Path) -> Self {
        let mut row = Self {
            document,
            end: outcome.end,
            warnings: 0,
            operations: 0,
            refused: 0,
            codes: BTreeMap::new(),
            files: 0,
            lines: 0,
            fields: 0,
            untyped: 0,
            lost: 0,
            seconds: outcome.seconds,
            megabytes: outcome.megabytes(),
            check: None,
            said: String::new(),
        };
        let is = |line: &&String, severity: &str| {
            line.contains(&format!("\"severity\":\"{severity}\""))
        };
        let findings = &outcome.findings;
        row.warnings = findings.iter().filter(|line| is(line, "warning")).count();
        row.lost = findings.iter().filter(|line| is_lost(line)).count();
        if row.is_generated() {
            row.read_readme(
                &fs::read_to_string(out.join("README.md")).unwrap_or_default(),
            );
            row.count(out);
        } else {
            for line in findings.iter().filter(|line| is(line, "error")) {
                let code = line.split('"').nth(3).unwrap_or_default();
                *row.codes.entry(code.to_owned()).or_default() += 1;
            }
            let panic = outcome.said.lines().take(3);
            row.said = panic.collect::<Vec<_>>().join(" ");
        }
        row
    }

    /// Whether there is a crate.
    pub(crate) fn is_generated(&self) -> bool {
        self.end == End::Exit(0)
    }

    /// Whether there is a crate with all of the document in it.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_generated() && self.codes.is_empty()
    }

    /// What should not be, if anything: the sort of failure, and what was said.
    pub(crate) fn failure(&self) -> Option<(&'static str, String)> {
        match self.end {
            End::Exit(101) | End::Killed => return Some(("panic", self.said.clone())),
            End::Limit => return Some(("time", "it took too long".to_owned())),
            End::Exit(0) => {}
            End::Exit(1) if !self.document.valid => {}
            End::Exit(1) => return Some(("refused", self.codes_text())),
            End::Exit(_) => return Some(("usage", self.said.clone())),
        }
        let check = self.check.as_ref().filter(|check| check.errors > 0)?;
        Some(("compile", check.first.clone()))
    }

    /// How it ended, in a word.
    pub(crate) fn end_text(&self) -> String {
        match self.end {
            End::Exit(code) => code.to_string(),
            End::Limit => "time limit".to_owned(),
            End::Killed => "killed".to_owned(),
        }
    }

    /// `CW2001×3 CW1008×1`.
    pub(crate) fn codes_text(&self) -> String {
        let codes = self.codes.iter().map(|(code, count)| format!("{code}×{count}"));
        codes.collect::<Vec<_>>().join(" ")
    }

    /// Counts the rows of the tables in the crate's README.
    fn read_readme(&mut self, text: &str) {
        let mut left_out = false;
        for line in text.lines() {
            if line.starts_with("## ") {
                left_out = line == "## Left out";
            }
            let Some(first) = line.strip_prefix("| ").filter(|row| is_item(row)) else {
                continue;
            };
            let mut cells = first.split(" | ");
            if !left_out {
                self.operations += 1;
                continue;
            }
            self.refused +=
                usize::from(first.starts_with('`') && !first.starts_with("`#"));
            let code = cells.find(|cell| cell.starts_with("CW")).unwrap_or_default();
            *self.codes.entry(code.to_owned()).or_default() += 1;
        }
    }

    fn count_fields(&mut self, text: &str) {
        for ty in text.lines().filter_map(field) {
            self.fields += 1;
            self.untyped += usize::from(ty.contains("serde_json::Value"));
        }
    }

    /// Counts the files and, but for the runtime that is the same for all, their lines.
    fn count(&mut self, out: &Path) {
        let mut open = vec![out.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                self.files += 1;
                if !path.starts_with(out.join("src/runtime")) {
                    let text = fs::read_to_string(path).unwrap_or_default();
                    self.lines += text.lines().count();
                    self.count_fields(&text);
                }
            }
        }
    }
}

/// The type of the field that stands on a line of Rust.
fn field(line: &str) -> Option<&str> {
    let (name, ty) = line.strip_prefix("    pub ")?.split_once(": ")?;
    let is_name = name.chars().all(|c| c.is_alphanumeric() || "_#".contains(c));
    is_name.then_some(ty)
}

/// Whether a diagnostic says that a value has any type, and not since the document says nothing about it.
fn is_lost(line: &str) -> bool {
    let code = line.split('"').nth(3).unwrap_or_default();
    code == "CW1018" || (line.contains("serde_json::Value") && code != "CW2010")
}

fn is_item(row: &str) -> bool {
    row.starts_with('`') || row.starts_with("schema `")
}
