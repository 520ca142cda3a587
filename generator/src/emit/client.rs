//! `src/client.rs`: the client's servers, credentials and tags.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{behind, credential, docs, format, markdown, server};
use crate::ir::{Api, CredentialKind, Group};

/// The file.
pub(super) fn client(api: &Api) -> String {
    let mut items = vec![imports(api)];
    items.extend(server::servers(api));
    items.push(methods(api));
    items.extend(credential::setters(api));
    items.extend(credential::minting(api));
    let docs =
        "The client of this API: its servers, its credentials, its tags.".to_owned();
    format::rust(&api.package.source, &[docs], items)
}

fn imports(api: &Api) -> TokenStream {
    let mut runtime = BTreeSet::from(["ApiInfo", "Client", "ClientBuilder"]);
    if !api.servers.is_empty() {
        runtime.insert("BaseUrl");
    }
    let mints = credential::tokens(api).next().is_some();
    if mints {
        runtime.extend(["Token", "TokenError"]);
    }
    if credential::mintings(api).next().is_some() {
        runtime.extend(["ClientCredentials", "TokenOperation"]);
    }
    for credential in &api.credentials {
        runtime.insert(match credential.kind {
            CredentialKind::Bearer { .. } => "TokenSource",
            CredentialKind::Basic
            | CredentialKind::Certificate
            | CredentialKind::ApiKey { .. } => "Secret",
        });
    }
    let runtime = format::import(&quote!(crate::runtime), runtime);
    let models = mints.then(|| quote! { use crate::models; });
    let operations = operations(api);
    quote! {
        #models
        #operations
        #runtime
    }
}

/// The types of the tags; one by one, where each has a feature.
fn operations(api: &Api) -> Option<TokenStream> {
    let mut groups: Vec<&Group> = api.groups.iter().collect();
    groups.sort_by_key(|group| group.name.as_str());
    if groups.is_empty() {
        return None;
    }
    if api.features().next().is_none() {
        let names = groups.iter().map(|group| group.name.as_str());
        return Some(format::import(&quote!(crate::operations), names));
    }
    let uses = groups.iter().map(|group| {
        let (behind, name) = (behind::attribute(&group.behind()), ident(&group.name));
        quote! { #behind use crate::operations::#name; }
    });
    Some(uses.collect())
}

fn methods(api: &Api) -> TokenStream {
    let accessors = api.groups.iter().map(|group| {
        let (accessor, name) = (ident(&group.accessor), ident(&group.name));
        let otherwise = match group.tag.as_str() {
            "" => "The operations without a tag.".to_owned(),
            tag => format!("The operations of the tag {}.", markdown::line(tag)),
        };
        let docs = docs::attributes(&docs::lines(&group.docs, &otherwise));
        let behind = behind::attribute(&group.behind());
        quote! {
            #docs
            #behind
            #[must_use]
            pub fn #accessor(&self) -> #name {
                #name { client: self.clone() }
            }
        }
    });
    quote! {
        const API: ApiInfo = ApiInfo {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        };

        impl Client {
            /// Starts a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder::new(&API)
            }
            #(#accessors)*
        }
    }
}
