//! Types of values.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::ident::ident;
use crate::ir::{Api, Format, Type, TypeDef, TypePath, Width};

/// A type, as files outside `models` write it.
pub(super) fn ty(api: &Api, ty: &Type) -> TokenStream {
    write(api, ty, &quote!(models::))
}

/// A type, as files of `models` write it: with its name imported.
pub(super) fn model_ty(api: &Api, ty: &Type) -> TokenStream {
    write(api, ty, &TokenStream::new())
}

fn write(api: &Api, ty: &Type, prefix: &TokenStream) -> TokenStream {
    match ty {
        Type::Text(format) => text(*format),
        Type::Bool => quote!(bool),
        Type::Integer(width) => integer(*width),
        Type::F64 => quote!(f64),
        Type::Any => quote!(serde_json::Value),
        // By its whole path, so that a document may call a schema as it likes.
        Type::File => quote!(crate::FilePart),
        Type::Mapped(mapped) => path(&mapped.path),
        Type::Named(id) => {
            let name = ident(&api[*id].name);
            quote!(#prefix #name)
        }
        Type::Boxed(id) => {
            let name = ident(&api[*id].name);
            quote!(Box<#prefix #name>)
        }
        Type::List(item) => {
            let item = write(api, item, prefix);
            quote!(Vec<#item>)
        }
        Type::Tuple(items) => {
            let items = items.iter().map(|item| write(api, item, prefix));
            quote!((#(#items,)*))
        }
        Type::Map(value) => {
            let value = write(api, value, prefix);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        Type::Nullable(inner) => {
            let inner = write(api, inner, prefix);
            quote!(Option<#inner>)
        }
    }
}

fn text(format: Format) -> TokenStream {
    match format {
        Format::Plain => quote!(String),
        Format::Secret => quote!(Secret),
        Format::Date => quote!(jiff::civil::Date),
        Format::LocalTime => quote!(jiff::civil::Time),
        Format::LocalDateTime => quote!(jiff::civil::DateTime),
        Format::Uuid => quote!(uuid::Uuid),
        // By their whole paths, so that a document may call a schema as it likes.
        Format::DateTime => quote!(crate::DateTime),
        Format::Duration => quote!(crate::IsoDuration),
        Format::Base64 => quote!(crate::Base64),
        Format::Base64Url => quote!(crate::Base64Url),
    }
}

fn integer(width: Width) -> TokenStream {
    match width {
        Width::I8 => quote!(i8),
        Width::I16 => quote!(i16),
        Width::I32 => quote!(i32),
        Width::I64 => quote!(i64),
        Width::I128 => quote!(i128),
        Width::U8 => quote!(u8),
        Width::U16 => quote!(u16),
        Width::U32 => quote!(u32),
        Width::U64 => quote!(u64),
        Width::U128 => quote!(u128),
    }
}

/// The traits that a type has beside its own, as they follow those.
pub(super) fn derives(definition: &TypeDef) -> TokenStream {
    let derives = definition.derives.iter().map(path);
    quote!(#(, #derives)*)
}

/// A path as the configuration gives it.
fn path(given: &TypePath) -> TokenStream {
    let start = given.absolute.then(|| quote!(::));
    let segments = given.segments.iter().map(|(name, arguments)| {
        let name = Ident::new(name, Span::call_site());
        let arguments = arguments.iter().map(path);
        let arguments = (arguments.len() > 0).then(|| quote!(<#(#arguments),*>));
        quote!(#name #arguments)
    });
    quote!(#start #(#segments)::*)
}

/// What an argument of a type is declared as, and how it becomes a value of it.
pub(super) struct Argument {
    pub(super) ty: TokenStream,
    pub(super) value: TokenStream,
}

/// An argument that takes whatever converts, where a caller would otherwise write `.into()`.
pub(super) fn argument(
    declared: TokenStream,
    ty: &Type,
    name: &proc_macro2::Ident,
) -> Argument {
    match ty {
        Type::Text(Format::Plain | Format::Secret) | Type::Boxed(_) => Argument {
            ty: quote!(impl Into<#declared>),
            value: quote!(#name.into()),
        },
        _ => Argument {
            ty: declared,
            value: quote!(#name),
        },
    }
}

/// Whether a type holds a secret of its own, not behind a name.
pub(super) fn is_secret(ty: &Type) -> bool {
    ty.leaves().any(|leaf| *leaf == Type::Text(Format::Secret))
}

/// A type with its aliases looked through.
pub(super) fn resolved<'a>(api: &'a Api, ty: &'a Type) -> &'a Type {
    ty.resolved(&api.types)
}
