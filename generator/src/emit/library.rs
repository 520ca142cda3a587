//! `src/lib.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{about, behind, deprecation, docs, format, outcome, runtime};
use crate::ir::{Answer, Api, Docs, Operation, Shape, TypeDef};

/// The file: the API's own prose, how to begin, and what the crate exports.
pub(super) fn library(api: &Api) -> String {
    let items = if api.package.types_only { types(api) } else { client(api) };
    let texts = [limit(api), format::items(items)];
    format::file(&api.package.source, &documentation(api), texts)
}

/// The crate's attribute for types that hold each other deeply; empty where they do not.
fn limit(api: &Api) -> String {
    api.package.recursion_limit.map_or_else(String::new, |limit| {
        format!(
            "// Types hold each other deeply: `Send` and `Drop` of the outermost are many steps away.\n#![recursion_limit = \"{limit}\"]\n"
        )
    })
}

/// The types, and what of the runtime they are made of.
fn types(api: &Api) -> Vec<TokenStream> {
    let (models, webhooks) = (models(api), webhooks(api));
    let raw = runtime::has_unions(api).then(|| quote! { RawJson, });
    let (not_listed, not_base64, bytes) =
        (not_listed(api), not_base64(api), byte_texts(api));
    let (date_time, duration) = (date_time(api), duration(api));
    vec![
        quote! {
            #models
            #[doc(hidden)]
            pub mod runtime;
            #webhooks
        },
        quote! {
            #[doc(inline)]
            pub use runtime::{#bytes #date_time #duration #not_base64 #not_listed Nullable, #raw Secret, UnknownValue};
        },
    ]
}

fn models(api: &Api) -> Option<TokenStream> {
    let expected = deprecation::expected(deprecation::in_models(api).as_ref());
    (!api.types.is_empty())
        .then(|| quote! { #expected #[rustfmt::skip] pub mod models; })
}

fn webhooks(api: &Api) -> Option<TokenStream> {
    let expected = deprecation::expected(deprecation::in_webhooks(api).as_ref());
    (!api.webhooks.is_empty())
        .then(|| quote! { #expected #[rustfmt::skip] pub mod webhooks; })
}

/// The client, the types it takes and returns, and the mock.
fn client(api: &Api) -> Vec<TokenStream> {
    let deprecated = deprecation::expected(deprecation::in_mock(api).as_ref());
    let models = models(api);
    let expected = deprecation::expected(deprecation::in_operations(api).as_ref());
    let operations = (!api.groups.is_empty())
        .then(|| quote! { #expected #[rustfmt::skip] pub mod operations; });
    let webhooks = webhooks(api);
    let file = api.types.iter().any(runtime::holds_file);
    let file = file.then(|| quote! { #[doc(inline)] pub use runtime::FilePart; });
    let streams = runtime::has_streams(api).then(|| {
        quote! {
            #[doc(inline)]
            pub use runtime::{
                ByteStream, Event, EventStream, ItemStream, Items, Stream, StreamError, Upload,
            };
        }
    });
    let bearer = runtime::has_bearer(api);
    let credentials = bearer.then(|| quote! { ClientCredentials, });
    let tokens = bearer.then(|| quote! { Token, TokenError, TokenSource, });
    let pages = runtime::has_pages(api).then(|| quote! { PageItems, Pages, });
    let raw = runtime::has_unions(api).then(|| quote! { RawJson, });
    let spare = behind::for_all(api);
    let xml = (!api.xml.is_empty()).then(|| quote! { #spare #[rustfmt::skip] mod xml; });
    let (not_listed, not_base64, bytes) =
        (not_listed(api), not_base64(api), byte_texts(api));
    let (date_time, duration) = (date_time(api), duration(api));
    let server = (!api.servers.is_empty()).then(|| quote! { pub use client::Server; });
    vec![
        quote! {
            #[rustfmt::skip]
            mod client;
            #[cfg(feature = "mock")]
            #deprecated
            #[rustfmt::skip]
            pub mod mock;
            #models
            #operations
            #[doc(hidden)]
            pub mod runtime;
            #webhooks
            #xml
        },
        quote! {
            #server
            #file
            #[doc(inline)]
            pub use runtime::{
                #bytes BaseUrl, BuildError, Client, ClientBuilder, #credentials #date_time Error, ErrorKind, #duration Mismatch,
                MismatchKind, #not_base64 #not_listed Nullable, #pages #raw Request, Response, Retry, Secret, Sent, #tokens UnknownValue,
            };
            #streams
        },
    ]
}

/// The error of closed enums, where there is one.
fn not_listed(api: &Api) -> Option<TokenStream> {
    let is_closed = |ty: &TypeDef| match &ty.shape {
        Shape::Enumeration(list) => !list.open,
        _ => false,
    };
    api.types.iter().any(is_closed).then(|| quote! { NotListed, })
}

/// The types of bytes within a text, where there are any.
fn byte_texts(api: &Api) -> Option<TokenStream> {
    runtime::has_base64(api).then(|| quote! { Base64, Base64Url, })
}

/// The type of moments, where there are any.
fn date_time(api: &Api) -> Option<TokenStream> {
    runtime::has_date_times(api).then(|| quote! { DateTime, })
}

/// The type of lengths of time, where there are any.
fn duration(api: &Api) -> Option<TokenStream> {
    runtime::has_durations(api).then(|| quote! { IsoDuration, })
}

/// What says that a text holds no such bytes.
fn not_base64(api: &Api) -> Option<TokenStream> {
    runtime::has_base64(api).then(|| quote! { NotBase64, })
}

/// The crate's name as code writes it.
pub(super) fn library_name(api: &Api) -> String {
    api.package.name.replace('-', "_")
}

fn documentation(api: &Api) -> Vec<String> {
    let title = Docs {
        summary: api.docs.summary.clone(),
        ..Docs::default()
    };
    let mut lines = docs::lines(&title, &api.package.description);
    let more = [about::summary(api), docs::more(&api.docs), about::facts(api)];
    for paragraph in more.into_iter().filter(|paragraph| !paragraph.is_empty()) {
        docs::push_paragraph(&mut lines, paragraph);
    }
    if let Some(limit) = api.package.recursion_limit {
        docs::push_paragraph(&mut lines, deep(limit));
    }
    if api.package.types_only {
        let about = ["The types of the API, without a client: each is read and written as JSON by `serde`.".to_owned()];
        docs::push_paragraph(&mut lines, about.to_vec());
        return lines;
    }
    docs::push_paragraph(&mut lines, vec!["# Calling".to_owned()]);
    docs::push_paragraph(&mut lines, beginning(api));
    docs::push_paragraph(
        &mut lines,
        AFTER.iter().map(|line| (*line).to_owned()).collect(),
    );
    lines
}

/// What users of types that hold each other deeply should know.
fn deep(limit: usize) -> Vec<String> {
    vec![
        "Types hold each other deeply. Where the compiler says that it overflows on one of".to_owned(),
        format!("them, put `#![recursion_limit = \"{limit}\"]` into the crate that uses them, too."),
    ]
}

/// How a client is made, with the credentials of the document.
fn beginning(api: &Api) -> Vec<String> {
    let library = library_name(api);
    let server = api.servers.iter().find(|server| server.variables.is_empty());
    let base = match server {
        Some(server) => format!("    .server(Server::{})", server.name),
        None => "    .base_url(\"https://api.example.com\")".to_owned(),
    };
    let minting = super::credential::mintings(api).next();
    let mut names = vec!["Client"];
    if minting.is_some() {
        names.push("ClientCredentials");
    }
    if server.is_some() {
        names.push("Server");
    }
    let names = match names.as_slice() {
        [one] => (*one).to_owned(),
        several => format!("{{{}}}", several.join(", ")),
    };
    let credentials = minting.map(|minting| {
        format!("    .{}(ClientCredentials::new(\"id\", \"secret\"))", minting.setter)
    });
    let mut lines =
        vec!["```no_run".to_owned(), format!("use {library}::{names};"), String::new()];
    lines.push("# fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    lines.extend(["let client = Client::builder()".to_owned(), base]);
    lines.extend(credentials);
    lines.extend(["    .build()?;", "# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// What every generated crate promises.
const AFTER: &[&str] = &[
    "A [`Request`] is sent when it is awaited. What comes back is a [`Response`], or an",
    "[`Error`] that says what happened, whether the request was sent, and what the server",
    "answered. A status that the document describes comes as the operation's own error",
    "type, by [`Error::api`].",
];

/// The number of operations.
pub(super) fn operations(api: &Api) -> impl Iterator<Item = &Operation> {
    api.groups.iter().flat_map(|group| &group.operations)
}

/// The statuses of failure that an operation describes, as text.
pub(super) fn failures(operation: &Operation) -> String {
    match &operation.outcome.failure {
        Answer::Several { arms, .. } => arms
            .iter()
            .map(|arm| outcome::status_text(arm.status))
            .collect::<Vec<_>>()
            .join(", "),
        Answer::One { .. } => String::new(),
    }
}
