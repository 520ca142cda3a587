//! Deprecation: what the document calls deprecated is still written and read by the crate itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::{behind, structure};
use crate::ir::{Api, Behind, Field, Group, Operation, Shape, TypeDef, TypeId};

/// The attribute of a module whose items use what is deprecated: those behind these features, if any.
pub(super) fn expected(uses: Option<&Behind>) -> Option<TokenStream> {
    let condition = behind::condition(uses?);
    let expected = quote! {
        expect(deprecated, reason = "what the API deprecates is written and read all the same")
    };
    Some(match condition {
        Some(condition) => quote! { #[cfg_attr(#condition, #expected)] },
        None => quote! { #[#expected] },
    })
}

/// Whether a type or a field is deprecated, which `models` then uses: it declares, exports, sets and reads it.
pub(super) fn in_models(api: &Api) -> Option<Behind> {
    let uses = api.types.iter().filter(|ty| is_noted(ty) || has_deprecated_field(ty));
    Behind::union(uses.map(|ty| &ty.behind))
}

/// Whether an operation names a deprecated type.
pub(super) fn in_operations(api: &Api) -> Option<Behind> {
    let names = |operation: &Operation| {
        let pages = operation.pages.as_ref();
        pages.is_some_and(|pages| pages.deprecated)
            || named(operation).iter().any(|id| is_noted(&api[*id]))
    };
    Behind::union(&groups(api, names))
}

/// The groups with an operation of which that holds.
fn groups(api: &Api, holds: impl Fn(&Operation) -> bool) -> Vec<Behind> {
    let groups = api.groups.iter().filter(|group| group.operations.iter().any(&holds));
    groups.map(Group::behind).collect()
}

/// Whether the payload of a webhook names a deprecated type.
pub(super) fn in_webhooks(api: &Api) -> Option<Behind> {
    webhooks(api, |id| is_noted(&api[id]))
}

/// The payloads of webhooks that name such a type of `models`.
pub(super) fn webhooks(api: &Api, is_such: impl Fn(TypeId) -> bool) -> Option<Behind> {
    let such = api.webhooks.iter();
    let such = such.filter(|webhook| webhook.ty.named().any(&is_such));
    Behind::union(such.map(|webhook| &webhook.behind))
}

/// Whether the mock names a deprecated type, or sets a deprecated field.
pub(super) fn in_mock(api: &Api) -> Option<Behind> {
    let set = api.types.iter().filter(|ty| is_set_in_mock(api, ty));
    let names =
        |operation: &Operation| sent(operation).iter().any(|id| is_noted(&api[*id]));
    Behind::union(groups(api, names).iter().chain(set.map(|ty| &ty.behind)))
}

fn is_set_in_mock(api: &Api, ty: &TypeDef) -> bool {
    let Shape::Struct(object) = &ty.shape else { return false };
    let mut set = structure::mocked_fields(api, ty, object).peekable();
    let is_deprecated = |field: &Field| {
        field.deprecated || field.ty.named().any(|id| is_noted(&api[id]))
    };
    set.peek().is_some() && (is_noted(ty) || set.any(is_deprecated))
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
fn named(operation: &Operation) -> Vec<TypeId> {
    let mut named = sent(operation);
    for header in operation.named_headers() {
        named.extend(header.ty.named());
    }
    for content in operation.outcome.named_contents() {
        if let Some(json) = content.ty() {
            named.extend(json.named());
        }
    }
    named
}

/// The types of `models` that an operation sends.
fn sent(operation: &Operation) -> Vec<TypeId> {
    let mut named = Vec::new();
    for param in &operation.params {
        named.extend(param.ty.named());
    }
    if let Some(body) = operation.body.as_ref().and_then(|body| body.kind.ty()) {
        named.extend(body.named());
    }
    named
}
