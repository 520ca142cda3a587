//! Unions that are no choice to a reader: texts of several formats, and branches that are equal.

use super::kinds::annotations;
use super::values::Known;
use super::{Combining, DEEPEST, bare, index};
use crate::document::{Kind, Kinds, Schema, SchemaId, Value};
use crate::lower::null::branches;

/// Makes a union of texts one text: of the listed values where there are any, which stays open to others.
pub(super) fn joined(combining: &mut Combining<'_>, id: SchemaId, depth: usize) {
    let schema = &combining.schemas[index(id)];
    if !bare::is_union(schema) {
        return;
    }
    for branch in branches(schema).to_vec() {
        // A chain of unions, however long, is no mistake: beyond the bound equal branches stay.
        if depth < DEEPEST {
            combining.settled(branch, depth + 1);
        }
    }
    let branches = branches(&combining.schemas[index(id)]).to_vec();
    // What a reference says beside itself is lost with it, where another one leads to the same or texts are joined.
    let says_null = |id| combining.schemas[index(id)].nullable;
    let null = branches.iter().any(|branch| combining.way(*branch).any(says_null));
    combining.schemas[index(id)].nullable |= null;
    let different = combining.different(branches);
    let texts: Vec<&Schema> = different
        .iter()
        .map(|branch| &combining.schemas[index(combining.target(*branch))])
        .filter(|branch| branch.kinds != Kinds::of(Kind::Null))
        .collect();
    let all_texts = texts.iter().all(|text| is_text(text));
    if all_texts && texts.len() > 1 {
        let text = text(&combining.schemas[index(id)], &texts, different.len());
        combining.schemas[index(id)] = text;
        return;
    }
    let schema = &mut combining.schemas[index(id)];
    if schema.one_of.is_empty() {
        schema.any_of = different;
    } else {
        schema.one_of = different;
    }
}

fn is_text(schema: &Schema) -> bool {
    schema.kinds.without(Kind::Null) == Kinds::of(Kind::String)
        && !bare::is_union(schema)
        && schema.reference.is_none()
}

fn text(union: &Schema, texts: &[&Schema], branches: usize) -> Schema {
    let null = branches > texts.len()
        || union.nullable
        || texts.iter().any(|text| text.kinds.has(Kind::Null) || text.nullable);
    let listed =
        texts.iter().flat_map(|text| text.values.iter().flatten().chain(&text.constant));
    let mut known = Known::default();
    let values: Vec<Value> =
        listed.filter(|value| known.insert(value)).cloned().collect();
    let formats =
        texts.iter().map(|text| text.format.as_ref().map(|format| &format.text));
    let mut formats = formats.collect::<Vec<_>>();
    formats.dedup();
    let format = (formats.len() == 1).then(|| texts[0].format.clone()).flatten();
    let mut kinds = Kinds::of(Kind::String);
    if null {
        kinds.insert(Kind::Null);
    }
    Schema {
        kinds,
        values: (!values.is_empty()).then_some(values),
        format,
        nullable: false,
        ..annotations(union)
    }
}
