//! `prefixItems`: a tuple where the length is fixed; else a list whose items are any of those that stand at the beginning, or of those that follow.

use super::{Combining, id, index};
use crate::document::{Schema, SchemaId};
use crate::lower::null::wrapped_among;
use crate::lower::recursion::{components, innermost_first, recursive};

/// The longest tuple: those of Rust have the traits of the standard library up to here.
const LONGEST: usize = 12;

/// The most values that a tuple spells out, those of the tuples within it among them: what has no name of its own is
/// written out wherever it stands, so that a few tuples of tuples would be a type of any size.
const HEAVIEST: usize = 150;

/// Leaves `prefixItems` to what is a tuple: a schema for each of its positions, and nothing that follows.
pub(super) fn items(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &combining.schemas[index(id)];
    if schema.prefix_items.is_empty() {
        return;
    }
    match positions(combining, schema) {
        Some(positions) => {
            // By these, what the schema is merged into is the same tuple.
            let count = u64::try_from(positions.len()).ok();
            let schema = &mut combining.schemas[index(id)];
            (schema.limits.min_items, schema.limits.max_items) = (count, count);
            schema.prefix_items = positions;
            schema.items = None;
        }
        None => listed(combining, id),
    }
}

/// Makes what would be a tuple a list of a union; at which position an item stands is not checked.
pub(super) fn listed(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &mut combining.schemas[index(id)];
    if schema.prefix_items.is_empty() {
        return;
    }
    let span = schema.span;
    let mut branches = std::mem::take(&mut schema.prefix_items);
    let rest = schema.items.take();
    branches.extend(rest.filter(|rest| !combining.is_never(*rest)));
    let item = combining.any_of(span, branches);
    combining.schemas[index(id)].items = Some(item);
    combining
        .warn(id, "which item of `prefixItems` stands where is not checked".to_owned());
}

/// What stands at each position, where there are as many items in every value.
fn positions(combining: &Combining<'_>, schema: &Schema) -> Option<Vec<SchemaId>> {
    let first = &schema.prefix_items;
    let rest = schema.items.filter(|rest| !combining.is_never(*rest));
    let closed = schema.items.is_some() && rest.is_none();
    let given = u64::try_from(first.len()).ok().filter(|_| closed);
    let most = schema.limits.max_items.into_iter().chain(given).min()?;
    let length = usize::try_from(most).ok()?;
    let is_fixed = schema.limits.min_items == Some(most);
    if !is_fixed || !(1..=LONGEST).contains(&length) {
        return None;
    }
    let mut positions: Vec<SchemaId> = first.iter().copied().take(length).collect();
    if positions.len() < length {
        positions.resize(length, rest?);
    }
    Some(positions)
}

/// Makes lists of tuples that would spell out too much, and of those that lead back to themselves by nothing that has a
/// name of its own.
pub(super) fn lightened(combining: &mut Combining<'_>) {
    if combining.schemas.iter().all(|schema| schema.prefix_items.is_empty()) {
        return;
    }
    let count = combining.schemas.len();
    let edges: Vec<Vec<usize>> = (0..count).map(|at| within(combining, at)).collect();
    let groups = components(&edges);
    let circular = recursive(&edges, &groups);
    let mut weights = vec![1_usize; count];
    for at in innermost_first(&groups) {
        let parts = edges[at].iter().map(|part| weights[*part]);
        weights[at] = parts.fold(1, usize::saturating_add);
        let is_tuple = !combining.schemas[at].prefix_items.is_empty();
        if is_tuple && (circular[at] || weights[at] > HEAVIEST) {
            listed(combining, id(at));
            // What it holds now is a union, which has a name; or one schema, of no more weight than it had before.
            let parts = edges[at].iter().map(|part| weights[*part]);
            weights[at] = parts.max().unwrap_or(1).saturating_add(1);
        }
    }
}

/// The schemas that stand in the type of a schema by nothing that has a name of its own.
fn within(combining: &Combining<'_>, at: usize) -> Vec<usize> {
    let schema = &combining.schemas[at];
    let reference = schema.reference.as_ref().map(|reference| reference.target);
    let only = wrapped_among(&combining.schemas, schema);
    let values = schema.additional_properties.filter(|_| schema.properties.is_empty());
    let parts = reference.into_iter().chain(only).chain(schema.items).chain(values);
    parts.chain(schema.prefix_items.iter().copied()).map(index).collect()
}
