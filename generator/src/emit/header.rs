//! The headers of answers: a type that reads them, for the successes and the failures of an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{definition, docs, ty};
use crate::ir::{Api, Group, Header, HeaderSet, HeaderWay, Operation};

/// The types that read the headers of an operation's answers.
pub(super) fn sets(
    api: &Api,
    group: &Group,
    operation: &Operation,
) -> impl Iterator<Item = TokenStream> {
    operation.headers.iter().map(|headers| set(api, group, operation, headers))
}

/// The names of the headers that an error keeps; none where no failure is described with any.
pub(super) fn kept(operation: &Operation) -> Option<TokenStream> {
    let failure = operation.headers.iter().find(|set| set.of_failure)?;
    let name = ident(&failure.name);
    Some(quote! { const KEPT_HEADERS: &'static [&'static str] = #name::NAMES; })
}

/// What an operation's documentation says of its headers; `None` where there are none.
pub(super) fn sentence(operation: &Operation) -> Option<String> {
    let named = operation.headers.iter().map(|set| {
        let what = if set.of_failure { "an error" } else { "the response" };
        format!("those of {what} by [`{}`]", set.name)
    });
    let named = named.collect::<Vec<_>>().join(", ");
    (!named.is_empty()).then(|| format!("Headers are read by their types: {named}."))
}

fn set(api: &Api, group: &Group, operation: &Operation, set: &HeaderSet) -> TokenStream {
    let method = definition::method(group.name.as_str(), operation);
    let what = if set.of_failure {
        format!("Reads the headers of what the server answers when it refuses {method}.")
    } else {
        format!("Reads the headers of what {method} leads to.")
    };
    let docs = docs::attributes(&definition::lines(what, &set.definition));
    if let Some(named) = definition::elsewhere(docs.as_ref(), &set.name, &set.definition)
    {
        return named;
    }
    let name = ident(&set.name);
    let answer = if set.of_failure { quote!(Error) } else { quote!(Response) };
    let rows = set.headers.iter().map(|header| row(api, header));
    quote! {
        crate::runtime::headers! {
            #docs
            #name of #answer {
                #(#rows)*
            }
        }
    }
}

fn row(api: &Api, header: &Header) -> TokenStream {
    let docs = docs::lines(&header.docs, &format!("{}.", docs::code(&header.wire)));
    let docs = docs::attributes(&docs);
    let deprecated = docs::deprecated(header.deprecated);
    let (name, ty) = (ident(&header.name), ty::ty(api, &header.ty));
    let presence = if header.required { quote!(required) } else { quote!(optional) };
    let wire = &header.wire;
    let way = match header.way {
        HeaderWay::Joined => quote!(Joined),
        HeaderWay::Exploded => quote!(Exploded),
        HeaderWay::Json => quote!(Json),
        HeaderWay::Lines => quote!(Lines),
    };
    quote! { #docs #deprecated #name: #ty = #presence #wire #way, }
}
