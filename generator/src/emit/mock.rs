//! `src/mock`: the API as a server for tests, behind the feature `mock`.

mod call;
mod guide;
mod headers;
mod models;
mod samples;
mod status;

use proc_macro2::TokenStream;
use quote::quote;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use self::samples::Samples;
use super::ident::ident;
use super::{behind, format, markdown, ty};
use crate::files::Files;
use crate::ir::{Api, Credential, CredentialKind, Group, KeyPlace, Operation, Type};
use crate::name::FeatureName;

/// The module, one file for each tag, the sample bodies, and what builds models that only a server sends.
pub(super) fn mock(api: &Api) -> Files {
    let source = &api.package.source;
    let samples = Samples::of(api);
    let write = |group: &Group| {
        let path = format!("src/mock/operations/{}.rs", group.module.file_stem());
        (path, operations(api, group, &samples))
    };
    let mut files = Files::default();
    files.extend(api.groups.par_iter().map(write).collect::<Vec<_>>());
    files.insert(
        "src/mock/mod.rs",
        format::rust(source, &guide::lines(api), module(api, &samples)),
    );
    if !api.groups.is_empty() {
        let docs = "The operations of the API, one module for each tag.".to_owned();
        files.insert(
            "src/mock/operations/mod.rs",
            format::rust(source, &[docs], tags(api)),
        );
    }
    if !samples.is_empty() {
        let docs = "Bodies that are answered while no handler is set.".to_owned();
        files.insert(
            "src/mock/samples.rs",
            format::rust(source, &[docs], samples.items()),
        );
    }
    if let Some(file) = models::file(api) {
        files.insert("src/mock/models.rs", file);
    }
    files
}

fn module(api: &Api, samples: &Samples) -> Vec<TokenStream> {
    let models = models::mocked(api).next().map(|_| quote! { mod models; });
    let operations = (!api.groups.is_empty()).then(|| quote! { mod operations; });
    let spare = behind::for_all(api);
    let samples = (!samples.is_empty()).then(|| quote! { #spare mod samples; });
    let calls = (!api.groups.is_empty()).then(|| quote! { pub use operations::*; });
    let tags = api.groups.iter().map(tag);
    let schemes = api.credentials.iter().map(scheme);
    vec![
        quote! {
            #models
            #operations
            #samples
        },
        quote! {
            pub use crate::runtime::mock::*;
            #calls
        },
        quote! {
            crate::runtime::mock::server! {
                tags { #(#tags,)* }
                schemes { #(#schemes,)* }
            }
        },
    ]
}

/// A tag, with its feature.
fn tag(group: &Group) -> TokenStream {
    let module = ident(&group.module);
    let feature = group.feature.as_ref().map(FeatureName::as_str);
    let feature = feature.map(|feature| quote!(= #feature));
    quote!(#module #feature)
}

fn scheme(credential: &Credential) -> TokenStream {
    let scheme = &credential.scheme;
    match &credential.kind {
        CredentialKind::Bearer { .. } => quote!(#scheme Bearer),
        CredentialKind::Basic => quote!(#scheme Basic),
        CredentialKind::Certificate => quote!(#scheme Connection),
        CredentialKind::ApiKey {
            place: KeyPlace::Header,
            name,
        } => {
            quote!(#scheme Header #name)
        }
        CredentialKind::ApiKey {
            place: KeyPlace::Query,
            name,
        } => {
            quote!(#scheme Query #name)
        }
        CredentialKind::ApiKey {
            place: KeyPlace::Cookie,
            name,
        } => {
            quote!(#scheme Cookie #name)
        }
    }
}

fn tags(api: &Api) -> Vec<TokenStream> {
    let mut sorted: Vec<&Group> = api.groups.iter().collect();
    sorted.sort_by_key(|group| group.module.file_stem());
    let modules = sorted.iter().map(|group| {
        let (behind, module) =
            (behind::attribute(&group.behind()), ident(&group.module));
        quote! { #behind pub(super) mod #module; }
    });
    let uses = sorted.iter().map(|group| {
        let (behind, module) =
            (behind::attribute(&group.behind()), ident(&group.module));
        quote! { #behind pub use #module::*; }
    });
    vec![modules.collect(), uses.collect()]
}

/// The file of a tag.
fn operations(api: &Api, group: &Group, samples: &Samples) -> String {
    let write = |operation: &Operation| {
        format::items(vec![
            call::declaration(api, group, operation),
            call::table(api, operation),
        ])
    };
    let texts = group.operations.par_iter().map(write).collect::<Vec<_>>();
    let title = if group.tag.is_empty() {
        "Operations without a tag, as the server sees them.".to_owned()
    } else {
        format!("The tag {}, as the server sees it.", markdown::line(&group.tag))
    };
    let first = format::items(vec![imports(group), table(api, group, samples)]);
    format::file(&api.package.source, &[title], [first].into_iter().chain(texts))
}

/// What the requests of a tag's operations name.
fn imports(group: &Group) -> TokenStream {
    let types: Vec<&Type> = group.operations.iter().flat_map(call::types).collect();
    let names_models = types.iter().any(|of| of.named().next().is_some());
    let models = names_models.then(|| quote! { use crate::models; });
    let secret = types.iter().any(|of| ty::is_secret(of));
    let secret = secret.then(|| quote! { use crate::runtime::Secret; });
    let module = ident(&group.module);
    let alias = (module != "operations").then(|| quote!(as operations));
    quote! {
        #models
        use crate::operations::#module #alias;
        #secret
    }
}

fn table(api: &Api, group: &Group, samples: &Samples) -> TokenStream {
    let tables = group.operations.iter().map(|operation| samples.table(api, operation));
    quote! {
        crate::runtime::mock::operations! {
            #(#tables)*
        }
    }
}
