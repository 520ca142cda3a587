//! `src/webhooks.rs`: the payloads of webhooks and callbacks, by the names of their operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{behind, deprecation, docs, format, outcome, ty};
use crate::ir::{Api, Webhook, WebhookSource};

/// The file.
pub(super) fn webhooks(api: &Api) -> String {
    let title = "What the server sends of its own accord: the payloads of webhooks and callbacks.";
    let lines = [title, "", "Each is JSON; `serde_json::from_slice` reads it."];
    let models = deprecation::webhooks(api, |_| true).map(|uses| {
        let behind = behind::attribute(&uses);
        quote! { #behind use crate::models; }
    });
    let types = api.webhooks.iter().map(|webhook| payload(api, webhook));
    let items: Vec<TokenStream> = models.into_iter().chain(types).collect();
    format::rust(&api.package.source, &lines.map(str::to_owned), items)
}

fn payload(api: &Api, webhook: &Webhook) -> TokenStream {
    let name = ident(&webhook.name);
    let source = source(webhook);
    let mut lines = docs::lines(&webhook.docs, &docs::sentence("What the server sends"));
    docs::push_paragraph(
        &mut lines,
        vec![format!("Sent by {} as {source}.", webhook.verb)],
    );
    let statuses = webhook
        .statuses
        .iter()
        .map(|status| outcome::status_text(*status))
        .collect::<Vec<_>>();
    if !statuses.is_empty() {
        let answer = format!("The server takes {} for an answer.", statuses.join(", "));
        docs::push_paragraph(&mut lines, vec![answer]);
    }
    let (docs, ty) = (docs::attributes(&lines), ty::ty(api, &webhook.ty));
    let behind = behind::attribute(&webhook.behind);
    quote! {
        #docs
        #behind
        pub type #name = #ty;
    }
}

fn source(webhook: &Webhook) -> String {
    match &webhook.source {
        WebhookSource::Webhook(name) => format!("the webhook {}", docs::code(name)),
        WebhookSource::Callback { name, url, operation } => format!(
            "the callback {} of {}, to {}",
            docs::code(name),
            docs::code(operation),
            docs::code(url)
        ),
    }
}
