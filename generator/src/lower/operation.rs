//! An operation to a method and its request.

use std::collections::{BTreeMap, BTreeSet};

use http::Method;

use super::group::{self, Names};
use super::{
    Lowering, body, docs, given, header, instead, otherwise, page, parameter, part,
    response, retry, security, server, stream, timeout,
};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{self, Document, PathItem, Text};
use crate::ir::{Docs, Operation, Outcome};
use crate::name::{Scope, Value, Words};

/// The ids given out so far, and where.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeMap<String, Span>,
    /// The words of the document's own, once they are asked for.
    documented: Option<BTreeSet<Vec<String>>>,
}

impl Ids {
    /// Gives out an id that nobody asked for: with a number behind it where it is taken.
    pub(super) fn free(&mut self, wanted: &str, span: Span) -> String {
        let mut id = wanted.to_owned();
        let mut number = 1;
        while self.given.contains_key(&id) {
            number += 1;
            id = format!("{wanted} {number}");
        }
        self.given.insert(id.clone(), span);
        id
    }

    /// Whether an operation of the document is called by these words.
    pub(super) fn is_documented(&mut self, document: &Document, words: &Words) -> bool {
        let documented = self.documented.get_or_insert_with(|| {
            let ids = group::sources(document).filter_map(|source| source.id.as_ref());
            ids.map(|id| Words::of(&id.text).as_slice().to_vec()).collect()
        });
        documented.contains(words.as_slice())
    }
}

/// Where an operation's names must be unique.
pub(super) struct Scopes<'a> {
    pub(super) methods: &'a mut Scope<Value>,
    pub(super) names: &'a mut Names,
    pub(super) ids: &'a mut Ids,
}

/// Lowers one operation, for whose bodies there may be several methods; `None` when it had to be refused, which was reported.
pub(super) fn operation(
    lowering: &mut Lowering<'_>,
    path: &Text,
    item: &PathItem,
    source: &document::Operation,
    scopes: &mut Scopes<'_>,
) -> Option<Vec<Operation>> {
    let server = server::own(lowering, item, source);
    let verb = source.verb.as_str();
    if let Err(why) = sendable(verb) {
        let message = format!("the method `{verb}` cannot be sent: {why}");
        let diagnostic =
            Diagnostic::error(Code::UnsupportedMethod, source.span, message);
        lowering.diagnostics.push(diagnostic.help("leave the operation out"));
        return None;
    }
    let id = id(lowering, path, verb, source, scopes.ids);
    let words = words(lowering, &id, scopes.methods).unwrap_or_else(|| Words::of(&id));
    let name = scopes.names.types.give(&words);
    let params = {
        let taken = page::methods(lowering, &id);
        parameter::parameters(lowering, path, item, source, &words, taken)
    };
    let meant = body::meant(lowering, verb, source.body.as_deref());
    let contents = meant.map(|source| body::contents(lowering, source, &id));
    let contents = contents.unwrap_or_default();
    let body = meant.map(|source| {
        let first = *contents.first()?;
        body::body(lowering, source, first, &words, "body")
    });
    let (success, failure) = response::answers(lowering, source, &words, scopes.names);
    let also = stream::also(lowering, source, &words, &success);
    let headers = header::sets(lowering, source, &words, scopes.names);
    // Only here, so that everything wrong with the operation has been reported.
    let mut params = params?;
    let undivided = (contents.len() > 1).then(|| params.clone());
    let body = match (meant, body) {
        (Some(source), Some(lowered)) => {
            let mut body = lowered?;
            part::headers(lowering, source, &mut body, &words, &mut params);
            let (content, sort) = contents[0];
            let usual = (content, sort, body.media_type.as_str());
            body.instead = instead::setters(lowering, source, usual, &mut params.names);
            Some(body)
        }
        _ => None,
    };
    let parameter::Lowered { params, path: parts, .. } = params;
    let (timeout, attempt_timeout) = timeout::timeouts(lowering, &id);
    let operation = Operation {
        retry: retry::retry(lowering, &id, verb),
        timeout,
        attempt_timeout,
        security: security::alternatives(lowering, source),
        method: scopes.methods.give(&words),
        name,
        docs: operation_docs(item, source),
        deprecated: source.deprecated,
        verb: verb.to_owned(),
        route: path.text.to_string(),
        server,
        path: parts,
        params,
        body,
        variant_of: None,
        otherwise: Vec::new(),
        outcome: Outcome {
            success,
            failure: failure?,
            also,
            json_types: response::json_types(lowering, source),
        },
        headers,
        links: Vec::new(),
        pages: None,
        origin: source.span,
        id,
    };
    Some(match (meant, undivided) {
        (Some(source), Some(params)) => {
            let others = (source, &contents[1..]);
            otherwise::methods(lowering, operation, others, (&params, &words), scopes)
        }
        _ => vec![operation],
    })
}

/// The words that the configuration gives for an operation's names.
pub(super) fn words(
    lowering: &mut Lowering<'_>,
    id: &str,
    methods: &Scope<Value>,
) -> Option<Words> {
    let mut entries = lowering.config.operations.iter();
    let entry = entries.find(|entry| entry.id.get_ref() == id)?;
    let others = beside(lowering, id);
    Some(given::words(lowering, &entry.name, methods, &others))
}

/// What the document calls the operations that share a tag with one; those that the configuration names aside.
fn beside(lowering: &Lowering<'_>, id: &str) -> Vec<Words> {
    let ids = group::sources(lowering.document);
    let ids = ids.filter_map(|source| Some((source, &*source.id.as_ref()?.text)));
    let Some((one, _)) = ids.clone().find(|(_, known)| *known == id) else {
        return Vec::new();
    };
    let named = lowering.config.operations.iter();
    let named: BTreeSet<&str> = named.map(|entry| entry.id.get_ref().as_str()).collect();
    let tag =
        |source: &document::Operation| source.tags.first().map(|tag| tag.text.clone());
    let others =
        ids.filter(|(source, id)| tag(source) == tag(one) && !named.contains(id));
    others.map(|(_, id)| Words::of(id)).collect()
}

/// Whether a request can have a method; else why not.
fn sendable(verb: &str) -> Result<(), &'static str> {
    if verb == "CONNECT" {
        return Err("it asks a proxy for a tunnel (RFC 9110, 9.3.6)");
    }
    match Method::from_bytes(verb.as_bytes()) {
        Ok(_) => Ok(()),
        Err(_) => Err("it is not a token (RFC 9110, 9.1)"),
    }
}

/// The operation's id; one that is missing or taken is made from the method and the path, which are unique.
fn id(
    lowering: &mut Lowering<'_>,
    path: &Text,
    verb: &str,
    source: &document::Operation,
    ids: &mut Ids,
) -> String {
    let from_path = format!("{} {}", verb.to_lowercase(), path.text);
    let given = source.id.as_ref().filter(|id| !Words::of(&id.text).is_empty());
    let Some(given) = given else {
        let message = format!(
            "`{verb} {}` has no operationId: its names are made from the path",
            path.text
        );
        lowering.warn(
            Code::MissingOperationId,
            source.span,
            message,
            "give it an `operationId`, which keeps its names when the path changes",
        );
        return ids.free(&from_path, source.span);
    };
    let id = given.text.to_string();
    if let Some(first) = ids.given.get(&id) {
        let message = format!(
            "the operationId `{id}` stands twice: the second is named after its path"
        );
        let diagnostic =
            Diagnostic::warning(Code::DuplicateOperationId, given.span, message);
        lowering.diagnostics.push(diagnostic.related(*first, "first here"));
        return ids.free(&from_path, source.span);
    }
    ids.given.insert(id.clone(), given.span);
    id
}

pub(super) fn operation_docs(item: &PathItem, source: &document::Operation) -> Docs {
    let summary = source.summary.as_ref().or(item.summary.as_ref());
    let description = source.description.as_ref().or(item.description.as_ref());
    Docs {
        link: docs::link(source.external_docs.as_ref()),
        ..docs::prose(summary, description)
    }
}
