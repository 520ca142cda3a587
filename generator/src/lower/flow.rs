//! Which way each type travels, and what that asks of its properties.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{
    Access, Branch, Direction, Group, Presence, Shape, Struct, Tell, TellingProperty,
    Type, TypeDef, Union, Webhook,
};

const SENT: Direction = Direction {
    sent: true,
    received: false,
};

const RECEIVED: Direction = Direction {
    sent: false,
    received: true,
};

/// Marks what is sent and what is received, and makes a property optional that only travels the other way.
pub(super) fn directed(types: &mut [TypeDef], groups: &[Group], webhooks: &[Webhook]) {
    for webhook in webhooks {
        mark(types, &webhook.ty, RECEIVED);
    }
    for operation in groups.iter().flat_map(|group| &group.operations) {
        for param in &operation.params {
            mark(types, &param.ty, SENT);
        }
        if let Some(ty) = operation.body.as_ref().and_then(|body| body.kind.ty()) {
            mark(types, ty, SENT);
        }
        for header in operation.headers.iter().flat_map(|set| &set.headers) {
            mark(types, &header.ty, RECEIVED);
        }
        for content in operation.outcome.contents() {
            if let Some(ty) = content.ty() {
                mark(types, ty, RECEIVED);
            }
        }
    }
    let telling = telling(types);
    for (index, ty) in types.iter_mut().enumerate() {
        let Shape::Struct(object) = &mut ty.shape else { continue };
        let Direction { sent, received } = ty.direction;
        for (at, field) in object.fields.iter_mut().enumerate() {
            if field.access == Access::ReadOnly {
                match telling.get(&(index, at)) {
                    Some(Tells::ByValue) => field.access = Access::Both,
                    Some(Tells::ByPresence) => {}
                    None => field.left_out = sent && received,
                }
            }
            field.owed =
                sent && field.access == Access::WriteOnly && !field.is_optional();
            field.presence = relaxed(field.presence, field.access, ty.direction);
        }
    }
}

/// How deep unions within unions are looked into.
const DEEPEST: usize = 16;

/// How a property tells a branch of a union from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    /// By being there.
    ByPresence,
    /// By its value, as a discriminator: a request without it would say nothing of its branch.
    ByValue,
}

/// The `readOnly` properties that tell branches of unions from each other, by the places of their structs and in those.
fn telling(types: &[TypeDef]) -> BTreeMap<(usize, usize), Tells> {
    let mut found = BTreeMap::new();
    for ty in types {
        let Shape::Union(union) = &ty.shape else { continue };
        for branch in &union.branches {
            let told = told(union, branch);
            for (index, object) in structs(types, &branch.ty) {
                for (at, field) in object.fields.iter().enumerate() {
                    if field.access != Access::ReadOnly {
                        continue;
                    }
                    let by = told.iter().filter(|(wire, _)| *wire == field.wire);
                    if let Some(tells) = by.map(|(_, tells)| *tells).max() {
                        let known = found.entry((index, at)).or_insert(tells);
                        *known = tells.max(*known);
                    }
                }
            }
        }
    }
    found
}

/// The properties that tell a branch; what a tag says needs no shape.
fn told<'u>(union: &'u Union, branch: &'u Branch) -> Vec<(&'u str, Tells)> {
    if let Some(tag) = &union.tag {
        return vec![(&tag.property, Tells::ByValue)];
    }
    let properties = branch.tells.iter().flat_map(|tell| match tell {
        Tell::Object(properties) => properties.as_slice(),
        _ => &[],
    });
    let tells = |property: &'u TellingProperty| match property.values.as_slice() {
        [] => (property.wire.as_str(), Tells::ByPresence),
        _ => (property.wire.as_str(), Tells::ByValue),
    };
    properties.map(tells).collect()
}

/// The structs that a branch is, through other names and through unions.
fn structs<'t>(types: &'t [TypeDef], branch: &Type) -> BTreeMap<usize, &'t Struct> {
    let (mut open, mut seen) = (vec![(branch, 0)], BTreeSet::new());
    let mut found = BTreeMap::new();
    while let Some((ty, depth)) = open.pop() {
        let (Type::Named(id) | Type::Boxed(id)) = ty else { continue };
        let index = id.0 as usize;
        if depth > DEEPEST || !seen.insert(index) {
            continue;
        }
        match &types[index].shape {
            Shape::Struct(object) => {
                found.insert(index, object);
            }
            Shape::Union(union) => {
                open.extend(union.branches.iter().map(|branch| (&branch.ty, depth + 1)));
            }
            Shape::Alias(ty) => open.push((ty, depth + 1)),
            Shape::Enumeration(_) => {}
        }
    }
    found
}

/// Has every type travel both ways, whole: without a client, whoever has them may be either side, and builds what it likes.
pub(super) fn undirected(types: &mut [TypeDef]) {
    for ty in types {
        ty.direction = Direction { sent: true, received: true };
        if let Shape::Struct(object) = &mut ty.shape {
            object.fields.iter_mut().for_each(|field| field.left_out = false);
        }
    }
}

/// Marks a type and all it holds, with a list of its own: a document decides the depth.
fn mark(types: &mut [TypeDef], root: &Type, direction: Direction) {
    let mut open: Vec<_> = root.named().collect();
    while let Some(id) = open.pop() {
        let ty = &mut types[id.0 as usize];
        let known = ty.direction;
        let both = Direction {
            sent: known.sent || direction.sent,
            received: known.received || direction.received,
        };
        if both == known {
            continue;
        }
        ty.direction = both;
        match &ty.shape {
            Shape::Struct(object) => {
                open.extend(object.fields.iter().flat_map(|field| field.ty.named()));
                open.extend(object.rest.iter().flat_map(|(_, ty)| ty.named()));
            }
            Shape::Union(union) => {
                open.extend(union.branches.iter().flat_map(|branch| branch.ty.named()));
            }
            Shape::Alias(ty) => open.extend(ty.named()),
            Shape::Enumeration(_) => {}
        }
    }
}

/// A `readOnly` property need not be sent, a `writeOnly` one need not be received.
fn relaxed(presence: Presence, access: Access, direction: Direction) -> Presence {
    let other_way = match access {
        Access::Both => false,
        Access::ReadOnly => direction.sent,
        Access::WriteOnly => direction.received,
    };
    match presence {
        Presence::Required if other_way => Presence::Optional,
        Presence::RequiredNullable if other_way => Presence::OptionalNullable,
        presence => presence,
    }
}
