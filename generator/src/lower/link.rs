//! Links of responses: which call may follow, and what it is given.

use super::group::sources;
use super::response::matching;
use super::{Lowering, body, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Status, Text, Value, ValueKind};
use crate::ir::{Group, Link, LinkTarget, Operation};

/// Gives every operation the links of its responses, now that every operation has its name.
pub(super) fn links(lowering: &mut Lowering<'_>, groups: &mut [Group]) {
    let responses = sources(lowering.document).filter(|source| {
        source.responses.iter().any(|(_, response)| !response.links.is_empty())
    });
    for source in responses {
        let mut links = Vec::new();
        for (status, response) in &source.responses {
            for found in &response.links {
                links.extend(link(lowering, groups, *status, &found.value));
            }
        }
        let mut operations = groups.iter_mut().flat_map(|group| &mut group.operations);
        if let Some(operation) = operations.find(|found| found.origin == source.span) {
            operation.links = links;
        }
    }
}

fn link(
    lowering: &mut Lowering<'_>,
    groups: &[Group],
    status: Status,
    link: &document::Link,
) -> Option<Link> {
    let (named, target) = match (&link.operation_id, &link.operation_ref) {
        (Some(id), _) => (id, find(groups, |operation| *operation.id == *id.text)),
        (None, Some(reference)) => (reference, referenced(groups, &reference.text)),
        (None, None) => return None,
    };
    if target.is_none() && link.operation_id.is_some() {
        warn(lowering, named);
    }
    let given = link.parameters.iter().map(|parameter| {
        (Some(parameter.name.text.to_string()), text(&parameter.value))
    });
    let sent = link.body.iter().map(|value| (None, text(value)));
    Some(Link {
        status: matching(status),
        target: target.unwrap_or_else(|| LinkTarget::Elsewhere(named.text.to_string())),
        given: given.chain(sent).collect(),
        description: docs::text(link.description.as_ref()),
    })
}

/// An expression as it stands, anything else as JSON.
fn text(value: &Value) -> String {
    match &value.kind {
        ValueKind::String(text) => text.to_string(),
        _ => body::text(value),
    }
}

fn warn(lowering: &mut Lowering<'_>, id: &Text) {
    let message =
        format!("the link leads to `{}`, which no operation is called", id.text);
    let diagnostic = Diagnostic::warning(Code::DanglingReference, id.span, message);
    lowering
        .diagnostics
        .push(diagnostic.help("give the link the `operationId` of an operation"));
}

fn find(groups: &[Group], is_it: impl Fn(&Operation) -> bool) -> Option<LinkTarget> {
    groups.iter().find_map(|group| {
        let found = group.operations.iter().find(|operation| is_it(operation))?;
        Some(LinkTarget::Operation {
            group: group.name.clone(),
            method: found.method.clone(),
        })
    })
}

/// The operation that a JSON pointer into `paths` names.
fn referenced(groups: &[Group], reference: &str) -> Option<LinkTarget> {
    let (path, verb) = reference.strip_prefix("#/paths/")?.rsplit_once('/')?;
    let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    let path = path.replace("~1", "/").replace("~0", "~");
    find(groups, |operation| {
        operation.route == path && operation.verb.eq_ignore_ascii_case(verb)
    })
}
