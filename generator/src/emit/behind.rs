//! What stands behind the features of tags.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Api, Behind};
use crate::name::FeatureName;

/// The attribute of an item that stands behind features; nothing where it is always there.
pub(super) fn attribute(behind: &Behind) -> Option<TokenStream> {
    condition(behind).map(|condition| quote! { #[cfg(#condition)] })
}

/// Any of the features, as `cfg` has it.
pub(super) fn condition(behind: &Behind) -> Option<TokenStream> {
    let Behind::Any(features) = behind else { return None };
    let list = list(features);
    Some(if features.len() == 1 { list } else { quote!(any(#list)) })
}

/// The attribute of a module that has parts for every tag, some of which are of no use while a tag is off.
pub(super) fn for_all(api: &Api) -> Option<TokenStream> {
    let features = api.features().map(FeatureName::as_str);
    let off: Vec<_> = features.map(|feature| quote!(not(feature = #feature))).collect();
    (!off.is_empty()).then(|| {
        quote! {
            #[cfg_attr(any(#(#off),*), allow(dead_code, reason = "a tag that is off has its parts here, too"))]
        }
    })
}

fn list(features: &[FeatureName]) -> TokenStream {
    let features = features.iter().map(FeatureName::as_str);
    quote!(#(feature = #features),*)
}
