//! clientwright turns an OpenAPI document into a Rust client crate.
//!
//! ```text
//! text ──read──▶ Document ──lower──▶ ir::Api ──emit──▶ Files
//! ```
//!
//! * [`read`](read::read): YAML or JSON to a [`Document`], the specification's own words.
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
pub mod omission;
pub mod read;

use config::Config;
use diagnostic::{Code, Diagnostics, Source};
use document::Document;
use files::Files;
use ir::{Api, LeftOut};
use omission::Omissions;
use read::Bundle;

/// How often a document is read without what could not be honoured the time before.
const MOST_ROUNDS: usize = 20;

/// What a run leads to: the files, unless the document had to be refused, and all that was found.
#[derive(Debug)]
pub struct Outcome {
    /// The crate's files; empty when the document is refused.
    pub files: Files,
    /// All that was found.
    pub diagnostics: Diagnostics,
    /// What the document has and the crate has not, as [`Config::allow_refused`] allows.
    pub left_out: Vec<LeftOut>,
    /// Whether the document is refused for parts of it alone, so that the rest could be generated.
    pub confined: bool,
}

/// Generates the crate of a document of one text.
#[must_use]
pub fn generate(source: &Source, config: &Config, diagnostics: Diagnostics) -> Outcome {
    generate_bundle(&Bundle::new(source), config, diagnostics)
}

/// Generates the crate of a document and the files it refers to.
#[must_use]
pub fn generate_bundle(
    bundle: &Bundle,
    config: &Config,
    diagnostics: Diagnostics,
) -> Outcome {
    let mut omissions = Omissions::of(bundle.sources());
    for round in 0..MOST_ROUNDS {
        let (document, api, told) =
            decide(bundle, config, &omissions, diagnostics.clone());
        if !told.has_errors() {
            // It is of no more use, and what is printed needs the room.
            drop(document);
            let left_out = omissions.list();
            let api = Api { left_out, ..api };
            return Outcome {
                files: emit::emit(&api),
                diagnostics: omissions.told(told),
                left_out: api.left_out,
                confined: false,
            };
        }
        let confined = omissions.add(&document, &told);
        if round == 0 && !(confined && config.allow_refused) {
            return refused(told, confined);
        }
        if !confined {
            return refused(omissions.told(told), false);
        }
    }
    refused(omissions.told(diagnostics), false)
}

/// Reads and lowers a document without what is left out of it.
fn decide(
    bundle: &Bundle,
    config: &Config,
    omissions: &Omissions,
    mut diagnostics: Diagnostics,
) -> (Document, Api, Diagnostics) {
    let left_out = omissions.pointers();
    let mut document = read::read_bundle(bundle, left_out, &mut diagnostics);
    let name = &bundle.document().name;
    let api = lower::lower(&mut document, config, name, &mut diagnostics);
    if !left_out.is_empty() {
        // What the configuration says of parts that are left out matches nothing now; what matched nothing before was
        // an error then.
        let found = diagnostics.iter().filter(|found| {
            found.code != Code::ConfigUnused && !omissions.comes_again(found)
        });
        diagnostics = diagnostics.with(found.cloned().collect());
    }
    (document, api, diagnostics)
}

fn refused(diagnostics: Diagnostics, confined: bool) -> Outcome {
    Outcome {
        files: Files::default(),
        diagnostics,
        left_out: Vec::new(),
        confined,
    }
}
