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
