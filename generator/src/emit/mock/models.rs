//! `src/mock/models.rs`: setters of what only a server sends.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{format, structure, ty};
use crate::ir::{Api, Presence, Shape};

/// The file's items; none where every type is sent by callers, too.
pub(super) fn items(api: &Api) -> Option<Vec<TokenStream>> {
    let mut items = Vec::new();
    let mut models = BTreeSet::new();
    let mut runtime = BTreeSet::new();
    for definition in &api.types {
        let Shape::Struct(object) = &definition.shape else { continue };
        let Some(setters) = structure::mocked(api, definition, object) else { continue };
        items.push(setters);
        models.insert(definition.name.as_str());
        for field in &object.fields {
            let required = matches!(
                field.presence,
                Presence::Required | Presence::RequiredNullable
            );
            if required {
                continue;
            }
            let mut named = Vec::new();
            ty::named(&field.ty, &mut named);
            models.extend(named.iter().map(|id| api[*id].name.as_str()));
            runtime.extend(structure::is_nullable(field).then_some("Nullable"));
            runtime.extend(ty::is_secret(&field.ty).then_some("Secret"));
        }
    }
    if items.is_empty() {
        return None;
    }
    let models = format::import(&quote!(crate::models), models);
    let runtime =
        (!runtime.is_empty()).then(|| format::import(&quote!(crate::runtime), runtime));
    items.insert(0, quote! { #models #runtime });
    Some(items)
}
