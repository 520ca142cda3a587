//! Which way each type travels, and what that asks of its properties.

use crate::ir::{Access, Direction, Group, Presence, Shape, Type, TypeDef, Webhook};

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
    for ty in types {
        if let Shape::Struct(object) = &mut ty.shape {
            for field in &mut object.fields {
                let is_sent = ty.direction.sent && field.access == Access::WriteOnly;
                field.owed = is_sent && !field.is_optional();
                field.presence = relaxed(field.presence, field.access, ty.direction);
            }
        }
    }
}

/// Has every type travel both ways: without a client, whoever has them may be either side, and builds what it likes.
pub(super) fn undirected(types: &mut [TypeDef]) {
    for ty in types {
        ty.direction = Direction { sent: true, received: true };
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
