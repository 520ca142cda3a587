//! clientwright turns an OpenAPI document into a Rust client crate.
//!
//! ```text
//! text ──read──▶ Document ──lower──▶ ir::Api ──emit──▶ Files
//! ```
//!
//! * [`read`](read::read): YAML or JSON to a [`Document`](document::Document), the specification's own words.
//! * [`lower`](lower::lower): to an [`ir::Api`], the API as Rust will see it; the only place that decides.
//! * [`emit`](emit::emit): to [`Files`]; cannot fail.
//!
//! The library does no I/O: [`generate`] takes text and returns text.

pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod files;
pub mod ir;
pub mod lower;
pub mod name;
pub mod read;

use config::Config;
use diagnostic::{Diagnostics, Source};
use files::Files;

/// What a run leads to: the files, unless something had to be refused, and all that was found.
#[derive(Debug)]
pub struct Outcome {
    /// The crate's files; empty when a diagnostic is an error.
    pub files: Files,
    /// All that was found.
    pub diagnostics: Diagnostics,
}

/// Generates the crate of a document.
#[must_use]
pub fn generate(
    source: &Source,
    config: &Config,
    mut diagnostics: Diagnostics,
) -> Outcome {
    let document = read::read(source, &mut diagnostics);
    let api = lower::lower(document, config, &source.name, &mut diagnostics);
    let files =
        if diagnostics.has_errors() { Files::default() } else { emit::emit(&api) };
    Outcome { files, diagnostics }
}
