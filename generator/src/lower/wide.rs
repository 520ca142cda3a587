//! Integers of more than 64 bits within unions, which are told by a value that holds none.

use std::collections::BTreeSet;

use super::depth::named;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Shape, Type, TypeDef, Width};

/// Warns of each union that may hold one: it is read as `serde_json::Value` first, which rounds it.
pub(super) fn told(types: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    let edges: Vec<Vec<usize>> = types.iter().map(named).collect();
    let mut holders = vec![Vec::new(); types.len()];
    for (index, held) in edges.iter().enumerate() {
        for at in held {
            holders[*at].push(index);
        }
    }
    let mut open: Vec<usize> =
        (0..types.len()).filter(|at| is_wide(&mut types[*at])).collect();
    let mut wide = BTreeSet::new();
    while let Some(at) = open.pop() {
        if wide.insert(at) {
            open.extend(&holders[at]);
        }
    }
    let unions = wide.into_iter().map(|at| &types[at]);
    for union in unions.filter(|ty| matches!(ty.shape, Shape::Union(_))) {
        let message = "an integer of more than 64 bits within a union is rounded where it is larger than they hold";
        let help = "describe such a value as a string, or bound it to 64 bits";
        let warning = Diagnostic::warning(Code::WideInteger, union.origin, message);
        diagnostics.push(warning.help(help));
    }
}

/// Whether a type names such an integer itself.
fn is_wide(definition: &mut TypeDef) -> bool {
    let held = definition.types_mut();
    let mut leaves = held.iter().flat_map(|ty| ty.leaves());
    leaves.any(|leaf| matches!(leaf, Type::Integer(Width::I128 | Width::U128)))
}
