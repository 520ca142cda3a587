//! An operation: the method that starts a request, the request, and what comes back.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::ident::{ident, linked};
use super::{body, docs, header, operation_docs, outcome, page, param, stream};
use crate::ir::{Api, Content, Group, Operation, Outcome, Param, PathPart, RetryClass};

/// What most operations accept; the runtime's default.
const JSON: &str = "application/json";

/// The methods that have a constant.
const VERBS: [&str; 9] =
    ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

/// The method of the tag's type.
pub(super) fn method(api: &Api, group: &Group, operation: &Operation) -> TokenStream {
    let (method, name) = (ident(&operation.method), ident(&operation.name));
    let docs = docs::attributes(&operation_docs::documentation(api, group, operation));
    let deprecated = docs::deprecated(operation.deprecated);
    let required = || operation.params.iter().filter(|param| param.required);
    let sent = operation.body.as_ref().filter(|body| body.required);
    let arguments = required().map(|param| param::argument(api, param));
    let arguments = arguments.chain(sent.map(|sent| body::argument(api, sent)));
    let server = operation.server.iter().map(|url| quote! { .server(#url) });
    let path = operation.path.iter().map(|part| path_part(api, part, &operation.params));
    let links = required()
        .filter(|param| param.place != crate::ir::ParamPlace::Path)
        .map(|param| param::link(api, param));
    let body = sent.map(|sent| body::link(api, operation, sent));
    quote! {
        #docs
        #deprecated
        pub fn #method(&self, #(#arguments),*) -> Request<#name> {
            Call::new(&self.client) #(#server)* #(#path)* #(#links)* #body .request()
        }
    }
}

/// The operation's type, its request with the setters, its place in the runtime, and the enums it answers with.
pub(super) fn request(
    api: &Api,
    group: &Group,
    operation: &Operation,
) -> Vec<TokenStream> {
    let mut items = vec![declaration(group, operation)];
    items.extend(setters(api, operation));
    items.extend(body::tables(operation));
    items.push(implementation(api, operation));
    items.extend(stream::also(api, operation));
    items.extend(page::pages(api, operation));
    for answer in [&operation.outcome.success, &operation.outcome.failure] {
        items.extend(outcome::answer(api, group.name.as_str(), operation, answer));
    }
    items.extend(header::sets(api, group, operation));
    items
}

fn declaration(group: &Group, operation: &Operation) -> TokenStream {
    let name = ident(&operation.name);
    let call = docs::code(&format!("{} {}", operation.verb, operation.route));
    let docs = docs::attributes(&[
        format!("The operation {call},"),
        format!("called by [`{}::{}`].", group.name, linked(&operation.method)),
    ]);
    quote! {
        #docs
        pub enum #name {}
    }
}

fn path_part(api: &Api, part: &PathPart, params: &[Param]) -> TokenStream {
    match part {
        PathPart::Literal(text) => quote! { .path(#text) },
        PathPart::Segment(index) => param::link(api, &params[*index]),
    }
}

fn setters(api: &Api, operation: &Operation) -> Option<TokenStream> {
    if !operation.has_setters() {
        return None;
    }
    let name = ident(&operation.name);
    let optional = operation.params.iter().filter(|param| !param.required);
    let setters = optional.map(|param| param::setter(api, param));
    let body = operation.body.iter().filter(|body| !body.required);
    let body = body.map(|body| body::setter(api, operation, body));
    Some(quote! {
        impl Request<#name> {
            #(#setters)*
            #(#body)*
        }
    })
}

fn implementation(api: &Api, operation: &Operation) -> TokenStream {
    let Operation { id, route, security, .. } = operation;
    let name = ident(&operation.name);
    let output_ty = outcome::answer_ty(api, &operation.outcome.success);
    let error_ty = outcome::answer_ty(api, &operation.outcome.failure);
    let method = method_name(&operation.verb);
    let retry = retry_name(operation.retry.class);
    let security = security.iter().map(|schemes| quote! { &[#(#schemes),*] });
    let accept = Some(accept(operation)).filter(|accept| accept != JSON);
    let accept = accept.map(|accept| quote! { accept: #accept, });
    let timeout =
        operation.timeout.map(seconds).map(|limit| quote! { timeout: #limit, });
    let attempt = operation.attempt_timeout.map(seconds);
    let attempt = attempt.map(|limit| quote! { attempt_timeout: #limit, });
    let default = quote! { ..OperationInfo::DEFAULT };
    let streams = stream::constant(&operation.outcome.success);
    let kept = header::kept(operation);
    let output = outcome::output(api, &operation.outcome.success);
    quote! {
        impl Operation for #name {
            type Output = #output_ty;
            type Error = #error_ty;
            const INFO: OperationInfo = OperationInfo {
                id: #id,
                #method
                route: #route,
                retry: Retry::#retry,
                security: &[#(#security),*],
                #accept
                #timeout
                #attempt
                #default
            };
            #streams
            #kept
            fn output(reply: &Reply) -> Result<Self::Output, Mismatch> {
                #output
            }
        }
    }
}

fn seconds(seconds: u64) -> TokenStream {
    let seconds = Literal::u64_unsuffixed(seconds);
    quote!(Some(std::time::Duration::from_secs(#seconds)))
}

/// The method as a constant; one that the language of HTTP has no constant for by its name.
fn method_name(verb: &str) -> TokenStream {
    if has_constant(verb) {
        let verb = Ident::new(verb, Span::call_site());
        quote! { method: Method::#verb, }
    } else {
        quote! { extension: Some(#verb), }
    }
}

/// Whether HTTP's own names have a method.
pub(super) fn has_constant(verb: &str) -> bool {
    VERBS.contains(&verb)
}

fn retry_name(class: RetryClass) -> Ident {
    let name = match class {
        RetryClass::ReadOnly => "ReadOnly",
        RetryClass::Idempotent => "Idempotent",
        RetryClass::Never => "Never",
    };
    Ident::new(name, Span::call_site())
}

/// What the caller reads, as the header `Accept` says it: JSON before XML, and that before anything else; a stream before
/// all, since who answers with one may answer otherwise, too.
fn accept(operation: &Operation) -> String {
    let (mut json, mut other) = (false, false);
    let (mut xml, mut items) = (BTreeSet::new(), None);
    let Outcome { success, failure, .. } = &operation.outcome;
    for content in success.contents().chain(failure.contents()) {
        match content {
            Content::Json(_) => json = true,
            Content::Xml(body) => {
                xml.insert(body.media_type.as_str());
            }
            Content::Text | Content::Bytes | Content::ByteStream => other = true,
            Content::Items(of) => items = Some(&of.media_type),
            Content::Empty => {}
        }
    }
    if let Some(items) = items {
        let more = json || other || !xml.is_empty();
        return format!("{items}{}", if more { ", */*;q=0.5" } else { "" });
    }
    let json = json.then(|| JSON.to_owned());
    let xml = xml.into_iter().map(|media_type| match &json {
        Some(_) => format!("{media_type};q=0.9"),
        None => media_type.to_owned(),
    });
    let mut all: Vec<String> = xml.collect();
    all.splice(0..0, json);
    match (all.is_empty(), other) {
        (true, _) => "*/*".to_owned(),
        (false, true) => format!("{}, */*;q=0.5", all.join(", ")),
        (false, false) => all.join(", "),
    }
}
