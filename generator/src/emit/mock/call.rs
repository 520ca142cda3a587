//! A request as the document types it: its parameters and its body.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::ident::{ident, linked};
use crate::emit::{docs, markdown, param, ty, xml};
use crate::ir::{
    Api, Body, BodyKind, Form, FormField, FormWay, Group, Operation, Param, ParamPlace,
    ParamStyle, Shape, Type, XmlBody,
};

/// The name of the struct.
pub(super) fn name(operation: &Operation) -> Ident {
    Ident::new(&format!("{}Call", operation.name), Span::call_site())
}

/// The struct.
pub(super) fn declaration(
    api: &Api,
    group: &Group,
    operation: &Operation,
) -> TokenStream {
    let name = name(operation);
    let docs = docs::attributes(&markdown::wrapped(&format!(
        "A request of [`{0}::{1}`](crate::operations::{0}::{2}), as the mock received it.",
        group.name,
        operation.method,
        linked(&operation.method)
    )));
    let params = operation.params.iter().map(|param| {
        let name = ident(&param.name);
        let docs = docs::attributes(&param::documentation(param));
        let ty = param_ty(api, param);
        quote! { #docs pub #name: #ty, }
    });
    let body = operation.body.as_ref().map(|body| {
        let docs = docs::attributes(&docs::lines(&body.docs, "The body."));
        let ty = body_ty(api, body);
        quote! { #docs pub body: #ty, }
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#params)*
            #body
        }
    }
}

/// The types that the struct names.
pub(super) fn types(operation: &Operation) -> impl Iterator<Item = &Type> {
    let body = operation.body.as_ref().and_then(|body| body.kind.ty());
    operation.params.iter().map(|param| &param.ty).chain(body)
}

/// The table by which it is read.
pub(super) fn table(api: &Api, operation: &Operation) -> TokenStream {
    let (called, name) = (ident(&operation.name), name(operation));
    let params = operation.params.iter().map(|param| {
        let (name, read) = (ident(&param.name), read_param(api, operation, param));
        quote! { #name = #read, }
    });
    let body = operation.body.as_ref().map(|body| {
        let read = read_body(api, body);
        quote! { body = #read, }
    });
    quote! {
        crate::runtime::mock::call! {
            #called as #name {
                #(#params)*
                #body
            }
        }
    }
}

fn param_ty(api: &Api, param: &Param) -> TokenStream {
    if param.required {
        return ty::ty(api, &param.ty);
    }
    let inner = ty::ty(api, without_null(&param.ty));
    quote!(Option<#inner>)
}

fn body_ty(api: &Api, body: &Body) -> TokenStream {
    let inner = match &body.kind {
        BodyKind::Json(ty)
        | BodyKind::Form(Form { ty, .. })
        | BodyKind::Multipart(Form { ty, .. })
        | BodyKind::Xml(XmlBody { ty, .. }) => {
            ty::ty(api, if body.required { ty } else { without_null(ty) })
        }
        BodyKind::Text => quote!(String),
        BodyKind::Bytes => quote!(bytes::Bytes),
        BodyKind::Items(items) => {
            let item = ty::ty(api, &items.ty);
            quote!(Vec<#item>)
        }
    };
    if body.required { inner } else { quote!(Option<#inner>) }
}

/// What may be absent need not be `null`, too: a mock tells nobody apart by that.
fn without_null(ty: &Type) -> &Type {
    match ty {
        Type::Nullable(inner) => inner,
        other => other,
    }
}

fn read_param(api: &Api, operation: &Operation, param: &Param) -> TokenStream {
    let wire = &param.wire;
    let (place, usual, usually_exploded) = match &param.place {
        ParamPlace::Path => (quote!(path), ParamStyle::Simple, false),
        ParamPlace::Header => (quote!(header), ParamStyle::Simple, false),
        ParamPlace::Query => (quote!(query), ParamStyle::Form, true),
        ParamPlace::Cookie => (quote!(cookie), ParamStyle::Form, true),
        ParamPlace::Querystring if param.style == ParamStyle::Urlencoded => {
            let fields = read_form(&param.fields, param.required);
            return quote! { query_form #wire #fields };
        }
        ParamPlace::Querystring => (quote!(query_string), ParamStyle::Simple, false),
        ParamPlace::Part(part) => (quote!(part #part header), ParamStyle::Simple, false),
    };
    let style = (param.style != usual).then(|| style(param.style));
    let explode = (param.explode != usually_exploded && param.style != ParamStyle::Json)
        .then(|| if param.explode { quote!(exploded) } else { quote!(joined) });
    let besides = others(api, operation, param);
    let read = if param.required { quote!(required) } else { quote!(optional) };
    quote! { #place #wire #style #explode #besides #read }
}

fn style(style: ParamStyle) -> TokenStream {
    match style {
        ParamStyle::Matrix => quote!(matrix),
        ParamStyle::Label => quote!(label),
        ParamStyle::Simple => quote!(simple),
        ParamStyle::Form => quote!(form),
        ParamStyle::SpaceDelimited => quote!(space_delimited),
        ParamStyle::PipeDelimited => quote!(pipe_delimited),
        ParamStyle::DeepObject => quote!(deep_object),
        ParamStyle::Cookie => quote!(plain),
        ParamStyle::Urlencoded | ParamStyle::Json => quote!(json_text),
    }
}

/// The properties of an exploded object are parameters themselves, beside these.
fn others(api: &Api, operation: &Operation, param: &Param) -> Option<TokenStream> {
    let pairs = matches!(param.place, ParamPlace::Query | ParamPlace::Cookie);
    let spread = param.explode
        && matches!(
            param.style,
            ParamStyle::Form
                | ParamStyle::Cookie
                | ParamStyle::SpaceDelimited
                | ParamStyle::PipeDelimited
        );
    if !(pairs && spread && is_object(api, &param.ty)) {
        return None;
    }
    let others = operation.params.iter().filter(|other| other.place == param.place);
    let others = others.map(|other| &other.wire).filter(|other| **other != param.wire);
    Some(quote! { spread #(besides #others)* })
}

fn is_object(api: &Api, ty: &Type) -> bool {
    match ty::resolved(api, without_null(ty)) {
        Type::Map(_) => true,
        Type::Named(id) | Type::Boxed(id) => matches!(api[*id].shape, Shape::Struct(_)),
        _ => false,
    }
}

fn read_body(api: &Api, body: &Body) -> TokenStream {
    let media_type = &body.media_types();
    match (&body.kind, body.required) {
        (BodyKind::Json(_), true) => quote! { json #media_type },
        (BodyKind::Json(_), false) => quote! { json_optional #media_type },
        (BodyKind::Form(form), _) => {
            let fields = read_form(&form.fields, body.required);
            quote! { form #media_type #fields }
        }
        (BodyKind::Multipart(form), _) => {
            let fields = read_form(&form.fields, body.required);
            quote! { multipart #media_type #fields }
        }
        (BodyKind::Xml(xml), required) => {
            let table = xml::name(api, xml);
            let read = if required { quote!(xml) } else { quote!(xml_optional) };
            quote! { #read #media_type & #table }
        }
        (BodyKind::Text, true) => quote! { text #media_type },
        (BodyKind::Text, false) => quote! { text_optional #media_type },
        (BodyKind::Bytes, true) => quote! { bytes #media_type },
        (BodyKind::Bytes, false) => quote! { bytes_optional #media_type },
        (BodyKind::Items(_), true) => quote! { items #media_type },
        (BodyKind::Items(_), false) => quote! { items_optional #media_type },
    }
}

/// The properties that are not read by the default, and whether there must be a form.
fn read_form(fields: &[FormField], required: bool) -> TokenStream {
    let fields = fields.iter().filter_map(|FormField { wire, way }| {
        let way = match way {
            FormWay::Content(_) => return None,
            FormWay::Json(_) => quote!(json),
            FormWay::Style {
                style: ParamStyle::DeepObject,
                ..
            } => quote!(deep_object),
            FormWay::Style { explode: true, .. } => quote!(exploded),
            FormWay::Style {
                style: ParamStyle::SpaceDelimited,
                ..
            } => {
                quote!(space_delimited)
            }
            FormWay::Style {
                style: ParamStyle::PipeDelimited,
                ..
            } => {
                quote!(pipe_delimited)
            }
            FormWay::Style { .. } => quote!(joined),
        };
        Some(quote! { #way #wire })
    });
    let read = if required { quote!(required) } else { quote!(optional) };
    quote! { #(#fields)* #read }
}
