//! `src/models`: one file for each type.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::ident::ident;
use super::{alias, behind, enumeration, format, structure, ty, union};
use crate::ir::{Api, Shape, Type, TypeDef};

/// Every type in a file of its own, and the module that names them all.
pub(super) fn models(api: &Api) -> Vec<(String, String)> {
    let source = &api.package.source;
    let write = |definition: &TypeDef| {
        let path = format!("src/models/{}.rs", definition.module.file_stem());
        (path, format::rust(source, &[], items(api, definition)))
    };
    let mut files = api.types.par_iter().map(write).collect::<Vec<_>>();
    let docs =
        "Values that are sent and received: one type for each schema of the document."
            .to_owned();
    files.push((
        "src/models/mod.rs".to_owned(),
        format::rust(source, &[docs], module(api)),
    ));
    files
}

fn module(api: &Api) -> Vec<TokenStream> {
    let mut sorted: Vec<&TypeDef> = api.types.iter().collect();
    sorted.sort_by_cached_key(|ty| format::version(ty.module.file_stem()));
    let modules = sorted.iter().map(|ty| {
        let (behind, module) = (behind::attribute(&ty.behind), ident(&ty.module));
        quote! { #behind mod #module; }
    });
    let uses = sorted.iter().map(|ty| {
        let (module, name) = (ident(&ty.module), ident(&ty.name));
        let behind = behind::attribute(&ty.behind);
        quote! { #behind pub use #module::#name; }
    });
    vec![modules.collect(), uses.collect()]
}

fn items(api: &Api, definition: &TypeDef) -> Vec<TokenStream> {
    let mut items = vec![imports(api, definition)];
    items.extend(match &definition.shape {
        Shape::Struct(object) => structure::structure(api, definition, object),
        Shape::Enumeration(list) => enumeration::enumeration(definition, list),
        Shape::Union(union) => union::union(api, definition, union),
        Shape::Alias(ty) => vec![alias::alias(api, definition, ty)],
    });
    items
}

/// The other models and the parts of the runtime that a type's file names.
fn imports(api: &Api, definition: &TypeDef) -> TokenStream {
    let types = held(definition);
    let models = types.iter().flat_map(|held| held.named());
    let names: BTreeSet<&str> = models.map(|id| api[id].name.as_str()).collect();
    let names = names.into_iter().filter(|name| *name != definition.name.as_str());
    let models = names.map(|name| {
        let name = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
        quote! { use super::#name; }
    });
    let runtime = runtime(definition, &types);
    quote! { #(#models)* #runtime }
}

fn runtime(definition: &TypeDef, types: &[&Type]) -> Option<TokenStream> {
    let secret = types.iter().any(|ty| ty::is_secret(ty)).then_some("Secret");
    let (first, table) = match &definition.shape {
        Shape::Struct(object) => {
            let nullable = object.fields.iter().any(structure::is_nullable);
            (nullable.then_some("Nullable"), Some("object"))
        }
        Shape::Enumeration(list) => {
            (list.open.then_some("UnknownValue"), Some("string_enum"))
        }
        Shape::Union(_) => (Some("RawJson"), Some("one_of")),
        Shape::Alias(_) => (None, None),
    };
    let names: Vec<&str> = [first, secret, table].into_iter().flatten().collect();
    (!names.is_empty()).then(|| format::import(&quote!(crate::runtime), names))
}

fn held(definition: &TypeDef) -> Vec<&Type> {
    match &definition.shape {
        Shape::Struct(object) => {
            let rest = object.rest.iter().map(|(_, ty)| ty);
            object.fields.iter().map(|field| &field.ty).chain(rest).collect()
        }
        Shape::Enumeration(_) => Vec::new(),
        Shape::Union(union) => union.branches.iter().map(|branch| &branch.ty).collect(),
        Shape::Alias(ty) => vec![ty],
    }
}
