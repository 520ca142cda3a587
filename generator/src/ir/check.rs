//! What must hold for every `Api`, whatever the document: a failure is our own mistake.

use std::collections::BTreeSet;

use super::{Api, BodyKind, Content, Operation, PathPart, Shape, Type, TypeDef};

/// Checks the invariants that `emit` relies on.
///
/// # Panics
///
/// In debug builds, when one does not hold.
pub fn check(api: &Api) {
    if cfg!(debug_assertions) {
        unique("type", api.types.iter().map(|ty| ty.name.as_str()));
        unique("module", api.types.iter().map(|ty| ty.module.as_str()));
        unique("operation", operations(api).map(|operation| operation.id.as_str()));
        let names = operations(api).map(|operation| operation.name.as_str());
        unique("operation's type", names);
        for operation in operations(api) {
            segments(operation);
            files(api, operation);
        }
        for ty in &api.types {
            fields(api, ty);
        }
        unique("webhook", api.webhooks.iter().map(|webhook| webhook.name.as_str()));
        for webhook in &api.webhooks {
            exists(api, &webhook.ty);
        }
    }
}

fn operations(api: &Api) -> impl Iterator<Item = &Operation> {
    api.groups.iter().flat_map(|group| &group.operations)
}

fn unique<'a>(what: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "the {what} `{name}` stands twice");
    }
}

fn segments(operation: &Operation) {
    for part in &operation.path {
        if let PathPart::Segment(index) = part {
            assert!(
                *index < operation.params.len(),
                "a segment of `{}` has no parameter",
                operation.id
            );
        }
    }
}

/// A file stands only in what is sent in parts.
fn files(api: &Api, operation: &Operation) {
    let params = operation.params.iter().map(|param| &param.ty);
    let body = operation.body.as_ref().map(|body| &body.kind);
    let body = body.filter(|kind| !matches!(kind, BodyKind::Multipart(_)));
    let answers = operation.outcome.contents().filter_map(Content::ty);
    for ty in params.chain(body.and_then(BodyKind::ty)).chain(answers) {
        let (Type::Named(id) | Type::Boxed(id)) = ty.resolved(&api.types) else {
            continue;
        };
        if let Shape::Struct(object) = &api[*id].shape {
            let mut types = object.fields.iter().map(|field| &field.ty);
            assert!(!types.any(Type::is_file), "`{}` has a file", operation.id);
        }
    }
}

fn fields(api: &Api, ty: &TypeDef) {
    if let Shape::Struct(object) = &ty.shape {
        let names = object.fields.iter().map(|field| field.name.as_str());
        unique("field", names.chain(object.rest.iter().map(|(name, _)| name.as_str())));
        for field in &object.fields {
            exists(api, &field.ty);
        }
    }
    if let Shape::Union(union) = &ty.shape {
        unique("variant", union.branches.iter().map(|branch| branch.name.as_str()));
        for branch in &union.branches {
            exists(api, &branch.ty);
        }
    }
}

fn exists(api: &Api, ty: &Type) {
    match ty {
        Type::Named(id) | Type::Boxed(id) => {
            assert!((id.0 as usize) < api.types.len(), "a type is missing");
        }
        other => {
            assert!(*other != Type::Tuple(Vec::new()), "a tuple has no items");
            other.parts().iter().for_each(|part| exists(api, part));
        }
    }
}
