//! Deprecation: what the document calls deprecated is still written and read by the crate itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::{structure, ty};
use crate::ir::{Api, Field, Operation, Shape, TypeDef, TypeId};

/// The attribute of a module whose items use what is deprecated.
pub(super) fn expected(uses: bool) -> Option<TokenStream> {
    uses.then(|| {
        quote! {
            #[expect(deprecated, reason = "what the API deprecates is written and read all the same")]
        }
    })
}

/// Whether a type or a field is deprecated, which `models` then uses: it declares, exports, sets and reads it.
pub(super) fn in_models(api: &Api) -> bool {
    api.types.iter().any(|ty| is_noted(ty) || has_deprecated_field(ty))
}

/// Whether an operation names a deprecated type.
pub(super) fn in_operations(api: &Api) -> bool {
    let mut operations = api.groups.iter().flat_map(|group| &group.operations);
    operations.any(|operation| named(operation).iter().any(|id| is_noted(&api[*id])))
}

/// Whether the payload of a webhook names a deprecated type.
pub(super) fn in_webhooks(api: &Api) -> bool {
    webhooks(api).iter().any(|id| is_noted(&api[*id]))
}

/// The types of `models` that the payloads of webhooks name.
pub(super) fn webhooks(api: &Api) -> Vec<TypeId> {
    let mut named = Vec::new();
    for webhook in &api.webhooks {
        ty::named(&webhook.ty, &mut named);
    }
    named
}

/// Whether the mock names a deprecated type, or sets a deprecated field.
pub(super) fn in_mock(api: &Api) -> bool {
    let mut operations = api.groups.iter().flat_map(|group| &group.operations);
    operations.any(|operation| sent(operation).iter().any(|id| is_noted(&api[*id])))
        || api.types.iter().any(|ty| is_set_in_mock(api, ty))
}

fn is_set_in_mock(api: &Api, ty: &TypeDef) -> bool {
    let Shape::Struct(object) = &ty.shape else { return false };
    let mut set = object.fields.iter().filter(|field| structure::is_optional(field));
    let is_deprecated = |field: &Field| {
        let mut names = Vec::new();
        ty::named(&field.ty, &mut names);
        field.deprecated || names.iter().any(|id| is_noted(&api[*id]))
    };
    structure::is_mocked(ty, object) && (is_noted(ty) || set.any(is_deprecated))
}

/// Whether the type's declaration carries the attribute: an alias does not.
fn is_noted(ty: &TypeDef) -> bool {
    ty.deprecated && !matches!(ty.shape, Shape::Alias(_))
}

fn has_deprecated_field(ty: &TypeDef) -> bool {
    match &ty.shape {
        Shape::Struct(object) => object.fields.iter().any(|field| field.deprecated),
        Shape::Enumeration(_) | Shape::Union(_) | Shape::Alias(_) => false,
    }
}

/// The types of `models` that an operation's text names.
pub(super) fn named(operation: &Operation) -> Vec<TypeId> {
    let mut named = sent(operation);
    for header in operation.headers.iter().flat_map(|set| &set.headers) {
        ty::named(&header.ty, &mut named);
    }
    for content in operation.outcome.contents() {
        if let Some(json) = content.ty() {
            ty::named(json, &mut named);
        }
    }
    named
}

/// The types of `models` that an operation sends.
fn sent(operation: &Operation) -> Vec<TypeId> {
    let mut named = Vec::new();
    for param in &operation.params {
        ty::named(&param.ty, &mut named);
    }
    if let Some(body) = operation.body.as_ref().and_then(|body| body.kind.ty()) {
        ty::named(body, &mut named);
    }
    named
}
