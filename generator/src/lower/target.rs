//! What a schema leads to.

use super::null::wrapped;
use crate::document::{Document, Schema, SchemaId};

/// What a schema is in the end: behind its references, and those that are all it consists of.
pub(super) fn target(document: &Document, id: SchemaId) -> &Schema {
    &document.schemas[target_id(document, id)]
}

/// Where [`target`] stands. References that lead to each other were reported; they end after a round.
pub(super) fn target_id(document: &Document, id: SchemaId) -> SchemaId {
    let mut id = id;
    for _ in 0..document.schemas.0.len() {
        let schema = &document.schemas[id];
        let reference = schema.reference.as_ref().map(|reference| reference.target);
        let Some(next) = reference.or_else(|| wrapped(document, schema)) else { break };
        id = next;
    }
    id
}
