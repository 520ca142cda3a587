//! An enum of strings, and the table of its values.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::ident::ident;
use super::ty::derives;
use crate::ir::{Enumeration, TypeDef};

/// The items of an enumeration.
pub(super) fn enumeration(definition: &TypeDef, list: &Enumeration) -> Vec<TokenStream> {
    let name = ident(&definition.name);
    let docs = docs::attributes(&docs::lines(
        &definition.docs,
        &format!("{} of the document.", docs::code(&definition.title)),
    ));
    let deprecated = docs::deprecated(definition.deprecated);
    let derives = derives(definition);
    let variants = list.variants.iter().map(|variant| {
        let name = ident(&variant.name);
        let docs = docs::attributes(&[format!("{}.", docs::code(&variant.wire))]);
        quote! { #docs #name, }
    });
    let unknown = list.open.then(|| {
        quote! {
            /// A value that the document does not list, kept as it came.
            Unknown(UnknownValue),
        }
    });
    let rows = list.variants.iter().map(|variant| {
        let (name, wire) = (ident(&variant.name), &variant.wire);
        quote! { #name = #wire }
    });
    // Whoever closes one wants to match on all there is.
    let non_exhaustive = list.open.then(|| quote!(#[non_exhaustive]));
    let closed = (!list.open).then(|| quote!(closed));
    vec![
        quote! {
            #docs
            #deprecated
            #[derive(Clone #derives)]
            #non_exhaustive
            pub enum #name {
                #(#variants)*
                #unknown
            }
        },
        quote! {
            string_enum! {
                #closed #name { #(#rows,)* }
            }
        },
    ]
}
