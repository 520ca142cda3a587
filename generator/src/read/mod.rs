//! Text to [`Document`]: YAML or JSON of OpenAPI 3.0, 3.1 and 3.2, every reference resolved.
//!
//! The text becomes a spanned tree (`yaml`, `json`, `tree`), and the tree a document, one file per noun of OpenAPI.
//! Every key is known by name: what OpenAPI does not know is reported, never passed over in silence.

mod absent;
mod anchor;
mod bundle;
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
mod place;
mod preface;
mod reader;
mod reference;
mod request_body;
mod resource;
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

use crate::diagnostic::{Diagnostics, Source};
use crate::document::Document;

pub use bundle::{Bundle, MOST_BYTES, MOST_FILES, Unread};

/// Reads a document of one text.
///
/// All that is wrong is added to `diagnostics`, which also learns the JSON pointers of the source's nodes.
/// After an error the document holds what could be read.
pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Document {
    read_bundle(&Bundle::new(source), &BTreeSet::new(), diagnostics)
}

/// Reads a document and the files it refers to, as if they did not have the object members at these places.
///
/// A place is a JSON pointer; in a file other than the document's own, the file's number and `#` stand before it.
pub fn read_bundle(
    bundle: &Bundle,
    left_out: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Document {
    match bundle.cut(left_out, diagnostics) {
        Some(forest) => root::document(&forest, bundle, diagnostics),
        None => Document::default(),
    }
}
