//! Whether `null` is among the values of a schema.

use super::enumeration;
use crate::document::{Document, Kind, Schema, SchemaId};

/// For each schema of the document, whether `null` is among its values: by its `type`, its `enum`, or what it refers to.
///
/// Each schema is looked at once, however long the chains of references are.
pub(super) fn nullable(document: &Document) -> Vec<bool> {
    let mut known: Vec<Option<bool>> = vec![None; document.schemas.0.len()];
    for start in 0..known.len() {
        let mut chain = Vec::new();
        let mut next = Some(start);
        let mut answer = false;
        while let Some(index) = next {
            if let Some(found) = known[index] {
                answer = found;
                break;
            }
            // Until the end of its chain is known; a chain that leads back to itself has no `null` of its own.
            known[index] = Some(false);
            chain.push(index);
            let schema = &document.schemas.0[index];
            if says_null(document, schema) {
                answer = true;
                break;
            }
            let target = schema.reference.as_ref().map(|reference| reference.target);
            next = target.or_else(|| wrapped(document, schema)).map(|id| id.0 as usize);
        }
        for index in chain {
            known[index] = Some(answer);
        }
    }
    known.into_iter().map(|known| known == Some(true)).collect()
}

/// The one schema that `allOf: [X]`, or `oneOf` / `anyOf` of `X` and `null`, stands for.
pub(super) fn wrapped(document: &Document, schema: &Schema) -> Option<SchemaId> {
    if schema.reference.is_some() || !schema.properties.is_empty() {
        return None;
    }
    if let [only] = schema.all_of[..] {
        return Some(only);
    }
    let branches =
        if schema.one_of.is_empty() { &schema.any_of } else { &schema.one_of };
    let mut real = branches.iter().filter(|id| !is_null(document, **id));
    match (real.next(), real.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

fn says_null(document: &Document, schema: &Schema) -> bool {
    let listed = schema.values.iter().flatten().any(enumeration::is_null);
    let mut branches = schema.one_of.iter().chain(&schema.any_of);
    schema.nullable
        || schema.kinds.has(Kind::Null)
        || (listed && schema.kinds.is_empty())
        || branches.any(|branch| is_null(document, *branch))
}

fn is_null(document: &Document, id: SchemaId) -> bool {
    document.schemas[id].kinds.iter().eq([Kind::Null])
}
