//! Setters of the client's builder, one for each security scheme, and the function that mints tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{docs, markdown};
use crate::ir::{
    Api, Credential, CredentialKind, KeyPlace, Minter, Minting, TokenArgument,
    TokenOperation,
};

/// The setters of the builder; nothing where no operation asks for credentials.
pub(super) fn setters(api: &Api) -> Option<TokenStream> {
    if api.credentials.is_empty() {
        return None;
    }
    let setters = api.credentials.iter().map(setter);
    Some(quote! {
        impl ClientBuilder {
            #(#setters)*
        }
    })
}

/// The functions that trade credentials for tokens.
pub(super) fn minting(api: &Api) -> Vec<TokenStream> {
    tokens(api).map(|token| mint(api, token)).collect()
}

/// The token operations in use.
pub(super) fn tokens(api: &Api) -> impl Iterator<Item = &TokenOperation> {
    api.credentials.iter().filter_map(|credential| match &credential.kind {
        CredentialKind::Bearer {
            minting:
                Some(Minting {
                    by: Minter::Operation(token),
                    ..
                }),
        } => Some(token),
        _ => None,
    })
}

/// What mints tokens for client credentials, in the order of the schemes.
pub(super) fn mintings(api: &Api) -> impl Iterator<Item = &Minting> {
    api.credentials.iter().filter_map(|credential| match &credential.kind {
        CredentialKind::Bearer { minting } => minting.as_ref(),
        _ => None,
    })
}

fn setter(credential: &Credential) -> TokenStream {
    let (name, scheme) = (ident(&credential.setter), &credential.scheme);
    let said = credential.docs.description.as_deref().map(markdown::lines);
    let documented = |what: &str| {
        let mut lines = vec![format!("Authorises by {}: {what}.", docs::code(scheme))];
        if let Some(said) = &said {
            docs::push_paragraph(&mut lines, said.clone());
        }
        docs::attributes(&lines)
    };
    match &credential.kind {
        CredentialKind::Bearer { minting } => {
            let docs = documented("a bearer token, or where to get one");
            let minted =
                minting.as_ref().map(|minting| client_credentials(scheme, minting));
            quote! {
                #minted
                #docs
                pub fn #name(self, source: impl Into<TokenSource>) -> Self {
                    self.bearer_source(#scheme, source)
                }
            }
        }
        CredentialKind::Basic => {
            let docs = documented("a user and a password");
            quote! {
                #docs
                pub fn #name(self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
                    self.basic_credentials(#scheme, user, password)
                }
            }
        }
        CredentialKind::Certificate => {
            let docs = documented(
                "a certificate of the client's own, as a PEM text with its key; empty where something else brings it",
            );
            quote! {
                #docs
                pub fn #name(self, pem: impl Into<Secret>) -> Self {
                    self.client_certificate(#scheme, pem)
                }
            }
        }
        CredentialKind::ApiKey { place, name: wire } => {
            let (docs, method) = match place {
                KeyPlace::Header => (
                    documented(&format!("a key in the header {}", docs::code(wire))),
                    quote!(api_key_header),
                ),
                KeyPlace::Query => (
                    documented(&format!(
                        "a key in the query parameter {}",
                        docs::code(wire)
                    )),
                    quote!(api_key_query),
                ),
                KeyPlace::Cookie => (
                    documented(&format!("a key in the cookie {}", docs::code(wire))),
                    quote!(api_key_cookie),
                ),
            };
            quote! {
                #docs
                pub fn #name(self, key: impl Into<Secret>) -> Self {
                    self.#method(#scheme, #wire, key)
                }
            }
        }
    }
}

fn client_credentials(scheme: &str, minting: &Minting) -> TokenStream {
    let (minter, source) = match &minting.by {
        Minter::Operation(token) => {
            (docs::code(&token.id), quote!(TokenOperation::new(credentials, mint)))
        }
        Minter::Endpoint(url) => (
            format!("the token endpoint {}", docs::code(url)),
            quote!(TokenOperation::endpoint(credentials, #url)),
        ),
        Minter::Discovered(url) => (
            format!("the token endpoint that {} names", docs::code(url)),
            quote!(TokenOperation::discovered(credentials, #url)),
        ),
    };
    let elsewhere = match &minting.by {
        Minter::Operation(_) => "",
        Minter::Endpoint(_) | Minter::Discovered(_) => {
            " Credentials may name [another](ClientCredentials::token_url)."
        }
    };
    let docs = docs::attributes(&markdown::wrapped(&format!(
        "Authorises by {} with client credentials: {minter} mints its tokens when they are first needed, and the client \
         renews them.{elsewhere}",
        docs::code(scheme),
    )));
    let name = ident(&minting.setter);
    quote! {
        #docs
        pub fn #name(self, credentials: ClientCredentials) -> Self {
            self.bearer_source(#scheme, #source)
        }
    }
}

fn mint(api: &Api, token: &TokenOperation) -> TokenStream {
    let request = ident(&api[token.request].name);
    let required = token.required.iter().map(|argument| value(api, argument));
    let optional = token.optional.iter().map(|(name, argument)| {
        let (name, value) = (ident(name), value(api, argument));
        quote! { .#name(#value) }
    });
    let (accessor, method) = (ident(&token.accessor), ident(&token.method));
    let access_token = ident(&token.access_token);
    let expires_in = match token.expires_in.as_ref().map(ident) {
        Some(name) => quote!(answer.#name),
        None => quote!(None),
    };
    let docs = docs::attributes(&[format!(
        "Trades credentials for a token by {}.",
        docs::code(&token.id)
    )]);
    quote! {
        #docs
        async fn mint(client: Client, credentials: ClientCredentials) -> Result<Token, TokenError> {
            let body = models::#request::new(#(#required),*) #(#optional)*;
            let answer = client.#accessor().#method(body).await?.into_inner();
            Token::minted(answer.#access_token, #expires_in)
        }
    }
}

fn value(api: &Api, argument: &TokenArgument) -> TokenStream {
    match argument {
        TokenArgument::GrantVariant(ty, variant) => {
            let (ty, variant) = (ident(&api[*ty].name), ident(variant));
            quote!(models::#ty::#variant)
        }
        TokenArgument::GrantText => quote!("client_credentials"),
        TokenArgument::ClientId => quote!(credentials.id()),
        TokenArgument::ClientSecret => quote!(credentials.secret()),
        TokenArgument::Scope => quote!(credentials.scope_text()),
    }
}
