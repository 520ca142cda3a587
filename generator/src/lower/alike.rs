//! Operations that answer alike: their enums of statuses, and the types that read their headers, are written once.
//!
//! Each operation keeps a name of its own for them, which stands for the type of the first, so that nothing is renamed when
//! one of them changes.

use std::collections::BTreeMap;

use crate::ir::{
    Answer, Arm, Definition, Group, Header, Operation, StatusMatch, TypeId,
};
use crate::name::TypeName;

/// Where an operation stands: its group, and its position there.
type Place = (usize, usize);

/// Which of an operation's types is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Success,
    Failure,
    Headers { of_failure: bool },
}

const ROLES: [Role; 4] = [
    Role::Success,
    Role::Failure,
    Role::Headers { of_failure: false },
    Role::Headers { of_failure: true },
];

/// What such a type is made of.
#[derive(Clone, Copy)]
enum Rows<'a> {
    Statuses(&'a [Arm]),
    Headers(&'a [Header]),
}

/// What types that are the same agree in, and most others do not.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sketch<'a> {
    Statuses(Vec<(StatusMatch, Option<&'a str>, Option<TypeId>)>),
    Headers(Vec<(&'a str, Option<&'a str>, Option<TypeId>)>),
}

/// A type that is the same as one before it.
struct Twin {
    first: Place,
    place: Place,
    role: Role,
}

/// Finds the types that are written with another operation. With a feature for each tag, that is one of the same tag: the
/// other may not be there.
pub(super) fn shared(groups: &mut [Group]) {
    for Twin { first, place, role } in twins(groups) {
        let module = (first.0 != place.0).then(|| groups[first.0].module.clone());
        let known = &mut groups[first.0].operations[first.1];
        let Some((name, definition)) = written(known, role) else { continue };
        *definition = Definition::Shared;
        let name = name.clone();
        let operation = &mut groups[place.0].operations[place.1];
        if let Some((_, definition)) = written(operation, role) {
            *definition = Definition::Elsewhere { module, name };
        }
    }
}

fn twins(groups: &[Group]) -> Vec<Twin> {
    let apart = groups.iter().any(|group| group.feature.is_some());
    let mut known: BTreeMap<_, Vec<(Place, Rows<'_>)>> = BTreeMap::new();
    let mut twins = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        for (index, operation) in group.operations.iter().enumerate() {
            for role in ROLES {
                let Some(rows) = rows(operation, role) else { continue };
                let place = (at, index);
                let key = (apart.then_some(at), role, sketch(rows));
                let others = known.entry(key).or_default();
                match others.iter().find(|(_, other)| are_same(*other, rows)) {
                    Some(&(first, _)) => twins.push(Twin { first, place, role }),
                    None => others.push((place, rows)),
                }
            }
        }
    }
    twins
}

fn rows(operation: &Operation, role: Role) -> Option<Rows<'_>> {
    let answer = match role {
        Role::Success => &operation.outcome.success,
        Role::Failure => &operation.outcome.failure,
        Role::Headers { of_failure } => {
            let mut sets = operation.headers.iter();
            let set = sets.find(|set| set.of_failure == of_failure)?;
            return Some(Rows::Headers(&set.headers));
        }
    };
    match answer {
        Answer::One { .. } => None,
        Answer::Several { arms, .. } => Some(Rows::Statuses(arms)),
    }
}

/// The name of a type, and where it is written.
fn written(
    operation: &mut Operation,
    role: Role,
) -> Option<(&TypeName, &mut Definition)> {
    let answer = match role {
        Role::Success => &mut operation.outcome.success,
        Role::Failure => &mut operation.outcome.failure,
        Role::Headers { of_failure } => {
            let mut sets = operation.headers.iter_mut();
            let set = sets.find(|set| set.of_failure == of_failure)?;
            return Some((&set.name, &mut set.definition));
        }
    };
    match answer {
        Answer::One { .. } => None,
        Answer::Several { name, definition, .. } => Some((name, definition)),
    }
}

fn sketch(rows: Rows<'_>) -> Sketch<'_> {
    match rows {
        Rows::Statuses(arms) => Sketch::Statuses(
            arms.iter()
                .map(|arm| {
                    let ty = arm.content.ty().and_then(|ty| ty.named().next());
                    (arm.status, arm.docs.description.as_deref(), ty)
                })
                .collect(),
        ),
        Rows::Headers(headers) => Sketch::Headers(
            headers
                .iter()
                .map(|header| {
                    let ty = header.ty.named().next();
                    (header.wire.as_str(), header.docs.description.as_deref(), ty)
                })
                .collect(),
        ),
    }
}

fn are_same(one: Rows<'_>, other: Rows<'_>) -> bool {
    match (one, other) {
        (Rows::Statuses(one), Rows::Statuses(other)) => all(one, other, is_same_arm),
        (Rows::Headers(one), Rows::Headers(other)) => all(one, other, is_same_header),
        _ => false,
    }
}

fn all<T>(one: &[T], other: &[T], is_same: fn(&T, &T) -> bool) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| is_same(one, other))
}

/// Whether two variants are written alike. Samples are the mock's, which has them for each operation.
fn is_same_arm(one: &Arm, other: &Arm) -> bool {
    let Arm {
        name,
        status,
        content,
        docs,
        sample: _,
    } = one;
    (name, status, content, docs)
        == (&other.name, &other.status, &other.content, &other.docs)
}

/// Whether two headers are written alike. When they are needed and their samples are the mock's.
fn is_same_header(one: &Header, other: &Header) -> bool {
    let Header {
        name,
        wire,
        required,
        ty,
        way,
        docs,
        deprecated,
        needed: _,
        sample: _,
    } = one;
    (name, wire, required, ty, way, docs, deprecated)
        == (
            &other.name,
            &other.wire,
            &other.required,
            &other.ty,
            &other.way,
            &other.docs,
            &other.deprecated,
        )
}
