//! Webhooks and callbacks: what the server sends of its own accord, as types to read it with.

use std::collections::BTreeSet;

use super::draft::Parent;
use super::group::{by_origin, sources};
use super::operation::operation_docs;
use super::response::matching;
use super::schema::{pending, typed};
use super::{Lowering, media};
use crate::diagnostic::{Code, Span};
use crate::document::{Operation, PathItem, PathItemId};
use crate::ir::{Behind, Group, Type, Webhook, WebhookSource};
use crate::name::{Scope, Type as TypeScope, Words};

/// The payload of each webhook, and of each callback of an operation in `groups`.
pub(super) fn webhooks(lowering: &mut Lowering<'_>, groups: &[Group]) -> Vec<Webhook> {
    let document = lowering.document;
    let mut names = Scope::<TypeScope>::default();
    let mut found = Found::default();
    for webhook in &document.webhooks {
        let source = WebhookSource::Webhook(webhook.name.text.to_string());
        let words = Words::of(&webhook.name.text);
        item(lowering, webhook.path_item, &source, &words, &mut names, &mut found);
    }
    for (id, operation) in called(lowering, groups) {
        for callback in &operation.callbacks {
            let words = Words::of(id).join(&Words::of(&callback.name.text));
            for path in &callback.value.paths {
                let source = WebhookSource::Callback {
                    name: callback.name.text.to_string(),
                    url: path.name.text.to_string(),
                    operation: id.to_owned(),
                };
                item(lowering, path.value, &source, &words, &mut names, &mut found);
            }
        }
    }
    warn_of_untyped(lowering, &found.untyped);
    found.webhooks
}

#[derive(Default)]
struct Found {
    webhooks: Vec<Webhook>,
    untyped: Vec<Untyped>,
}

/// What the document describes beside a payload, and where.
struct Untyped {
    payload: String,
    what: String,
    at: Span,
}

/// Says once what gets no type beside the payloads.
fn warn_of_untyped(lowering: &mut Lowering<'_>, untyped: &[Untyped]) {
    let [first, others @ ..] = untyped else { return };
    let others = match others.len() {
        0 => String::new(),
        1 => ", and so of another payload".to_owned(),
        count => format!(", and so of {count} other payloads"),
    };
    let message = format!(
        "what stands beside the payload of `{}` gets no type: {}{others}",
        first.payload, first.what
    );
    let help = "read it from the request that comes in, and write the answer by hand";
    lowering.warn(Code::UnsupportedHeader, first.at, message, help);
}

/// What the document describes of a webhook or callback beside its payload.
fn beside(item: &PathItem, operation: &Operation) -> Option<String> {
    let parameters = item.parameters.iter().chain(&operation.parameters);
    let names: BTreeSet<&str> =
        parameters.map(|parameter| &*parameter.name.text).collect();
    let names = names.into_iter().map(|name| format!("`{name}`"));
    let answers =
        operation.responses.iter().any(|(_, response)| !response.content.is_empty());
    let answer = answers.then(|| "the body of the answer".to_owned());
    let what: Vec<String> = names.chain(answer).collect();
    (!what.is_empty()).then(|| what.join(", "))
}

/// The operations with callbacks that have a method, with their ids.
fn called<'a, 'g>(
    lowering: &Lowering<'a>,
    groups: &'g [Group],
) -> Vec<(&'g str, &'a Operation)> {
    let mut places = by_origin(groups);
    let with_callbacks =
        sources(lowering.document).filter(|source| !source.callbacks.is_empty());
    let found = with_callbacks.flat_map(|source| {
        let places = places.remove(&source.span).unwrap_or_default().into_iter();
        places.map(move |(group, index)| {
            (groups[group].operations[index].id.as_str(), source)
        })
    });
    found.collect()
}

fn item(
    lowering: &mut Lowering<'_>,
    id: PathItemId,
    source: &WebhookSource,
    words: &Words,
    names: &mut Scope<TypeScope>,
    found: &mut Found,
) {
    let item = &lowering.document.path_items[id.0 as usize];
    for operation in &item.operations {
        let own = operation.id.as_ref().map(|id| Words::of(&id.text));
        let mut words =
            own.filter(|words| !words.is_empty()).unwrap_or_else(|| words.clone());
        if operation.id.is_none() && item.operations.len() > 1 {
            words = words.join(&Words::of(operation.verb.as_str()));
        }
        let Some(ty) = payload(lowering, operation, &words) else { continue };
        let name = names.give(&words);
        found.untyped.extend(beside(item, operation).map(|what| Untyped {
            payload: name.to_string(),
            what,
            at: operation.span,
        }));
        found.webhooks.push(Webhook {
            name,
            source: source.clone(),
            verb: operation.verb.as_str().to_owned(),
            docs: operation_docs(item, operation),
            ty,
            statuses: operation
                .responses
                .iter()
                .map(|(status, _)| matching(*status))
                .collect(),
            behind: Behind::default(),
        });
    }
}

/// The type of what is sent; `None` where nothing is, and where it is not JSON, which is reported.
fn payload(
    lowering: &mut Lowering<'_>,
    operation: &Operation,
    words: &Words,
) -> Option<Type> {
    let body = operation.body.as_ref()?;
    let json = body.content.iter().find(|content| {
        media::is_json(&content.name.text) || content.name.text.trim() == "*/*"
    });
    let Some(json) = json else {
        let message =
            "the payload of a webhook or callback that is not JSON gets no type";
        lowering.warn(
            Code::UnsupportedBody,
            body.span,
            message,
            "describe it as `application/json`, where it is sent so",
        );
        return None;
    };
    let parent = Parent::Root(words.clone());
    let schema = json.value.schema?;
    let ty = typed(lowering, schema, &parent, &Words::of("payload")).whole();
    pending(lowering);
    Some(ty)
}
