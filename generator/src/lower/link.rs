//! Links of responses: which call may follow, and what it is given.

use std::collections::BTreeMap;

use super::group::{by_origin, sources};
use super::response::matching;
use super::{Lowering, body, docs};
use crate::diagnostic::Code;
use crate::document::{self, Status, Text, Value, ValueKind};
use crate::ir::{Group, Link, LinkTarget};

/// Gives every operation the links of its responses, now that every operation has its name.
pub(super) fn links(lowering: &mut Lowering<'_>, groups: &mut [Group]) {
    let responses = sources(lowering.document).filter(|source| {
        source.responses.iter().any(|(_, response)| !response.links.is_empty())
    });
    let mut responses = responses.peekable();
    if responses.peek().is_none() {
        return;
    }
    let (targets, mut places) = (Targets::of(groups), by_origin(groups));
    for source in responses {
        let mut links = Vec::new();
        for (status, response) in &source.responses {
            for found in &response.links {
                links.extend(link(lowering, &targets, *status, &found.value));
            }
        }
        for (group, index) in places.remove(&source.span).unwrap_or_default() {
            groups[group].operations[index].links.clone_from(&links);
        }
    }
}

/// What links may lead to.
struct Targets {
    by_id: BTreeMap<String, LinkTarget>,
    /// By the path, and the method in capitals.
    by_call: BTreeMap<(String, String), LinkTarget>,
}

impl Targets {
    fn of(groups: &[Group]) -> Self {
        let mut targets = Self {
            by_id: BTreeMap::new(),
            by_call: BTreeMap::new(),
        };
        for group in groups {
            for operation in &group.operations {
                let target = LinkTarget::Operation {
                    group: group.name.clone(),
                    method: operation.method.clone(),
                };
                let call =
                    (operation.route.clone(), operation.verb.to_ascii_uppercase());
                targets.by_id.entry(operation.id.clone()).or_insert(target.clone());
                targets.by_call.entry(call).or_insert(target);
            }
        }
        targets
    }

    fn called(&self, id: &str) -> Option<LinkTarget> {
        self.by_id.get(id).cloned()
    }

    /// The operation that a JSON pointer into `paths` names.
    fn referenced(&self, reference: &str) -> Option<LinkTarget> {
        let (path, verb) = reference.strip_prefix("#/paths/")?.rsplit_once('/')?;
        let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        let path = path.replace("~1", "/").replace("~0", "~");
        self.by_call.get(&(path, verb.to_ascii_uppercase())).cloned()
    }
}

fn link(
    lowering: &mut Lowering<'_>,
    targets: &Targets,
    status: Status,
    link: &document::Link,
) -> Option<Link> {
    let (named, target) = match (&link.operation_id, &link.operation_ref) {
        (Some(id), _) => (id, targets.called(&id.text)),
        (None, Some(reference)) => (reference, targets.referenced(&reference.text)),
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
    lowering.warn(
        Code::DanglingReference,
        id.span,
        message,
        "give the link the `operationId` of an operation",
    );
}
