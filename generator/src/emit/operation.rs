//! An operation: the method that starts a request, the request, and what comes back.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::ident::{ident, linked};
use super::{body, docs, header, operation_docs, outcome, page, param, stream};
use crate::ir::{Api, Content, Group, Operation, Outcome, PathPart, RetryClass};

/// What most operations accept; the runtime's default.
const JSON: &str = "application/json";

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
    let path = path(api, operation);
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
    items.extend(outcome::own_format(api, operation));
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

/// The links that put the path into the call. A parameter that stands in it once more is lent to all but the last of its
/// places.
fn path(api: &Api, operation: &Operation) -> Vec<TokenStream> {
    let Operation { path, params, .. } = operation;
    let link = |(at, part): (usize, &PathPart)| match part {
        PathPart::Literal(text) => quote! { .path(#text) },
        PathPart::Segment(index) => {
            let again = path[at + 1..].contains(part);
            param::segment(api, &params[*index], again)
        }
    };
    path.iter().enumerate().map(link).collect()
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
    let instead = operation.body.iter().flat_map(body::instead);
    Some(quote! {
        impl Request<#name> {
            #(#setters)*
            #(#body)*
            #(#instead)*
        }
    })
}

fn implementation(api: &Api, operation: &Operation) -> TokenStream {
    let Operation {
        id, route, security, verb, ..
    } = operation;
    let name = ident(&operation.name);
    let output_ty = outcome::answer_ty(api, &operation.outcome.success);
    let error_ty = outcome::answer_ty(api, &operation.outcome.failure);
    let format = match outcome::format(&operation.outcome.success) {
        Some(format) => quote!(format::#format),
        None => quote!(Self),
    };
    let statuses = outcome::statuses(&operation.outcome.success);
    let statuses = statuses.map(|statuses| quote! { statuses: &[#(#statuses),*], });
    let retry = retry_name(operation.retry.class);
    let security = required(security);
    let accept = Some(accept(operation)).filter(|accept| accept != JSON);
    let accept = accept.map(|accept| quote! { accept: #accept, });
    let timeout =
        operation.timeout.map(seconds).map(|limit| quote! { timeout: #limit, });
    let attempt = operation.attempt_timeout.map(seconds);
    let attempt = attempt.map(|limit| quote! { attempt_timeout: #limit, });
    let usual =
        [statuses.is_none(), accept.is_none(), timeout.is_none(), attempt.is_none()];
    let default = usual.contains(&true).then(|| quote! { ..OperationInfo::DEFAULT });
    let streams = stream::constant(&operation.outcome.success);
    let kept = header::kept(operation);
    quote! {
        impl Operation for #name {
            type Output = #output_ty;
            type Error = #error_ty;
            type Format = #format;
            const INFO: OperationInfo = OperationInfo {
                id: #id,
                method: #verb,
                route: #route,
                #statuses
                retry: Retry::#retry,
                security: Schemes::#security,
                #accept
                #timeout
                #attempt
                #default
            };
            #streams
            #kept
        }
    }
}

/// The schemes that are needed, as a variant of the runtime's enum.
fn required(security: &[Vec<String>]) -> TokenStream {
    let sets = match security {
        [] => return quote!(None),
        [set] if set.len() == 1 => return quote!(One(#(#set)*)),
        sets => sets.iter().map(|set| quote! { &[#(#set),*] }),
    };
    quote!(AnyOf(&[#(#sets),*]))
}

fn seconds(seconds: u64) -> TokenStream {
    let seconds = Literal::u64_unsuffixed(seconds);
    quote!(Some(std::time::Duration::from_secs(#seconds)))
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
    let Outcome {
        success,
        failure,
        json_types,
        ..
    } = &operation.outcome;
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
    // A server that knows JSON by another name may know it by that alone.
    let usual = if json_types.is_empty() { JSON } else { "application/json;q=0.9" };
    let all = json_types.iter().map(String::as_str).chain([usual]);
    let json = json.then(|| all.collect::<Vec<_>>().join(", "));
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
