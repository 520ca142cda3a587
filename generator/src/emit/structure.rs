//! A struct: its fields, its constructor and setters, and the table its JSON is read and written by.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::ident::{ident, linked};
use super::ty::{Argument, argument, derives, model_ty};
use crate::ir::{
    Access, Api, Direction, Field, Presence, Struct, Type, TypeDef, TypePath,
};

/// The items of a struct.
pub(super) fn structure(
    api: &Api,
    definition: &TypeDef,
    object: &Struct,
) -> Vec<TokenStream> {
    let mut items = vec![declaration(api, definition, object)];
    items.extend(methods(api, definition, object));
    items.push(table(definition, object));
    items
}

/// Whether a field tells absent from `null`.
pub(super) fn is_nullable(field: &Field) -> bool {
    field.presence == Presence::OptionalNullable
}

fn declaration(api: &Api, definition: &TypeDef, object: &Struct) -> TokenStream {
    let name = ident(&definition.name);
    let docs = docs::attributes(&docs::lines(
        &definition.docs,
        &format!("{} of the document.", docs::code(&definition.title)),
    ));
    let deprecated = docs::deprecated(definition.deprecated);
    let is_argument = Field::is_argument;
    let asked = definition.derives.iter().any(TypePath::is_default);
    let default =
        (!asked && !object.fields.iter().any(is_argument)).then(|| quote!(, Default));
    let derives = derives(definition);
    let must_use = definition
        .direction
        .sent
        .then(|| quote! { #[must_use = "it does nothing until it is sent"] });
    let fields = object.fields.iter().map(|field| field_declaration(api, field));
    let rest = object.rest.as_ref().map(|(name, ty)| {
        let (name, ty) = (ident(name), model_ty(api, ty));
        quote! {
            /// What the document does not name.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #deprecated
        #[derive(Debug, Clone, PartialEq #default #derives)]
        #must_use
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #rest
        }
    }
}

fn field_declaration(api: &Api, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let ty = declared(api, field);
    let mut lines = docs::lines(&field.docs, &format!("{}.", docs::code(&field.wire)));
    let way = match field.access {
        Access::Both => None,
        Access::ReadOnly if field.left_out => {
            Some("Only the server sets it: a request is sent without it.")
        }
        Access::ReadOnly => Some("Only the server sets it."),
        Access::WriteOnly => Some("The server never sends it."),
    };
    if let Some(way) = way {
        docs::push_paragraph(&mut lines, vec![way.to_owned()]);
    }
    let docs = docs::attributes(&lines);
    let deprecated = docs::deprecated(field.deprecated);
    quote! { #docs #deprecated pub #name: #ty, }
}

fn declared(api: &Api, field: &Field) -> TokenStream {
    let ty = model_ty(api, &field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional | Presence::RequiredNullable => quote!(Option<#ty>),
        Presence::OptionalNullable => quote!(Option<Nullable<#ty>>),
    }
}

/// The fields that only the server sends, whose setters only the mock needs.
pub(super) fn mocked_fields<'a>(
    api: &Api,
    definition: &TypeDef,
    object: &'a Struct,
) -> impl Iterator<Item = &'a Field> {
    let Direction { sent, received } = definition.direction;
    let fields = object.fields.iter().filter(|field| field.is_optional());
    fields.filter(move |field| received && !(sent && is_callers(api, field)))
}

/// Whether callers send a field; without a client, whoever has the type may be either side.
fn is_callers(api: &Api, field: &Field) -> bool {
    api.package.types_only || field.access != Access::ReadOnly
}

/// The setters of what only the server sends, which nobody calls but who stands in for the server.
pub(super) fn mocked(
    api: &Api,
    definition: &TypeDef,
    object: &Struct,
) -> Option<TokenStream> {
    let fields = mocked_fields(api, definition, object);
    let setters: Vec<_> = fields.map(|field| setter(api, definition, field)).collect();
    implementation(definition, &setters)
}

/// The constructor and setters of what callers send; of anything else, the constructor where `Default` cannot be it.
fn methods(api: &Api, definition: &TypeDef, object: &Struct) -> Option<TokenStream> {
    let built = definition.direction.sent;
    let by_default = !object.fields.iter().any(Field::is_argument);
    let constructor =
        (built || !by_default).then(|| constructor(api, definition, object));
    let setters = if built { setters(api, definition, object) } else { Vec::new() };
    let methods: Vec<TokenStream> = constructor.into_iter().chain(setters).collect();
    implementation(definition, &methods)
}

fn implementation(definition: &TypeDef, methods: &[TokenStream]) -> Option<TokenStream> {
    let name = ident(&definition.name);
    (!methods.is_empty()).then(|| quote! { impl #name { #(#methods)* } })
}

fn setters(api: &Api, definition: &TypeDef, object: &Struct) -> Vec<TokenStream> {
    object
        .fields
        .iter()
        .filter(|field| !field.is_argument() && is_callers(api, field))
        .map(|field| setter(api, definition, field))
        .collect()
}

fn constructor(api: &Api, definition: &TypeDef, object: &Struct) -> TokenStream {
    let required: Vec<&Field> =
        object.fields.iter().filter(|field| field.is_argument()).collect();
    let what = if required.is_empty() { "nothing set" } else { "what it requires" };
    let article = docs::article(definition.name.as_str());
    let docs =
        docs::attributes(&[format!("{article} `{}` with {what}.", definition.name)]);
    if required.is_empty() {
        // A setter may be called `default`, too.
        let taken = object.fields.iter().any(|field| field.name.as_str() == "default");
        let default = if taken { quote!(<Self as Default>) } else { quote!(Self) };
        return quote! {
            #docs
            pub fn new() -> Self {
                #default::default()
            }
        };
    }
    let must_use = must_use(definition);
    let arguments = required.iter().map(|field| {
        let name = ident(&field.name);
        let Argument { ty, .. } = given(api, field);
        quote! { #name: #ty }
    });
    let fields = object.fields.iter().map(|field| {
        let name = ident(&field.name);
        if !field.is_argument() {
            return quote! { #name: None };
        }
        let Argument { value, .. } = given(api, field);
        match if field.is_optional() { quote!(Some(#value)) } else { value } {
            value if name == value.to_string() => quote! { #name },
            value => quote! { #name: #value },
        }
    });
    let rest = object.rest.as_ref().map(|(name, _)| {
        let name = ident(name);
        quote! { #name: std::collections::BTreeMap::new() }
    });
    let fields = fields.chain(rest);
    quote! {
        #docs
        #must_use
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#fields),* }
        }
    }
}

/// What the constructor or a setter takes for a field, and what it makes of it. There is no conversion into what is `Option`
/// for `null`, which `Some` makes plain.
fn given(api: &Api, field: &Field) -> Argument {
    let (name, declared) = (ident(&field.name), model_ty(api, &field.ty));
    match field.presence {
        Presence::RequiredNullable => {
            argument(quote!(Option<#declared>), &Type::Any, &name)
        }
        Presence::OptionalNullable => Argument {
            ty: quote!(impl Into<Nullable<#declared>>),
            value: quote!(#name.into()),
        },
        Presence::Required | Presence::Optional => argument(declared, &field.ty, &name),
    }
}

/// What is not sent is not marked as a whole: reading it is enough.
fn must_use(definition: &TypeDef) -> Option<TokenStream> {
    (!definition.direction.sent).then(|| quote! { #[must_use] })
}

fn setter(api: &Api, definition: &TypeDef, field: &Field) -> TokenStream {
    let must_use = must_use(definition);
    let name = ident(&field.name);
    let docs =
        docs::attributes(&[format!("Sets [`{0}`](Self::{0}).", linked(&field.name))]);
    let deprecated = docs::deprecated(field.deprecated);
    let Argument { ty, value } = given(api, field);
    quote! {
        #docs
        #deprecated
        #must_use
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

/// How many properties stand in a block of a table: the compiler goes through a block by steps within steps, and has a limit
/// for those.
const BLOCK: usize = 64;

fn table(definition: &TypeDef, object: &Struct) -> TokenStream {
    let name = ident(&definition.name);
    let rows = object.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.name), &field.wire);
        if !field.is_optional() {
            quote! { required #name = #wire }
        } else if field.left_out {
            quote! { received #name = #wire }
        } else {
            quote! { optional #name = #wire }
        }
    });
    let nests = object.nests.then(|| quote! { nests });
    let rest = object.rest.as_ref().map(|(name, _)| {
        let name = ident(name);
        quote! { rest #name }
    });
    let rows: Vec<TokenStream> = rows.collect();
    // An object without properties has a block, too.
    let blocks = rows.chunks(BLOCK).chain(rows.is_empty().then_some(&[][..]));
    let blocks = blocks.map(|rows| quote! { { #(#rows,)* } });
    quote! {
        object! {
            #name #nests #(#blocks)* #rest
        }
    }
}
