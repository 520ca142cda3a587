//! Bodies that the document has in media types of several sorts: a method for each, beside that for the best.

use super::group::Names;
use super::media::MediaSort;
use super::operation::{self, Scopes};
use super::parameter::Lowered;
use super::{Lowering, body, instead, media, part, retry, timeout};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{MediaType, Named, RequestBody};
use crate::ir::{Answer, HeaderSet, Operation};
use crate::name::{ValueName, Words};

/// A body, and those of its contents that the method does not write, the best of each sort.
type Others<'a> = (&'a RequestBody, &'a [(&'a Named<MediaType>, MediaSort)]);

/// The operation, and behind it the same for each of the others. One that cannot be written is left out with a warning,
/// since the operation can be called without it.
pub(super) fn methods(
    lowering: &mut Lowering<'_>,
    first: Operation,
    (source, contents): Others<'_>,
    (params, words): (&Lowered, &Words),
    scopes: &mut Scopes<'_>,
) -> Vec<Operation> {
    let mut methods = vec![first];
    for (content, sort) in contents {
        let before = lowering.diagnostics.count();
        let role = format!("{} body", called(content, *sort));
        let Some(mut body) =
            body::body(lowering, source, (content, *sort), words, &role)
        else {
            lowering.diagnostics.take_back(before);
            warn(lowering, content);
            continue;
        };
        // Who sends nothing calls the first.
        body.required = true;
        let mut params = params.clone();
        part::headers(lowering, source, &mut body, words, &mut params);
        let usual = (*content, *sort, body.media_type.as_str());
        body.instead = instead::setters(lowering, source, usual, &mut params.names);
        let first = &methods[0];
        let mut suffix = format!("as {}", called(content, *sort));
        // No operation of the document gets another name for it.
        let documented = words.join(&Words::of(&suffix));
        if scopes.ids.is_documented(lowering.document, &documented) {
            suffix.push_str(" body");
        }
        let id = scopes.ids.free(&format!("{} {suffix}", first.id), first.origin);
        let words = operation::words(lowering, &id, scopes.methods)
            .unwrap_or_else(|| words.join(&Words::of(&suffix)));
        let (timeout, attempt_timeout) = timeout::timeouts(lowering, &id);
        let mut other = Operation {
            timeout: timeout.or(first.timeout),
            attempt_timeout: attempt_timeout.or(first.attempt_timeout),
            retry: retry::given(lowering, &id, &first.verb)
                .unwrap_or_else(|| first.retry.clone()),
            variant_of: Some(first.id.clone()),
            method: scopes.methods.give(&words),
            name: scopes.names.types.give(&words),
            params: params.params,
            body: Some(body),
            id,
            ..first.clone()
        };
        rename(&mut other, &words, scopes.names);
        methods.push(other);
    }
    let names: Vec<ValueName> =
        methods.iter().map(|operation| operation.method.clone()).collect();
    for operation in &mut methods {
        let others = names.iter().filter(|name| **name != operation.method);
        operation.otherwise = others.cloned().collect();
    }
    methods
}

/// What a content is called in the names of methods.
fn called(content: &Named<MediaType>, sort: MediaSort) -> &'static str {
    match sort {
        _ if media::is_xml(&content.name.text) => "xml",
        MediaSort::Json => "json",
        MediaSort::Form => "form",
        MediaSort::Multipart => "multipart",
        MediaSort::Xml => "xml",
        MediaSort::Text => "text",
        MediaSort::Bytes => "bytes",
        MediaSort::Items => "items",
    }
}

/// Gives the types of what comes back names of the method's own.
fn rename(operation: &mut Operation, words: &Words, names: &mut Names) {
    let outcome = &mut operation.outcome;
    let answers = [(&mut outcome.success, "success"), (&mut outcome.failure, "error")];
    for (answer, role) in answers {
        if let Answer::Several { name, .. } = answer {
            *name = names.types.give(&words.join(&Words::of(role)));
        }
    }
    for HeaderSet { name, of_failure, .. } in &mut operation.headers {
        let role = if *of_failure { "error headers" } else { "headers" };
        *name = names.types.give(&words.join(&Words::of(role)));
    }
}

fn warn(lowering: &mut Lowering<'_>, content: &Named<MediaType>) {
    let name = &content.name;
    let message = format!(
        "the body is not written as `{}`, which its schema does not allow",
        name.text
    );
    let diagnostic = Diagnostic::warning(Code::UnsupportedBody, name.span, message);
    let help = "the operation sends another of its media types; describe this one as an object, or drop it";
    lowering.diagnostics.push(diagnostic.help(help));
}
