//! The documentation of an operation: what it sends and returns, whether it may be sent again, how it fails, an example, and
//! the same call in cURL.

use super::ident::linked;
use super::{curl, docs, example, header, link, markdown, outcome, stream};
use crate::ir::{
    Answer, Api, Body, BodyKind, Content, Form, Group, Operation, RetryClass, Type,
    XmlBody,
};

/// The lines above an operation's method.
pub(super) fn documentation(
    api: &Api,
    group: &Group,
    operation: &Operation,
) -> Vec<String> {
    let id = operation.variant_of.as_ref().unwrap_or(&operation.id);
    let mut lines = docs::lines(&operation.docs, &format!("Calls {}.", docs::code(id)));
    let does = [sends(api, operation), returns(api, operation)];
    let more = otherwise(group, operation).into_iter().chain(optional(operation));
    let does = does.into_iter().chain(more).collect::<Vec<_>>().join(" ");
    docs::push_paragraph(&mut lines, markdown::wrapped(&does));
    let told = arguments(operation);
    if !told.is_empty() {
        docs::push_paragraph(&mut lines, told);
    }
    if let Some(headers) = header::sentence(operation) {
        docs::push_paragraph(&mut lines, markdown::wrapped(&headers));
    }
    docs::push_paragraph(&mut lines, markdown::lines(&retries(operation)));
    docs::push_paragraph(&mut lines, vec!["# Errors".to_owned()]);
    docs::push_paragraph(&mut lines, vec![errors(operation)]);
    link::push(&mut lines, &operation.links);
    docs::push_paragraph(&mut lines, vec!["# Example".to_owned()]);
    docs::push_paragraph(&mut lines, example::lines(api, group, operation));
    docs::push_paragraph(&mut lines, curl::lines(api, operation));
    lines
}

/// A list of what the document says of the arguments: setters say it of what is optional.
fn arguments(operation: &Operation) -> Vec<String> {
    let params = operation.params.iter().filter(|param| param.required);
    let params =
        params.map(|param| (param.name.as_str(), &param.docs, param.deprecated));
    let body = operation.body.iter().filter(|body| body.required);
    let all = params.chain(body.map(|body| ("body", &body.docs, false)));
    all.flat_map(|(name, docs, deprecated)| {
        let said = docs.description.as_deref().or(docs.summary.as_deref());
        let said = said.map(|said| docs::sentence(&markdown::line(said)));
        let deprecated = deprecated.then(|| "Deprecated.".to_owned());
        let told = said.into_iter().chain(docs.constraints.iter().cloned());
        let told = told.chain(deprecated).collect::<Vec<_>>().join(" ");
        let item = (!told.is_empty()).then(|| format!("{}: {told}", docs::code(name)));
        item.map(|item| listed(&item)).unwrap_or_default()
    })
    .collect()
}

/// An item of a list: what follows its first line is indented.
fn listed(item: &str) -> Vec<String> {
    let lines = markdown::wrapped(item).into_iter().enumerate();
    lines
        .map(|(at, line)| format!("{} {line}", if at == 0 { '*' } else { ' ' }))
        .collect()
}

fn sends(api: &Api, operation: &Operation) -> String {
    let Operation {
        verb,
        route,
        server,
        security,
        ..
    } = operation;
    let body = operation
        .body
        .as_ref()
        .map(|body| format!(" with {}", body_text(api, body)))
        .unwrap_or_default();
    let credentials = match security.as_slice() {
        [] => "without credentials".to_owned(),
        alternatives => {
            let all = alternatives.iter().map(|schemes| match schemes.as_slice() {
                [] => "nothing".to_owned(),
                schemes => schemes
                    .iter()
                    .map(|scheme| docs::code(scheme))
                    .collect::<Vec<_>>()
                    .join(" and "),
            });
            format!("authorised by {}", all.collect::<Vec<_>>().join(" or "))
        }
    };
    let what = docs::code(&format!("{verb} {route}"));
    let to = server.as_ref().map(|url| format!(" to {}", docs::code(url)));
    let to = to.unwrap_or_default();
    format!("Sends {what}{to}{body}, {credentials}.")
}

fn returns(api: &Api, operation: &Operation) -> String {
    match &operation.outcome.success {
        Answer::One {
            statuses, content, docs, ..
        } => {
            let statuses = statuses.iter().map(|status| outcome::status_text(*status));
            let statuses = statuses.collect::<Vec<_>>().join(" or ");
            let said = docs.description.as_deref().or(docs.summary.as_deref());
            let said = said
                .map(|said| format!(": {}", markdown::line(said)))
                .unwrap_or_default();
            docs::sentence(&format!(
                "Returns {} on {statuses}{said}",
                content_text(api, content)
            ))
        }
        Answer::Several { name, .. } => format!("Returns [`{name}`], by status."),
    }
}

/// The methods that send the same as something else.
fn otherwise(group: &Group, operation: &Operation) -> Option<String> {
    let others = operation.otherwise.iter();
    let others = others.map(|method| format!("[`{}::{}`]", group.name, linked(method)));
    let others = others.collect::<Vec<_>>().join(", ");
    (!others.is_empty())
        .then(|| format!("Other media types of the body are sent by {others}."))
}

/// Where the setters are: rustdoc has a place for each implementation on the page of the type.
fn optional(operation: &Operation) -> Option<String> {
    let name = &operation.name;
    operation.has_setters().then(|| {
        format!(
            "What is optional is set on the [request](crate::Request#impl-Request%3C{name}%3E)."
        )
    })
}

fn content_text(api: &Api, content: &Content) -> String {
    match content {
        Content::Json(Type::Named(id)) => format!("[`{0}`](models::{0})", api[*id].name),
        Content::Json(_) => "JSON".to_owned(),
        Content::Xml(XmlBody { ty: Type::Named(id), .. }) => {
            format!("[`{0}`](models::{0})", api[*id].name)
        }
        Content::Xml(_) => "XML".to_owned(),
        Content::Text => "text".to_owned(),
        Content::Bytes => "bytes".to_owned(),
        Content::ByteStream => "a stream of bytes".to_owned(),
        Content::Items(items) => stream::words(api, items),
        Content::Empty => "nothing".to_owned(),
    }
}

fn body_text(api: &Api, body: &Body) -> String {
    match &body.kind {
        BodyKind::Json(Type::Named(id)) => {
            format!("[`{0}`](models::{0}) as JSON", api[*id].name)
        }
        BodyKind::Json(_) => "JSON".to_owned(),
        BodyKind::Form(form) => format!("{} as a form", form_text(api, form)),
        BodyKind::Multipart(form) => format!("{} in parts", form_text(api, form)),
        BodyKind::Xml(XmlBody { ty: Type::Named(id), .. }) => {
            format!("[`{0}`](models::{0}) as XML", api[*id].name)
        }
        BodyKind::Xml(_) => "XML".to_owned(),
        BodyKind::Text => "text".to_owned(),
        BodyKind::Bytes => "bytes".to_owned(),
        BodyKind::Items(items) => stream::words(api, items),
    }
}

fn form_text(api: &Api, form: &Form) -> String {
    match &form.ty {
        Type::Named(id) => format!("[`{0}`](models::{0})", api[*id].name),
        _ => "an object".to_owned(),
    }
}

fn retries(operation: &Operation) -> String {
    let class = match operation.retry.class {
        RetryClass::ReadOnly => "read-only",
        RetryClass::Idempotent => "idempotent",
        RetryClass::Never => "never once sent",
    };
    docs::sentence(&format!("Retry class: {class}, since {}", operation.retry.reason))
}

fn errors(operation: &Operation) -> String {
    let Answer::Several { name, arms, .. } = &operation.outcome.failure else {
        return String::new();
    };
    let statuses =
        arms.iter().map(|arm| outcome::status_text(arm.status)).collect::<Vec<_>>();
    match statuses.as_slice() {
        [] => "None are documented.".to_owned(),
        [one] => format!("[`{name}`] on {one}."),
        [rest @ .., last] => format!("[`{name}`] on {} and {last}.", rest.join(", ")),
    }
}
