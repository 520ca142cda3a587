//! The servers of the document as an enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{docs, markdown};
use crate::ir::{Api, Server, UrlPiece, url_pieces};

/// The enum and its base URLs; nothing where the document names no server.
pub(super) fn servers(api: &Api) -> Vec<TokenStream> {
    if api.servers.is_empty() {
        return Vec::new();
    }
    let copy = api
        .servers
        .iter()
        .all(|server| server.variables.is_empty())
        .then(|| quote!(, Copy));
    let variants = api.servers.iter().map(variant);
    let own =
        super::library::operations(api).any(|operation| operation.server.is_some());
    let made = if own { quote!(documented) } else { quote!(from) };
    let arms = api.servers.iter().map(|server| arm(server, &made));
    vec![
        quote! {
            /// A server of the document.
            #[derive(Debug, Clone #copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Server {
                #(#variants)*
            }
        },
        quote! {
            impl From<Server> for BaseUrl {
                fn from(server: Server) -> Self {
                    match server {
                        #(#arms)*
                    }
                }
            }
        },
    ]
}

fn variant(server: &Server) -> TokenStream {
    let name = ident(&server.name);
    let said = server
        .docs
        .description
        .as_deref()
        .or(server.docs.summary.as_deref())
        .map(markdown::line);
    let url = docs::code(&server.url);
    let docs = docs::attributes(&[match said {
        Some(said) => docs::sentence(&format!("{url}: {said}")),
        None => docs::sentence(&url),
    }]);
    if server.variables.is_empty() {
        return quote! { #docs #name, };
    }
    let fields = server.variables.iter().map(|variable| {
        let name = ident(&variable.name);
        let docs = docs::attributes(&[format!(
            "{}, for example {}.",
            docs::code(&variable.wire),
            docs::code(&variable.default)
        )]);
        quote! { #docs #name: String, }
    });
    quote! { #docs #name { #(#fields)* }, }
}

fn arm(server: &Server, made: &TokenStream) -> TokenStream {
    let (name, url) = (ident(&server.name), &server.url);
    if server.variables.is_empty() {
        return quote! { Server::#name => Self::#made(#url), };
    }
    let fields = server.variables.iter().map(|variable| ident(&variable.name));
    let parts = parts(server);
    quote! {
        Server::#name { #(#fields),* } => {
            let mut url = String::new();
            #(url.#parts;)*
            Self::#made(url)
        }
    }
}

/// What adds each part of the URL, literals and variables; never a format string.
fn parts(server: &Server) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut text = String::new();
    for piece in url_pieces(&server.url) {
        match piece {
            UrlPiece::Text(literal) => text.push_str(literal),
            UrlPiece::Braced(wire) => {
                let mut variables = server.variables.iter();
                if let Some(variable) = variables.find(|known| known.wire == wire) {
                    let name = ident(&variable.name);
                    let before = literal(&std::mem::take(&mut text));
                    parts.extend(before.into_iter().chain([quote!(push_str(&#name))]));
                } else {
                    text.extend(["{", wire, "}"]);
                }
            }
        }
    }
    parts.extend(literal(&text));
    parts
}

fn literal(text: &str) -> Option<TokenStream> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (None, _) => None,
        (Some(one), None) => Some(quote!(push(#one))),
        _ => Some(quote!(push_str(#text))),
    }
}
