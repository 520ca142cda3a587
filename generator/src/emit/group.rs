//! `src/operations`: one file for each tag.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::ident::{ident, linked};
use super::ty::is_secret;
use super::{behind, docs, format, markdown, operation, outcome, page, param};
use crate::ir::{Api, Content, Group, Operation};

/// Every tag in a file of its own, and the module that names them all.
pub(super) fn groups(api: &Api) -> Vec<(String, String)> {
    let source = &api.package.source;
    let write = |group: &Group| {
        let write = |operation: &Operation| Written {
            method: format::method(&operation::method(api, group, operation)),
            items: format::items(operation::request(api, group, operation)),
        };
        let written = group.operations.par_iter().map(write).collect::<Vec<_>>();
        let path = format!("src/operations/{}.rs", group.module.file_stem());
        (path, file(api, group, written))
    };
    let mut files = api.groups.par_iter().map(write).collect::<Vec<_>>();
    let docs = "Calls of the API: one module for each tag of the document.".to_owned();
    files.push((
        "src/operations/mod.rs".to_owned(),
        format::rust(source, &[docs], module(api)),
    ));
    files
}

/// One operation as text.
struct Written {
    method: String,
    items: String,
}

impl Written {
    /// Whether its code, not its documentation alone, names a type of `models`: an alias may stand for what needs no name.
    fn names_models(&self) -> bool {
        let mut lines = self.method.lines().chain(self.items.lines());
        lines.any(|line| {
            line.contains("models::") && !line.trim_start().starts_with("///")
        })
    }
}

fn file(api: &Api, group: &Group, written: Vec<Written>) -> String {
    let docs = docs::lines(&group.docs, &title(group));
    let names_models = written.iter().any(Written::names_models);
    let (methods, items): (Vec<String>, Vec<String>) =
        written.into_iter().map(|operation| (operation.method, operation.items)).unzip();
    let first = format::items(vec![imports(group, names_models), declaration(group)]);
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
        format!("The tag {}.", markdown::line(&group.tag))
    }
}

fn module(api: &Api) -> Vec<TokenStream> {
    let mut sorted: Vec<&Group> = api.groups.iter().collect();
    sorted.sort_by_cached_key(|group| format::version(group.module.file_stem()));
    let modules = sorted
        .iter()
        .map(|group| (behind::attribute(&group.behind()), ident(&group.module)))
        .map(|(behind, module)| quote! { #behind pub mod #module; });
    let uses = sorted.iter().map(|group| {
        let (module, name) = (ident(&group.module), ident(&group.name));
        let behind = behind::attribute(&group.behind());
        quote! { #behind pub use #module::#name; }
    });
    vec![modules.collect(), uses.collect()]
}

fn imports(group: &Group, names_models: bool) -> TokenStream {
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
        "Operation",
        "OperationInfo",
        "Request",
        "Retry",
        "Schemes",
        "format",
    ];
    let decode = group.operations.iter().any(outcome::names_decode).then_some("Decode");
    let reads = group.operations.iter().any(outcome::names_reply);
    let reply: &[&str] = if reads { &["Mismatch", "Reply"] } else { &[] };
    let secret = group.operations.iter().any(names_secret).then_some("Secret");
    let has_pages = group.operations.iter().any(|operation| operation.pages.is_some());
    let pages: &[&str] = if has_pages { page::NAMES } else { &[] };
    let more = [reply, pages].concat().into_iter().chain(decode).chain(secret);
    let all: BTreeSet<&str> = styles.into_iter().chain(fixed).chain(more).collect();
    let all = all.into_iter().map(|name| Ident::new(name, Span::call_site()));
    let models = names_models.then(|| quote! { use crate::models; });
    quote! {
        #models
        use crate::runtime::{#(#all),*};
    }
}

/// Whether the text of an operation names the type of secrets: as an argument, a body or an answer.
fn names_secret(operation: &Operation) -> bool {
    let params = operation.params.iter().map(|param| &param.ty);
    let body = operation.body.iter().filter_map(|body| body.kind.ty());
    let answers = operation.outcome.named_contents().filter_map(Content::ty);
    let items = operation.pages.iter().map(|pages| &pages.item);
    let headers = operation.named_headers().map(|header| &header.ty);
    params.chain(body).chain(answers).chain(items).chain(headers).any(is_secret)
}

fn declaration(group: &Group) -> TokenStream {
    let name = ident(&group.name);
    let tag = if group.tag.is_empty() {
        "Operations without a tag".to_owned()
    } else {
        format!("The operations of the tag {}", markdown::line(&group.tag))
    };
    let docs = docs::attributes(&[format!(
        "{tag}, made by [`Client::{}`].",
        linked(&group.accessor)
    )]);
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name {
            pub(crate) client: Client,
        }
    }
}
