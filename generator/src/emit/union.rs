//! A union: an enum with a variant for each branch, and the table of what tells them apart.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs;
use super::ident::ident;
use super::ty::{derives, model_ty};
use crate::ir::{
    Api, Branch, Constant, Tag, Tell, TellingProperty, Type, TypeDef, Union,
};

/// The items of a union.
pub(super) fn union(api: &Api, definition: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let name = ident(&definition.name);
    let docs = docs::attributes(&docs::lines(
        &definition.docs,
        &format!("{} of the document.", docs::code(&definition.title)),
    ));
    let deprecated = docs::deprecated(definition.deprecated);
    let derives = derives(definition);
    let variants = union.branches.iter().map(|branch| variant(api, union, branch));
    let mut items = vec![quote! {
        #docs
        #deprecated
        #[derive(Debug, Clone, PartialEq #derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// What is none of them, or not clearly one, kept as it came.
            Unknown(RawJson),
        }
    }];
    items.push(table(definition, union));
    let convertible = convertible(api, union).into_iter();
    items.extend(convertible.map(|branch| conversion(api, definition, branch)));
    items
}

fn variant(api: &Api, union: &Union, branch: &Branch) -> TokenStream {
    let (name, ty) = (ident(&branch.name), model_ty(api, &branch.ty));
    let ty = if branch.boxed { quote!(Box<#ty>) } else { ty };
    let docs = docs::attributes(&docs::lines(&branch.docs, &told(union, branch)));
    quote! { #docs #name(#ty), }
}

/// What tells a branch, in words.
fn told(union: &Union, branch: &Branch) -> String {
    if let Some(tag) = &union.tag {
        let tags = branch.tags.iter().map(|tag| docs::code(tag)).collect::<Vec<_>>();
        return format!("{} is {}.", docs::code(&tag.property), tags.join(" or "));
    }
    let shape = |tell: &Tell| match tell {
        Tell::Null => "null".to_owned(),
        Tell::Bool => "a boolean".to_owned(),
        Tell::Integer => "an integer".to_owned(),
        Tell::Number => "a number".to_owned(),
        Tell::Text | Tell::Listed(_) => "a string".to_owned(),
        Tell::List(_) => "an array".to_owned(),
        Tell::Tuple(items) if items.len() == 1 => "an array of 1 item".to_owned(),
        Tell::Tuple(items) => format!("an array of {} items", items.len()),
        Tell::Object(_) => "an object".to_owned(),
        Tell::Any => "any value".to_owned(),
    };
    let mut shapes = branch.tells.iter().map(shape).collect::<Vec<_>>();
    shapes.dedup();
    let text = shapes.join(" or ");
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    format!("{}{}.", first.map(String::from).unwrap_or_default(), chars.as_str())
}

fn table(definition: &TypeDef, union: &Union) -> TokenStream {
    let name = ident(&definition.name);
    if let Some(Tag { property, default }) = &union.tag {
        let rows = union.branches.iter().map(|branch| {
            let (name, tags) = (ident(&branch.name), &branch.tags);
            let first = tags.first().filter(|_| branch.adds_tag);
            let adds = first.map(|tag| quote!(+ #tag));
            quote! { #name #adds = #(#tags)|* }
        });
        let default = default.and_then(|index| union.branches.get(index));
        let default = default.map(|branch| {
            let name = ident(&branch.name);
            quote! { else #name }
        });
        return quote! {
            one_of! {
                #name by #property #default { #(#rows,)* }
            }
        };
    }
    let rows = union.branches.iter().map(|branch| {
        let (name, tells) = (ident(&branch.name), branch.tells.iter().map(tell));
        quote! { #name = #(#tells)|* }
    });
    quote! {
        one_of! {
            #name { #(#rows,)* }
        }
    }
}

fn tell(tell: &Tell) -> TokenStream {
    match tell {
        Tell::Null => quote!(null),
        Tell::Bool => quote!(boolean),
        Tell::Integer => quote!(integer),
        Tell::Number => quote!(number),
        Tell::Text => quote!(text),
        Tell::Listed(texts) => quote!(listed(#(#texts)|*)),
        Tell::List(items) => {
            let items = items.iter().map(self::tell);
            quote!(list(#(#items)|*))
        }
        Tell::Tuple(items) => {
            let items = items.iter().map(|tells| match tells.as_slice() {
                [] => self::tell(&Tell::Any),
                tells => {
                    let tells = tells.iter().map(self::tell);
                    quote!(#(#tells)|*)
                }
            });
            quote!(tuple(#(#items),*))
        }
        Tell::Object(properties) => {
            let properties = properties.iter().map(property);
            quote!(object(#(#properties),*))
        }
        Tell::Any => quote!(any),
    }
}

fn property(property: &TellingProperty) -> TokenStream {
    let TellingProperty { wire, required, values } = property;
    let perhaps = (!required).then(|| quote!(perhaps));
    let equals = match values.first() {
        Some(Constant::Text(_)) => Some(quote!(=)),
        Some(_) => Some(quote!(is)),
        None => None,
    };
    let constants = values.iter().map(|value| match value {
        Constant::Text(text) => Literal::string(text).into_token_stream(),
        Constant::Integer(integer) => {
            Literal::i64_unsuffixed(*integer).into_token_stream()
        }
        Constant::Bool(yes) => quote!(#yes),
    });
    let values = quote!(#equals #(#constants)|*);
    quote!(#perhaps #wire #values)
}

/// The branches whose Rust type no other one has: a value of it could be converted to either.
fn convertible<'u>(api: &Api, union: &'u Union) -> Vec<&'u Branch> {
    let types: Vec<Type> =
        union.branches.iter().map(|branch| plain(api, &branch.ty)).collect();
    let mut counts: BTreeMap<&Type, usize> = BTreeMap::new();
    for ty in &types {
        *counts.entry(ty).or_default() += 1;
    }
    let branches = union.branches.iter().zip(&types);
    branches.filter(|(_, ty)| counts[ty] == 1).map(|(branch, _)| branch).collect()
}

/// A type as Rust sees it, with aliases and boxes looked through.
fn plain(api: &Api, ty: &Type) -> Type {
    match ty.resolved(&api.types) {
        Type::Boxed(id) => plain(api, &Type::Named(*id)),
        Type::List(item) => Type::List(Box::new(plain(api, item))),
        Type::Tuple(items) => {
            Type::Tuple(items.iter().map(|item| plain(api, item)).collect())
        }
        Type::Map(value) => Type::Map(Box::new(plain(api, value))),
        Type::Nullable(inner) => Type::Nullable(Box::new(plain(api, inner))),
        other => other.clone(),
    }
}

fn conversion(api: &Api, definition: &TypeDef, branch: &Branch) -> TokenStream {
    let (name, variant) = (ident(&definition.name), ident(&branch.name));
    let (from, value) = match &branch.ty {
        Type::Boxed(id) => (model_ty(api, &Type::Named(*id)), quote!(Box::new(value))),
        other if branch.boxed => (model_ty(api, other), quote!(Box::new(value))),
        other => (model_ty(api, other), quote!(value)),
    };
    quote! {
        impl From<#from> for #name {
            fn from(value: #from) -> Self {
                Self::#variant(#value)
            }
        }
    }
}
