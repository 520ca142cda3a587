//! How deep types hold each other, which the compiler walks for each that is dropped or sent between threads, and a server
//! decides where a type holds itself.

use super::recursion::{components, innermost_first, recursive};
use crate::ir::{Presence, Shape, Type, TypeDef};

/// What rustc allows where a crate says nothing (The Rust Reference, "Limits").
const USUAL: usize = 128;

/// What is left for the types around a value: the future, the result and the response that it comes in.
const AROUND: usize = 48;

/// The limit that a crate of these types needs; `None` where the usual one does.
///
/// It counts the longest way from type to type as no shorter than it may be: types that lead to each other are all on it.
pub(super) fn limit(types: &[TypeDef]) -> Option<usize> {
    let edges: Vec<Vec<usize>> = types.iter().map(named).collect();
    let groups = components(&edges);
    let mut within = vec![0; groups.len()];
    let mut below = vec![0; groups.len()];
    for index in innermost_first(&groups) {
        let group = groups[index] as usize;
        within[group] += steps_of(&types[index].shape);
        for target in &edges[index] {
            let inner = groups[*target] as usize;
            if inner != group {
                below[group] = below[group].max(within[inner] + below[inner]);
            }
        }
    }
    let deepest = within.iter().zip(&below).map(|(within, below)| within + below).max();
    let needed = deepest.unwrap_or_default() + AROUND;
    // Twice as much, since rustdoc asks for traits that lie deeper than `Send`, and limits cost nothing.
    (needed > USUAL).then(|| (2 * needed).next_power_of_two())
}

/// Says of each struct whether an object of it may stand within another one.
pub(super) fn nested(types: &mut [TypeDef]) {
    let edges: Vec<Vec<usize>> = types.iter().map(named).collect();
    let nests = recursive(&edges, &components(&edges));
    for (definition, nests) in types.iter_mut().zip(nests) {
        if let Shape::Struct(object) = &mut definition.shape {
            object.nests = nests;
        }
    }
}

/// What a type holds that has a name, by its index.
pub(super) fn named(definition: &TypeDef) -> Vec<usize> {
    let types = held(&definition.shape);
    types.iter().flat_map(|(ty, _)| ty.named()).map(|id| id.0 as usize).collect()
}

/// The most steps from a type to what it holds.
fn steps_of(shape: &Shape) -> usize {
    let steps = held(shape).into_iter().map(|(ty, around)| around + steps(ty));
    1 + steps.max().unwrap_or_default()
}

/// What a type holds, and how many steps it is to there.
fn held(shape: &Shape) -> Vec<(&Type, usize)> {
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            let fields = fields.map(|field| (&field.ty, around(field.presence)));
            let rest = object.rest.iter().map(|(_, ty)| (ty, MAP));
            fields.chain(rest).collect()
        }
        Shape::Union(union) => {
            union.branches.iter().map(|branch| (&branch.ty, BOX)).collect()
        }
        Shape::Alias(ty) => vec![(ty, 0)],
        Shape::Enumeration(_) => Vec::new(),
    }
}

/// How many types say that a value may be absent, or `null`.
fn around(presence: Presence) -> usize {
    match presence {
        Presence::Required => 0,
        Presence::RequiredNullable | Presence::Optional => 1,
        Presence::OptionalNullable => 2,
    }
}

// How many types stand between one of the standard library and what it holds, itself among them.
const BOX: usize = 3;
const LIST: usize = 6;
const MAP: usize = 9;

/// How many types stand between a place and the type with a name that is there.
fn steps(ty: &Type) -> usize {
    let own = match ty {
        Type::Boxed(_) => BOX,
        Type::List(_) => LIST,
        Type::Map(_) => MAP,
        Type::Nullable(_) | Type::Tuple(_) => 1,
        _ => 0,
    };
    own + ty.parts().iter().map(steps).max().unwrap_or_default()
}
