//! `src/operations`: one file for each tag.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::ident::ident;
use super::{deprecation, docs, format, operation, param};
use crate::files::Files;
use crate::ir::{Api, Group, Operation};

/// Every tag in a file of its own, and the module that names them all.
pub(super) fn groups(api: &Api, files: &mut Files) {
    let source = &api.package.source;
    for group in &api.groups {
        let write = |operation: &Operation| Written {
            method: format::method(&operation::method(api, group, operation)),
            items: format::items(operation::request(api, group, operation)),
        };
        let written = group.operations.par_iter().map(write).collect::<Vec<_>>();
        let path = format!("src/operations/{}.rs", group.module.file_stem());
        files.insert(path, file(api, group, written));
    }
    let docs = "Calls of the API: one module for each tag of the document.".to_owned();
    files.insert("src/operations/mod.rs", format::rust(source, &[docs], module(api)));
}

/// One operation as text.
struct Written {
    method: String,
    items: String,
}

fn file(api: &Api, group: &Group, written: Vec<Written>) -> String {
    let docs = docs::lines(&group.docs, &title(group));
    let (mut methods, items): (Vec<String>, Vec<String>) =
        written.into_iter().map(|operation| (operation.method, operation.items)).unzip();
    methods.insert(0, format::method(&constructor()));
    let first = format::items(vec![imports(group), declaration(group)]);
    let implementation = format::implementation(group.name.as_str(), &methods);
    format::file(
        &api.package.source,
        &docs,
        [first, implementation].into_iter().chain(items),
    )
}

fn title(group: &Group) -> String {
    if group.tag.is_empty() {
        "Operations without a tag.".to_owned()
    } else {
        format!("The tag {}.", group.tag)
    }
}

fn module(api: &Api) -> Vec<TokenStream> {
    let mut sorted: Vec<&Group> = api.groups.iter().collect();
    sorted.sort_by_key(|group| group.module.file_stem());
    let modules = sorted
        .iter()
        .map(|group| ident(&group.module))
        .map(|module| quote! { pub mod #module; });
    let uses = sorted.iter().map(|group| {
        let (module, name) = (ident(&group.module), ident(&group.name));
        quote! { pub use #module::#name; }
    });
    vec![modules.collect(), uses.collect()]
}

fn imports(group: &Group) -> TokenStream {
    let styles: BTreeSet<&str> = group
        .operations
        .iter()
        .flat_map(|operation| &operation.params)
        .filter(|param| param::names_style(param))
        .map(|param| param::style_name(param.style))
        .collect();
    let fixed = [
        "Call",
        "Client",
        "Decode",
        "Method",
        "Mismatch",
        "Operation",
        "OperationInfo",
        "Reply",
        "Retry",
    ];
    let all: BTreeSet<&str> = styles.into_iter().chain(fixed).collect();
    let all = all.into_iter().map(|name| Ident::new(name, Span::call_site()));
    let models = group
        .operations
        .iter()
        .any(|operation| !deprecation::named(operation).is_empty())
        .then(|| quote! { use crate::models; });
    quote! {
        #models
        use crate::runtime::{#(#all,)* request};
    }
}

fn declaration(group: &Group) -> TokenStream {
    let name = ident(&group.name);
    let tag = if group.tag.is_empty() {
        "Operations without a tag".to_owned()
    } else {
        format!("The operations of the tag {}", group.tag)
    };
    let docs =
        docs::attributes(&[format!("{tag}, made by [`Client::{}`].", group.accessor)]);
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name {
            client: Client,
        }
    }
}

fn constructor() -> TokenStream {
    quote! {
        pub(crate) fn new(client: Client) -> Self {
            Self { client }
        }
    }
}
