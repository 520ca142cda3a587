//! Request bodies: the argument of a method, the setter of a request, the link of the chain that builds a call, and the
//! tables of how the properties of a form are written.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{docs, markdown, ty, xml};
use crate::ir::{
    Api, Body, BodyKind, Form, FormField, FormWay, Framing, Operation, ParamStyle,
    PartHeader,
};

/// The declaration of the body's argument.
pub(super) fn argument(api: &Api, body: &Body) -> TokenStream {
    let ty = match &body.kind {
        BodyKind::Json(ty) => ty::ty(api, ty),
        BodyKind::Form(form) | BodyKind::Multipart(form) => ty::ty(api, &form.ty),
        BodyKind::Xml(body) => ty::ty(api, &body.ty),
        BodyKind::Text => quote!(impl Into<String>),
        BodyKind::Bytes => quote!(impl Into<crate::Upload>),
        BodyKind::Items(items) => {
            let item = ty::ty(api, &items.ty);
            quote!(impl Into<crate::Items<#item>>)
        }
    };
    quote! { body: #ty }
}

/// The links that put the body into the call.
pub(super) fn link(api: &Api, operation: &Operation, body: &Body) -> TokenStream {
    let media_type = &body.media_type;
    match &body.kind {
        BodyKind::Json(_) if media_type == "application/json" => quote! { .json(body) },
        BodyKind::Json(_) => quote! { .json(body).content_type(#media_type) },
        BodyKind::Form(_) => {
            let fields = fields(operation, body);
            quote! { .form(body, #fields) }
        }
        BodyKind::Multipart(form) if operation.has_part_headers() => {
            let fields = fields(operation, body);
            let headers = part_headers(operation, form);
            quote! { .multipart_with_headers(body, #fields, #headers) }
        }
        BodyKind::Multipart(_) => {
            let fields = fields(operation, body);
            quote! { .multipart(body, #fields) }
        }
        BodyKind::Xml(xml) => {
            let table = xml::root(api, xml);
            let other = (media_type != "application/xml")
                .then(|| quote! { .content_type(#media_type) });
            quote! { .xml(body, &#table) #other }
        }
        BodyKind::Text => quote! { .text(#media_type, body) },
        BodyKind::Bytes => {
            let media_types = body.media_types();
            quote! { .upload(#media_types, body) }
        }
        BodyKind::Items(items) if items.framing == Framing::Sequence => {
            quote! { .sequence(#media_type, body) }
        }
        BodyKind::Items(_) => quote! { .lines(#media_type, body) },
    }
}

/// The setter of an optional body.
pub(super) fn setter(api: &Api, operation: &Operation, body: &Body) -> TokenStream {
    let docs = docs::attributes(&docs::lines(&body.docs, "The body."));
    let argument = argument(api, body);
    let link = link(api, operation, body);
    quote! {
        #docs
        pub fn body(self, #argument) -> Self {
            self.call #link .request()
        }
    }
}

/// The setters of the media types that a body may be called by instead.
pub(super) fn instead(body: &Body) -> impl Iterator<Item = TokenStream> {
    body.instead.iter().filter_map(|(name, media_type)| {
        let (usual, told) = (docs::code(&body.media_type), docs::code(media_type));
        let says = format!("Sends the body as {told} instead of {usual}.");
        let docs = docs::attributes(&markdown::wrapped(&says));
        let name = ident(name.as_ref()?);
        Some(quote! {
            #docs
            pub fn #name(self) -> Self {
                self.call.sent_as(#media_type).request()
            }
        })
    })
}

/// The tables of the properties that are not written by the default, and of the headers of parts; none where there are no
/// such.
pub(super) fn tables(operation: &Operation) -> Option<TokenStream> {
    let kind = &operation.body.as_ref()?.kind;
    let name = ident(&operation.name);
    let fields = some(kind.fields()).map(|fields| {
        let fields = fields.iter().map(field);
        quote! {
            const FIELDS: &'static [crate::runtime::FormField] = &[#(#fields),*];
        }
    });
    let headers = some(kind.part_headers()).map(|headers| {
        let headers = headers.iter().map(part_header);
        quote! {
            const PART_HEADERS: &'static [crate::runtime::PartHeader] = &[#(#headers),*];
        }
    });
    if fields.is_none() && headers.is_none() {
        return None;
    }
    Some(quote! {
        impl #name {
            #fields
            #headers
        }
    })
}

/// A list with something in it.
fn some<T>(list: &[T]) -> Option<&[T]> {
    Some(list).filter(|list| !list.is_empty())
}

fn part_headers(operation: &Operation, form: &Form) -> TokenStream {
    if form.headers.is_empty() {
        return quote!(&[]);
    }
    let name = ident(&operation.name);
    quote!(#name::PART_HEADERS)
}

fn part_header(PartHeader { part, wire, value }: &PartHeader) -> TokenStream {
    let of = quote!(crate::runtime::PartHeader);
    match value {
        Some(value) => quote! { #of::with(#part, #wire, #value) },
        None => quote! { #of::required(#part, #wire) },
    }
}

fn fields(operation: &Operation, body: &Body) -> TokenStream {
    if body.kind.fields().is_empty() {
        return quote!(&[]);
    }
    let name = ident(&operation.name);
    quote!(#name::FIELDS)
}

/// One entry of that table.
pub(super) fn field(FormField { wire, way }: &FormField) -> TokenStream {
    let of = quote!(crate::runtime::FormField);
    let (style, explode, allow_reserved) = match way {
        FormWay::Json(media_type) | FormWay::Content(media_type) => {
            return quote! { #of::content(#wire, #media_type) };
        }
        FormWay::Style {
            style,
            explode,
            allow_reserved,
        } => (style, explode, allow_reserved),
    };
    let reserved = allow_reserved.then(|| quote!(.reserved()));
    let way = match style {
        ParamStyle::DeepObject => quote!(deep_object),
        _ if *explode => quote!(exploded),
        ParamStyle::SpaceDelimited => quote!(space_delimited),
        ParamStyle::PipeDelimited => quote!(pipe_delimited),
        _ => quote!(joined),
    };
    quote! { #of::#way(#wire) #reserved }
}
