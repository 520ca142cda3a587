//! `src/mock/models.rs`: setters of what only a server sends.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::emit::{format, structure, ty};
use crate::ir::{Api, Shape, Struct, TypeDef};

/// The file; none where callers send every type that has something to set.
pub(super) fn file(api: &Api) -> Option<String> {
    let mocked = mocked(api).collect::<Vec<_>>();
    if mocked.is_empty() {
        return None;
    }
    let write = |(definition, object): &(&TypeDef, &Struct)| {
        format::items(structure::mocked(api, definition, object).into_iter().collect())
    };
    let texts = mocked.par_iter().map(write).collect::<Vec<_>>();
    let first = format::items(vec![imports(api, &mocked)]);
    let docs = ["Setters of what only a server sends.".to_owned()];
    Some(format::file(&api.package.source, &docs, [first].into_iter().chain(texts)))
}

/// The types whose setters stand in the file.
pub(super) fn mocked(api: &Api) -> impl Iterator<Item = (&TypeDef, &Struct)> {
    api.types.iter().filter_map(|definition| match &definition.shape {
        Shape::Struct(object) if structure::is_mocked(definition, object) => {
            Some((definition, object))
        }
        _ => None,
    })
}

fn imports(api: &Api, mocked: &[(&TypeDef, &Struct)]) -> TokenStream {
    let mut models = BTreeSet::new();
    let mut runtime = BTreeSet::new();
    for (definition, object) in mocked {
        models.insert(definition.name.as_str());
        for field in object.fields.iter().filter(|field| structure::is_optional(field)) {
            let mut named = Vec::new();
            ty::named(&field.ty, &mut named);
            models.extend(named.iter().map(|id| api[*id].name.as_str()));
            runtime.extend(structure::is_nullable(field).then_some("Nullable"));
            runtime.extend(ty::is_secret(&field.ty).then_some("Secret"));
        }
    }
    let models = format::import(&quote!(crate::models), models);
    let runtime =
        (!runtime.is_empty()).then(|| format::import(&quote!(crate::runtime), runtime));
    quote! { #models #runtime }
}
