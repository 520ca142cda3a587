//! Types that several operations have alike: written once, and named by each.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::{ident, linked};
use crate::ir::{Definition, Operation};
use crate::name::TypeName;

/// The method that a type is for, as documentation links to it.
pub(super) fn method(group: &str, operation: &Operation) -> String {
    format!("[`{group}::{}`]", linked(&operation.method))
}

/// The documentation of a type, which tells when others name it too.
pub(super) fn lines(what: String, definition: &Definition) -> Vec<String> {
    let mut lines = vec![what];
    if *definition == Definition::Shared {
        lines.push(String::new());
        lines.push(
            "Operations that answer alike share it, each by a name of its own."
                .to_owned(),
        );
    }
    lines
}

/// The name of a type that is written elsewhere; `None` for one that is written here.
///
/// It is a re-export, since the variants of an alias cannot be imported.
pub(super) fn elsewhere(
    docs: Option<&TokenStream>,
    name: &TypeName,
    definition: &Definition,
) -> Option<TokenStream> {
    let Definition::Elsewhere { module, name: written } = definition else {
        return None;
    };
    let (name, written) = (ident(name), ident(written));
    let module = match module.as_ref().map(ident) {
        Some(module) => quote!(super::#module),
        None => quote!(self),
    };
    Some(quote! {
        #docs
        #[doc(inline)]
        pub use #module::#written as #name;
    })
}
