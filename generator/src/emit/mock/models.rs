//! `src/mock/models.rs`: setters of what only a server sends.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
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
    let mut models: Vec<&str> = models.into_iter().collect();
    models.sort_by_key(|name| version(name));
    let models = models.into_iter().map(|name| {
        let name = Ident::new(name, Span::call_site());
        quote! { use crate::models::#name; }
    });
    let runtime =
        (!runtime.is_empty()).then(|| format::import(&quote!(crate::runtime), runtime));
    quote! { #(#models)* #runtime }
}

/// The order in which rustfmt puts imports: `A2` before `A10`.
fn version(name: &str) -> Vec<(&str, u64)> {
    let mut parts = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, after) = rest.split_at(digits);
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let (number, after) = after.split_at(end);
        parts.push((text, number.parse().unwrap_or_default()));
        rest = after;
    }
    parts
}
