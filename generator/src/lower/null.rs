//! Whether `null` is among the values of a schema.

use super::enumeration;
use crate::document::{Document, Kind, Schema, SchemaId};

/// For each schema of the document, whether `null` is among its values: by its `type`, its `enum`, what it refers to, or a
/// branch of a union.
///
/// Each schema is looked at once, however long the chains of references are.
pub(super) fn nullable(document: &Document) -> Vec<bool> {
    let schemas = &document.schemas.0;
    let mut known = vec![false; schemas.len()];
    let mut leading: Vec<Vec<usize>> = vec![Vec::new(); schemas.len()];
    let mut open = Vec::new();
    for (index, schema) in schemas.iter().enumerate() {
        if says_null(schema) {
            known[index] = true;
            open.push(index);
        }
        for target in leads_to(schema) {
            leading[target.0 as usize].push(index);
        }
    }
    while let Some(index) = open.pop() {
        for before in std::mem::take(&mut leading[index]) {
            if !std::mem::replace(&mut known[before], true) {
                open.push(before);
            }
        }
    }
    known
}

/// The one schema that `allOf: [X]`, or `oneOf` / `anyOf` of `X` and `null`, stands for.
pub(super) fn wrapped(document: &Document, schema: &Schema) -> Option<SchemaId> {
    wrapped_among(&document.schemas.0, schema)
}

/// The same, where the schemas are no document's.
pub(super) fn wrapped_among(schemas: &[Schema], schema: &Schema) -> Option<SchemaId> {
    if schema.reference.is_some() || !schema.properties.is_empty() {
        return None;
    }
    if let [only] = schema.all_of[..] {
        return Some(only);
    }
    let is_null = |id: &SchemaId| says_null_alone(&schemas[id.0 as usize]);
    let mut real = branches(schema).iter().filter(|id| !is_null(id));
    match (real.next(), real.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// The schemas of a union.
pub(super) fn branches(schema: &Schema) -> &[SchemaId] {
    if schema.one_of.is_empty() { &schema.any_of } else { &schema.one_of }
}

/// Whether a schema allows `null` alone, by its `type`, its `const` or its `enum`. A union of such schemas has no shape at
/// all (`tell`).
pub(super) fn is_null(document: &Document, id: SchemaId) -> bool {
    says_null_alone(&document.schemas[id])
}

fn says_null_alone(schema: &Schema) -> bool {
    let mut listed = schema.values.iter().flatten().chain(&schema.constant).peekable();
    schema.kinds.iter().eq([Kind::Null])
        || (schema.kinds.is_empty()
            && listed.peek().is_some()
            && listed.all(enumeration::is_null))
}

/// The schemas whose `null` is one of this schema's, too.
fn leads_to(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    let reference = schema.reference.as_ref().map(|reference| reference.target);
    let only = match schema.all_of[..] {
        [only] => Some(only),
        _ => None,
    };
    reference.into_iter().chain(only).chain(branches(schema).iter().copied())
}

fn says_null(schema: &Schema) -> bool {
    let mut listed = schema.values.iter().flatten().chain(&schema.constant);
    let listed = listed.any(enumeration::is_null);
    schema.nullable
        || schema.kinds.has(Kind::Null)
        || (listed && schema.kinds.is_empty())
}
