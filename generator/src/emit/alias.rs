//! Another name for a type.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::ident::ident;
use super::ty::model_ty;
use crate::ir::{Api, Type, TypeDef};

/// The item of an alias.
pub(super) fn alias(api: &Api, definition: &TypeDef, ty: &Type) -> TokenStream {
    let name = ident(&definition.name);
    let docs = docs::attributes(&docs::lines(
        &definition.docs,
        &format!("{} of the document.", docs::code(&definition.title)),
    ));
    let ty = model_ty(api, ty);
    quote! {
        #docs
        pub type #name = #ty;
    }
}
