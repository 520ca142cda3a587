//! `src/mock/models.rs`: setters of what only a server sends.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::emit::{behind, format, structure, ty};
use crate::ir::{Api, Behind, Shape, Struct, TypeDef};

/// The file; none where callers send every type that has something to set.
pub(super) fn file(api: &Api) -> Option<String> {
    let mocked = mocked(api).collect::<Vec<_>>();
    if mocked.is_empty() {
        return None;
    }
    let write = |(definition, object): &(&TypeDef, &Struct)| {
        let behind = behind::attribute(&definition.behind);
        let mocked = structure::mocked(api, definition, object);
        format::items(
            mocked.map(|mocked| quote! { #behind #mocked }).into_iter().collect(),
        )
    };
    let texts = mocked.par_iter().map(write).collect::<Vec<_>>();
    let first = format::items(vec![imports(api, &mocked)]);
    let docs = ["Setters of what only a server sends.".to_owned()];
    Some(format::file(&api.package.source, &docs, [first].into_iter().chain(texts)))
}

/// The types whose setters stand in the file.
pub(super) fn mocked(api: &Api) -> impl Iterator<Item = (&TypeDef, &Struct)> {
    let objects = api.types.iter().filter_map(|definition| match &definition.shape {
        Shape::Struct(object) => Some((definition, object)),
        _ => None,
    });
    objects.filter(|(definition, object)| {
        structure::mocked_fields(api, definition, object).next().is_some()
    })
}

fn imports(api: &Api, mocked: &[(&TypeDef, &Struct)]) -> TokenStream {
    let mut models: BTreeMap<&str, Vec<&Behind>> = BTreeMap::new();
    let mut runtime: BTreeMap<&str, Vec<&Behind>> = BTreeMap::new();
    for (definition, object) in mocked {
        let behind = &definition.behind;
        models.entry(definition.name.as_str()).or_default().push(behind);
        for field in structure::mocked_fields(api, definition, object) {
            for id in field.ty.named() {
                models.entry(api[id].name.as_str()).or_default().push(behind);
            }
            let nullable = structure::is_nullable(field).then_some("Nullable");
            let secret = ty::is_secret(&field.ty).then_some("Secret");
            for name in nullable.into_iter().chain(secret) {
                runtime.entry(name).or_default().push(behind);
            }
        }
    }
    let mut models: Vec<(&str, Vec<&Behind>)> = models.into_iter().collect();
    models.sort_by_cached_key(|(name, _)| format::version(name));
    let models = models.into_iter().map(|(name, uses)| {
        let name = Ident::new(name, Span::call_site());
        let behind = Behind::union(uses).as_ref().and_then(behind::attribute);
        quote! { #behind use crate::models::#name; }
    });
    let runtime = self::runtime(&runtime);
    quote! { #(#models)* #runtime }
}

/// The imports of the runtime: one, where all of its names are always used.
fn runtime(names: &BTreeMap<&str, Vec<&Behind>>) -> Option<TokenStream> {
    let module = quote!(crate::runtime);
    let unions = names
        .iter()
        .filter_map(|(name, uses)| Some((*name, Behind::union(uses.iter().copied())?)));
    let unions: Vec<(&str, Behind)> = unions.collect();
    if unions.iter().all(|(_, behind)| behind.is_nothing()) {
        let names = unions.iter().map(|(name, _)| *name);
        return (!unions.is_empty()).then(|| format::import(&module, names));
    }
    let uses = unions.iter().map(|(name, behind)| {
        let (behind, import) =
            (behind::attribute(behind), format::import(&module, [*name]));
        quote! { #behind #import }
    });
    Some(uses.collect())
}
