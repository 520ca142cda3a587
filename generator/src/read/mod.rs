//! Text to [`Document`]: YAML or JSON of OpenAPI 3.0, 3.1 and 3.2, every reference resolved.
//!
//! The text becomes a spanned tree (`yaml`, `json`, `tree`), and the tree a document, one file per noun of OpenAPI.
//! Every key is known by name: what OpenAPI does not know is reported, never passed over in silence.

mod anchor;
mod callback;
mod characters;
mod components;
mod example;
mod exclusive;
mod flow;
mod header;
mod hint;
mod json;
mod keys;
mod link;
mod literal;
mod media_type;
mod memory;
mod mend;
mod operation;
mod parameter;
mod path;
mod preface;
mod reader;
mod reference;
mod request_body;
mod response;
mod root;
mod scalar;
mod schema;
mod security;
mod server;
mod shared;
mod suggest;
mod tag;
#[cfg(test)]
mod testing;
mod text;
mod tree;
mod version;
mod yaml;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Source};
use crate::document::Document;

/// Reads a document.
///
/// All that is wrong is added to `diagnostics`, which also learns the JSON pointers of the source's nodes.
/// After an error the document holds what could be read.
pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Document {
    read_without(source, &BTreeSet::new(), diagnostics)
}

/// Reads a document as if it did not have the object members at these JSON pointers.
pub fn read_without(
    source: &Source,
    left_out: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Document {
    let Some(mut tree) = text::tree(source, diagnostics) else {
        return Document::default();
    };
    tree.leave_out(left_out);
    let tree = Arc::new(tree);
    diagnostics.outline(source.file, tree.clone());
    root::document(&tree, source, diagnostics)
}
