//! [`Api`] to [`Files`]: writes what was decided, decides nothing, cannot fail.

mod alias;
mod client;
mod credential;
mod curl;
mod deprecation;
mod docs;
mod enumeration;
mod example;
mod format;
mod group;
mod ident;
mod library;
mod manifest;
mod markdown;
mod mock;
mod model;
mod operation;
mod operation_docs;
mod outcome;
mod param;
mod readme;
mod runtime;
mod rustfmt;
mod sample;
mod server;
mod structure;
mod ty;

use crate::files::Files;
use crate::ir::Api;

/// The crate of an API: manifest, README, sources, and the embedded runtime.
#[must_use]
pub fn emit(api: &Api) -> Files {
    let mut files = Files::default();
    files.insert("Cargo.toml", manifest::manifest(api));
    files.insert("README.md", readme::readme(api));
    files.insert("rustfmt.toml", manifest::rustfmt(api));
    files.insert("src/lib.rs", library::library(api));
    files.insert("src/client.rs", client::client(api));
    model::models(api, &mut files);
    group::groups(api, &mut files);
    mock::mock(api, &mut files);
    runtime::embedded(&mut files);
    files
}
