//! Parameters: arguments of a method, setters of a request, links of the chain that builds a call.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::body::field;
use super::docs;
use super::ident::ident;
use super::ty::{resolved, ty};
use crate::ir::{Api, Format, Param, ParamPlace, ParamStyle, Type};

/// The declaration of a parameter's argument.
pub(super) fn argument(api: &Api, param: &Param) -> TokenStream {
    let name = ident(&param.name);
    let ty = argument_ty(api, &param.ty);
    quote! { #name: #ty }
}

/// The link that puts a parameter of the query, a header or a cookie into the call.
pub(super) fn link(api: &Api, param: &Param) -> TokenStream {
    let wire = &param.wire;
    let styled = styled(api, param, false);
    match &param.place {
        ParamPlace::Path => segment(api, param, false),
        ParamPlace::Query => quote! { .query(#wire, #styled) },
        ParamPlace::Header => quote! { .header(#wire, #styled) },
        ParamPlace::Cookie => quote! { .cookie(#wire, #styled) },
        ParamPlace::Part(part) => quote! { .part_header(#part, #wire, #styled) },
        ParamPlace::Querystring if param.style == ParamStyle::Urlencoded => {
            let (value, fields) = (ident(&param.name), param.fields.iter().map(field));
            quote! { .query_form(#value, &[#(#fields),*]) }
        }
        ParamPlace::Querystring => quote! { .query_string(#styled) },
    }
}

/// The link that puts a parameter into the path; where it is needed `again`, it is lent.
pub(super) fn segment(api: &Api, param: &Param, again: bool) -> TokenStream {
    let wire = &param.wire;
    if param.style == ParamStyle::Simple && !param.explode && !param.allow_reserved {
        let (name, lent) = (ident(&param.name), lent(api, param, again));
        let way = if is_plain_text(api, param) {
            quote!(segment)
        } else {
            quote!(segment_value)
        };
        return quote! { .#way(#wire, #lent #name) };
    }
    let styled = styled(api, param, again);
    quote! { .segment_styled(#wire, #styled) }
}

/// The setter of an optional parameter.
pub(super) fn setter(api: &Api, param: &Param) -> TokenStream {
    let name = ident(&param.name);
    let docs = docs::attributes(&documentation(param));
    let deprecated = docs::deprecated(param.deprecated);
    let argument = argument(api, param);
    let link = link(api, param);
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #argument) -> Self {
            self.call #link .request()
        }
    }
}

/// The lines above what stands for a parameter.
pub(super) fn documentation(param: &Param) -> Vec<String> {
    let name = docs::code(&param.wire);
    let ParamPlace::Part(part) = &param.place else {
        return docs::lines(&param.docs, &format!("{name}."));
    };
    let what = format!("The header {name} of the part {}.", docs::code(part));
    let mut lines = docs::lines(&param.docs, &what);
    if lines.first() != Some(&what) {
        docs::push_paragraph(&mut lines, vec![what]);
    }
    lines
}

/// The runtime's names for the styles that parameters are written in.
pub(super) fn style_name(style: ParamStyle) -> &'static str {
    match style {
        ParamStyle::Matrix => "Matrix",
        ParamStyle::Label => "Label",
        ParamStyle::Simple => "Simple",
        ParamStyle::Form => "Form",
        ParamStyle::SpaceDelimited => "SpaceDelimited",
        ParamStyle::PipeDelimited => "PipeDelimited",
        ParamStyle::DeepObject => "DeepObject",
        ParamStyle::Cookie => "Cookie",
        ParamStyle::Urlencoded => "Urlencoded",
        ParamStyle::Json => "Json",
    }
}

/// Whether a parameter is written through a style by name: a plain path segment and a form are not.
pub(super) fn names_style(param: &Param) -> bool {
    let plain = param.place == ParamPlace::Path
        && param.style == ParamStyle::Simple
        && !param.explode
        && !param.allow_reserved;
    !plain && param.style != ParamStyle::Urlencoded
}

fn styled(api: &Api, param: &Param, again: bool) -> TokenStream {
    let style = Ident::new(style_name(param.style), proc_macro2::Span::call_site());
    let way = if param.explode { quote!(exploded) } else { quote!(joined) };
    let (value, lent) = (ident(&param.name), lent(api, param, again));
    let reserved = param.allow_reserved.then(|| quote!(.reserved()));
    quote! { #style::#way(#lent #value) #reserved }
}

/// The sign before what is lent: what can be copied is not.
fn lent(api: &Api, param: &Param, again: bool) -> Option<TokenStream> {
    (again && !is_copied(resolved(api, &param.ty))).then(|| quote!(&))
}

/// Whether arguments of a type are copied, not moved.
fn is_copied(ty: &Type) -> bool {
    let is_copied_as = |format: &Format| match format {
        Format::Secret | Format::Base64 | Format::Base64Url | Format::Duration => false,
        Format::Plain
        | Format::Date
        | Format::DateTime
        | Format::LocalTime
        | Format::LocalDateTime
        | Format::Uuid => true,
    };
    match ty {
        Type::Bool | Type::Integer(_) | Type::F64 => true,
        Type::Text(format) => is_copied_as(format),
        _ => false,
    }
}

fn is_plain_text(api: &Api, param: &Param) -> bool {
    matches!(resolved(api, &param.ty), Type::Text(Format::Plain))
}

fn argument_ty(api: &Api, ty_: &Type) -> TokenStream {
    match resolved(api, ty_) {
        Type::Text(Format::Plain) => quote!(&str),
        _ => ty(api, ty_),
    }
}
