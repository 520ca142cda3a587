//! Types that hold themselves: boxed where they can be, refused where no value could exist.

use std::collections::BTreeSet;

use super::weight;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Format, Presence, Shape, Type, TypeDef, TypeId};

/// Boxes every field by which a type holds itself by value, and reports types no finite value of which exists.
pub(super) fn boxed(types: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    open_aliases(types, diagnostics);
    weight::lightened(types, diagnostics);
    let edges: Vec<Vec<usize>> = types.iter().map(|ty| held(&ty.shape)).collect();
    let groups = components(&edges);
    let recursive = recursive(&edges, &groups);
    report_endless(types, diagnostics);
    let large = large(types);
    box_tuples(types);
    for (index, ty) in types.iter_mut().enumerate() {
        let together =
            |id: TypeId| recursive[index] && groups[id.0 as usize] == groups[index];
        match &mut ty.shape {
            Shape::Struct(object) => {
                for field in &mut object.fields {
                    box_named(&mut field.ty, &together);
                }
            }
            Shape::Union(union) => {
                for branch in &mut union.branches {
                    box_large(&mut branch.ty, &large);
                }
            }
            Shape::Alias(ty) => box_named(ty, &together),
            Shape::Enumeration(_) => {}
        }
    }
}

/// For each type that is another name, the other names that it names.
pub(super) fn aliases(types: &[TypeDef]) -> Vec<Vec<usize>> {
    let is_alias = |id: &usize| matches!(types[*id].shape, Shape::Alias(_));
    let named = |definition: &TypeDef| match &definition.shape {
        Shape::Alias(ty) => {
            ty.named().map(|id| id.0 as usize).filter(is_alias).collect()
        }
        _ => Vec::new(),
    };
    types.iter().map(named).collect()
}

/// Opens each circle of aliases, such as a list of itself, which Rust cannot write: the way back holds any value.
fn open_aliases(types: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    let edges = aliases(types);
    let groups = components(&edges);
    let recursive = recursive(&edges, &groups);
    for (index, definition) in
        types.iter_mut().enumerate().filter(|(index, _)| recursive[*index])
    {
        let Shape::Alias(ty) = &mut definition.shape else { continue };
        // Only ways to what stands before it, or to itself, are cut: what is left leads forward and ends.
        let back = |id: TypeId| {
            groups[id.0 as usize] == groups[index] && id.0 as usize <= index
        };
        if cut(ty, &back) {
            let message = format!(
                "`{}` holds itself by nothing but lists and maps: what it holds becomes `serde_json::Value`",
                definition.name
            );
            let help = "give one of the schemas on the way a property to hold the next";
            diagnostics.push(
                Diagnostic::warning(Code::UnsupportedSchema, definition.origin, message)
                    .help(help),
            );
        }
    }
}

/// Replaces every name that `back` is true of, and says whether there was one.
pub(super) fn cut(ty: &mut Type, back: &dyn Fn(TypeId) -> bool) -> bool {
    match ty {
        Type::Named(id) | Type::Boxed(id) if back(*id) => {
            *ty = Type::Any;
            true
        }
        other => {
            let mut found = false;
            for part in other.parts_mut() {
                found |= cut(part, back);
            }
            found
        }
    }
}

/// What unions hold that is a struct or a union, or another name for one or for a large tuple: a variant holds it in a box, so that all
/// variants are small whatever is added to it.
fn large(types: &[TypeDef]) -> BTreeSet<TypeId> {
    let unions = types.iter().filter_map(|definition| match &definition.shape {
        Shape::Union(union) => Some(union),
        _ => None,
    });
    let branches = unions.flat_map(|union| &union.branches);
    let large =
        branches.filter_map(|branch| match (&branch.ty, branch.ty.resolved(types)) {
            (Type::Named(id), Type::Named(end) | Type::Boxed(end)) => {
                let shape = &types[end.0 as usize].shape;
                matches!(shape, Shape::Struct(_) | Shape::Union(_)).then_some(*id)
            }
            (Type::Named(id), tuple) => is_large(types, tuple).then_some(*id),
            _ => None,
        });
    large.collect()
}

/// Boxes the large tuples of unions that have no name of their own.
fn box_tuples(types: &mut [TypeDef]) {
    let mut found = Vec::new();
    for (index, definition) in types.iter().enumerate() {
        let Shape::Union(union) = &definition.shape else { continue };
        for (at, branch) in union.branches.iter().enumerate() {
            if is_large(types, &branch.ty) {
                found.push((index, at));
            }
        }
    }
    for (index, at) in found {
        if let Shape::Union(union) = &mut types[index].shape {
            union.branches[at].boxed = true;
        }
    }
}

/// Whether a type is a tuple that holds a struct or a union in place, or much else.
fn is_large(types: &[TypeDef], ty: &Type) -> bool {
    const MOST: usize = 6;
    matches!(ty, Type::Tuple(_)) && size(types, ty) > MOST
}

/// About how large a value is in place, in texts.
fn size(types: &[TypeDef], ty: &Type) -> usize {
    match ty.resolved(types) {
        Type::Named(id) | Type::Boxed(id) => match types[id.0 as usize].shape {
            Shape::Enumeration(_) => 1,
            _ => usize::MAX,
        },
        Type::Mapped(_) => usize::MAX,
        Type::Text(Format::Duration) | Type::Any => 3,
        Type::Nullable(inner) => size(types, inner),
        Type::Tuple(items) => {
            let sizes = items.iter().map(|item| size(types, item));
            sizes.fold(0, usize::saturating_add)
        }
        _ => 1,
    }
}

fn box_large(ty: &mut Type, large: &BTreeSet<TypeId>) {
    if let Type::Named(id) = ty
        && large.contains(id)
    {
        *ty = Type::Boxed(*id);
    }
}

fn box_named(ty: &mut Type, together: &dyn Fn(TypeId) -> bool) {
    match ty {
        Type::Named(id) if together(*id) => *ty = Type::Boxed(*id),
        Type::Nullable(inner) => box_named(inner, together),
        Type::Tuple(items) => {
            for item in items {
                box_named(item, together);
            }
        }
        _ => {}
    }
}

/// Whether each node can reach itself: its component has several members, or it has an edge to itself.
pub(super) fn recursive(edges: &[Vec<usize>], groups: &[u32]) -> Vec<bool> {
    let mut members = vec![0_u32; edges.len()];
    for group in groups {
        members[*group as usize] += 1;
    }
    let nodes = edges.iter().zip(groups).enumerate();
    nodes
        .map(|(node, (edges, group))| {
            members[*group as usize] > 1 || edges.contains(&node)
        })
        .collect()
}

/// The types a shape holds by value: not behind a list or a map, which are pointers already.
fn held(shape: &Shape) -> Vec<usize> {
    let types: Vec<&Type> = match shape {
        Shape::Struct(object) => object.fields.iter().map(|field| &field.ty).collect(),
        Shape::Alias(ty) => vec![ty],
        // A union holds what is large in boxes.
        Shape::Enumeration(_) | Shape::Union(_) => Vec::new(),
    };
    let mut held = Vec::new();
    for ty in types {
        by_value(ty, &mut held);
    }
    held
}

fn by_value(ty: &Type, out: &mut Vec<usize>) {
    match ty {
        Type::Named(id) | Type::Boxed(id) => out.push(id.0 as usize),
        Type::Nullable(inner) => by_value(inner, out),
        Type::Tuple(items) => items.iter().for_each(|item| by_value(item, out)),
        _ => {}
    }
}

/// For each node the number of its strongly connected component (Tarjan's algorithm, with a stack of its own: a document
/// decides the depth).
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<u32> {
    const NEW: u32 = u32::MAX;
    let count = edges.len();
    let (mut order, mut low, mut group) =
        (vec![NEW; count], vec![NEW; count], vec![NEW; count]);
    let (mut next, mut groups) = (0, 0);
    let mut open = Vec::new();
    for root in 0..count {
        if order[root] != NEW {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some((node, edge)) = calls.pop() {
            if edge == 0 {
                (order[node], low[node]) = (next, next);
                next += 1;
                open.push(node);
            } else {
                low[node] = low[node].min(low[edges[node][edge - 1]]);
            }
            let rest = edges[node][edge..].iter().enumerate();
            let mut descended = false;
            for (offset, target) in rest {
                if order[*target] == NEW {
                    calls.push((node, edge + offset + 1));
                    calls.push((*target, 0));
                    descended = true;
                    break;
                }
                if group[*target] == NEW {
                    low[node] = low[node].min(order[*target]);
                }
            }
            if !descended && low[node] == order[node] {
                while let Some(member) = open.pop() {
                    group[member] = groups;
                    if member == node {
                        break;
                    }
                }
                groups += 1;
            }
        }
    }
    group
}

/// The nodes of a graph by their groups: what a node leads to stands before it, unless both lead to each other.
pub(super) fn innermost_first(groups: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    // What is led to has the lower number.
    order.sort_by_key(|node| groups[*node]);
    order
}

/// Reports each cycle of properties that are all required: no value of such a type ends.
fn report_endless(types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let edges: Vec<Vec<usize>> = types.iter().map(|ty| required(&ty.shape)).collect();
    let groups = components(&edges);
    let recursive = recursive(&edges, &groups);
    let mut reported = BTreeSet::new();
    for (index, ty) in types.iter().enumerate() {
        if recursive[index] && reported.insert(groups[index]) {
            let message =
                format!("no value of `{}` ends: it requires one of itself", ty.name);
            let help = "make one of the properties optional, or allow `null`";
            diagnostics.push(
                Diagnostic::error(Code::EndlessSchema, ty.origin, message).help(help),
            );
        }
    }
}

fn required(shape: &Shape) -> Vec<usize> {
    let types: Vec<&Type> = match shape {
        Shape::Struct(object) => {
            let fields = object
                .fields
                .iter()
                .filter(|field| field.presence == Presence::Required);
            fields.map(|field| &field.ty).collect()
        }
        Shape::Alias(ty) => vec![ty],
        // A union ends where one of its branches does.
        Shape::Enumeration(_) | Shape::Union(_) => Vec::new(),
    };
    let mut required = Vec::new();
    for ty in types {
        always(ty, &mut required);
    }
    required
}

/// The types of which each value of a type has one.
fn always(ty: &Type, out: &mut Vec<usize>) {
    match ty {
        Type::Named(id) | Type::Boxed(id) => out.push(id.0 as usize),
        Type::Tuple(items) => items.iter().for_each(|item| always(item, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_are_one_component_and_the_rest_their_own() {
        // 0 → 1 → 2 → 0, 3 → 0, 4 alone with itself.
        let groups = components(&[vec![1], vec![2], vec![0], vec![0], vec![4]]);
        assert_eq!(groups[0], groups[1]);
        assert_eq!(groups[1], groups[2]);
        assert_ne!(groups[3], groups[0]);
        assert_ne!(groups[4], groups[3]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_is_no_recursion() {
        let count = 100_000;
        let edges: Vec<Vec<usize>> =
            (0..count).map(|node| vec![(node + 1) % count]).collect();
        assert!(components(&edges).iter().all(|group| *group == 0));
    }
}
