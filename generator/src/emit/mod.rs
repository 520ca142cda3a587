//! [`Api`] to [`Files`]: writes what was decided, decides nothing, cannot fail.

mod about;
mod alias;
mod behind;
mod body;
mod client;
mod credential;
mod curl;
mod definition;
mod deprecation;
mod docs;
mod enumeration;
mod example;
mod format;
mod group;
mod header;
mod ident;
mod library;
mod link;
mod manifest;
mod markdown;
mod mock;
mod model;
mod operation;
mod operation_docs;
mod outcome;
mod page;
mod param;
mod readme;
mod runtime;
mod rustfmt;
mod server;
mod stream;
mod structure;
mod ty;
mod union;
mod webhook;
mod xml;

use rayon::join;

use crate::files::Files;
use crate::ir::Api;

/// The crate of an API: manifest, README, sources, and the embedded runtime.
#[must_use]
pub fn emit(api: &Api) -> Files {
    let generated = || join(|| client(api), || model::models(api));
    let ((client, models), mut files) = join(generated, || root(api));
    files.extend(client.into_iter().chain(models));
    files.extend(runtime::embedded(api));
    files
}

/// What there is beside the types, where there is more.
fn client(api: &Api) -> Files {
    let mut files = Files::default();
    if !api.package.types_only {
        files.insert("src/client.rs", client::client(api));
        let (groups, mock) = join(|| group::groups(api), || mock::mock(api));
        files.extend(groups.into_iter().chain(mock));
    }
    files
}

/// What there is one of.
fn root(api: &Api) -> Files {
    let mut files = Files::default();
    files.insert("Cargo.toml", manifest::manifest(api));
    files.insert("README.md", readme::readme(api));
    files.insert("rustfmt.toml", manifest::rustfmt(api));
    files.insert("src/lib.rs", library::library(api));
    if !api.webhooks.is_empty() {
        files.insert("src/webhooks.rs", webhook::webhooks(api));
    }
    files.extend(xml::file(api));
    files
}
