//! `show`: the API as it was decided, as YAML.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use clap::Args;
use serde_yaml::with::singleton_map_recursive;

use super::input::Input;
use super::{DONE, Defaults, REFUSED, output};
use crate::{lower, read};

/// Print what a document leads to before it becomes Rust: names, types, retry classes, credentials.
#[derive(Debug, Clone, Args)]
pub struct Show {
    /// What is read, and how findings are printed.
    #[command(flatten)]
    pub input: Input,
}

/// Runs the command; an error is one of usage or of the file system.
pub(super) fn run(arguments: &Show, defaults: Option<&Defaults>) -> Result<u8> {
    let mut texts = arguments.input.read(defaults)?;
    let (config, mut diagnostics) = texts.config();
    let bundle = texts.document();
    let mut document = read::read_bundle(&bundle, &BTreeSet::new(), &mut diagnostics);
    let name = &bundle.document().name;
    let api = lower::lower(&mut document, &config, name, &mut diagnostics);
    let refused = diagnostics.has_errors();
    arguments.input.report(diagnostics, &texts.sources)?;
    if refused {
        return Ok(REFUSED);
    }
    // An enum in an enum has no tag of its own in YAML: each becomes a map of one entry.
    let mut text = Vec::new();
    let mut writer = serde_yaml::Serializer::new(&mut text);
    singleton_map_recursive::serialize(&api, &mut writer)
        .context("cannot write the API as YAML")?;
    output::print(&String::from_utf8_lossy(&text))?;
    Ok(DONE)
}
