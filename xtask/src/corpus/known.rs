//! Failures that are known: each says why, and one that does not fail any more has to go.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::row::Row;

/// Where they are listed.
const FILE: &str = "xtask/corpus-known.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Known {
    #[serde(default, rename = "known")]
    entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The document, by its path below the corpus.
    path: String,
    /// The sort of failure: `panic`, `time`, `refused`, `usage` or `compile`.
    failure: String,
    /// Why it is let pass.
    why: String,
}

impl Known {
    /// Reads the list; there may be none.
    pub(crate) fn read() -> Result<Self> {
        if !Path::new(FILE).exists() {
            return Ok(Self::default());
        }
        let text =
            fs::read_to_string(FILE).with_context(|| format!("cannot read {FILE}"))?;
        toml::from_str(&text).with_context(|| format!("{FILE} is not as it should be"))
    }

    /// What is wrong: failures that nobody knows, and entries that are not needed.
    pub(crate) fn wrong(&self, rows: &[Row], checked: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        for row in rows {
            let path = &row.document.path;
            let entry = self.entries.iter().find(|entry| entry.path == *path);
            match (row.failure(), entry) {
                (Some((sort, said)), entry)
                    if entry.is_none_or(|entry| entry.failure != sort) =>
                {
                    wrong.push(format!("{path}: {sort}: {said}"));
                }
                (None, Some(entry)) if checked || entry.failure != "compile" => {
                    wrong.push(format!("{path} passes: take its entry out of {FILE}"));
                }
                _ => {}
            }
        }
        let silent = self.entries.iter().filter(|entry| entry.why.trim().is_empty());
        wrong.extend(silent.map(|entry| format!("{FILE}: {} needs a why", entry.path)));
        wrong
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::documents::Document;
    use super::super::trial::{End, Outcome};
    use super::*;

    fn row(path: &str, end: End) -> Row {
        let document = Document {
            path: path.to_owned(),
            valid: true,
            ..Document::default()
        };
        let outcome = Outcome {
            end,
            seconds: 0.0,
            peak: 0,
            findings: Vec::new(),
            said: "it fell".to_owned(),
        };
        Row::new(document, &outcome, Path::new("none"))
    }

    #[test]
    fn what_is_not_known_and_what_is_not_needed_are_both_wrong() {
        let known: Result<Known, _> = toml::from_str(
            "[[known]]\npath = 'a'\nfailure = 'panic'\nwhy = 'w'\n[[known]]\npath = 'b'\nfailure = 'time'\nwhy = ''\n",
        );
        let rows = [
            row("a", End::Exit(101)),
            row("b", End::Exit(0)),
            row("c", End::Limit),
            row("d", End::Exit(0)),
        ];
        let wrong = known.map(|known| known.wrong(&rows, false)).unwrap_or_default();
        let expected = [
            "b passes: take its entry out of xtask/corpus-known.toml",
            "c: time: it took too long",
            "xtask/corpus-known.toml: b needs a why",
        ];
        assert_eq!(wrong, expected);
    }
}
