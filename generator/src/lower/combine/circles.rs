//! Unions that are branches of themselves, by way of nothing but unions.

use std::collections::{BTreeMap, BTreeSet};

use super::{Combining, bare, id, index};
use crate::document::SchemaId;
use crate::lower::null::branches;
use crate::lower::recursion::{components, recursive};

/// Takes such branches out: unions that lead to each other have the same values, which are those of all their other
/// branches. Reading one as the other would not end.
pub(super) fn opened(combining: &mut Combining<'_>) {
    let edges: Vec<Vec<usize>> =
        (0..combining.schemas.len()).map(|at| unions(combining, id(at))).collect();
    let groups = components(&edges);
    let mut circles: BTreeMap<u32, Vec<SchemaId>> = BTreeMap::new();
    for (at, is_recursive) in recursive(&edges, &groups).into_iter().enumerate() {
        if is_recursive {
            circles.entry(groups[at]).or_default().push(id(at));
        }
    }
    for members in circles.into_values() {
        let within: BTreeSet<SchemaId> = members.iter().copied().collect();
        let all = members.iter().flat_map(|id| branches(&combining.schemas[index(*id)]));
        let others: Vec<SchemaId> =
            all.copied().filter(|id| !within.contains(&combining.target(*id))).collect();
        let others = combining.different(others);
        let nullable = members.iter().any(|id| combining.schemas[index(*id)].nullable);
        for member in members {
            let schema = &mut combining.schemas[index(member)];
            schema.one_of.clear();
            schema.any_of.clone_from(&others);
            schema.nullable |= nullable;
        }
    }
}

/// The branches of a union that are unions themselves.
fn unions(combining: &Combining<'_>, id: SchemaId) -> Vec<usize> {
    let branches = branches(&combining.schemas[index(id)]).iter();
    let targets = branches.map(|branch| index(combining.target(*branch)));
    targets.filter(|target| bare::is_union(&combining.schemas[*target])).collect()
}
