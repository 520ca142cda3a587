//! Responses by status: what the caller gets when it was done, and what when it was not.

use std::collections::BTreeSet;
use std::sync::Arc;

use http::StatusCode;

use super::body::{example, json, xml_body};
use super::group::Names;
use super::media::MediaSort;
use super::{Lowering, docs, media, stream, unread};
use crate::diagnostic::Code;
use crate::document::{Operation, Response, Status, Text};
use crate::ir::{Answer, Arm, Content, Definition, Docs, StatusMatch};
use crate::name::{Scope, Variant, Words};

/// The success and the failure answer of an operation; a failure of `None` means that a response was refused.
pub(super) fn answers(
    lowering: &mut Lowering<'_>,
    operation: &Operation,
    words: &Words,
    names: &mut Names,
) -> (Answer, Option<Answer>) {
    let mut success = Vec::new();
    let mut failure = Vec::new();
    let mut refused = false;
    let declares_success =
        operation.responses.iter().any(|(status, _)| is_success(*status));
    for (status, response) in &operation.responses {
        let Some(content) = content(lowering, response, words, *status) else {
            refused = true;
            continue;
        };
        if is_success(*status) {
            success.push((*status, response, content));
        } else {
            if *status == Status::Default && !declares_success {
                success.push((*status, response, content.clone()));
            }
            let content = stream::buffered(content);
            failure.push((*status, response, content));
        }
    }
    if success.is_empty() && !refused {
        let message =
            "no success response is described: any 2xx counts, and its body is not read";
        lowering.warn(
            Code::NoSuccessResponse,
            operation.span,
            message,
            "describe the response of success",
        );
    }
    let success =
        one(&success).unwrap_or_else(|| several(&success, words, "success", names));
    let failure = several(&failure, words, "error", names);
    (success, (!refused).then_some(failure))
}

/// The media types of the successes that are read as JSON and are called otherwise: a server may know them alone.
pub(super) fn json_types(
    lowering: &Lowering<'_>,
    operation: &Operation,
) -> BTreeSet<String> {
    let successes = operation.responses.iter().filter(|(status, _)| is_success(*status));
    let received = |media_type: &str| Some(media::received(media_type));
    let chosen = successes.filter_map(|(_, response)| {
        media::chosen(lowering.document, &response.content, received)
    });
    let json = chosen.filter(|(_, media)| media.sort == MediaSort::Json);
    let names = json.map(|(content, _)| content.name.text.trim().to_owned());
    names
        .filter(|name| !name.contains('*') && media::essence(name) != "application/json")
        .collect()
}

/// One type where every success has the same body.
fn one(responses: &[(Status, &Arc<Response>, Content)]) -> Option<Answer> {
    let Some((_, first, content)) = responses.first() else {
        return Some(Answer::One {
            statuses: vec![StatusMatch::Range(2)],
            content: Content::Empty,
            docs: Docs::default(),
            sample: None,
        });
    };
    if responses.iter().any(|(_, _, other)| other != content) {
        return None;
    }
    Some(Answer::One {
        statuses: responses.iter().map(|(status, ..)| matching(*status)).collect(),
        content: content.clone(),
        docs: response_docs(first),
        sample: sample(first),
    })
}

fn several(
    responses: &[(Status, &Arc<Response>, Content)],
    words: &Words,
    role: &str,
    names: &mut Names,
) -> Answer {
    let mut variants = Scope::<Variant>::default();
    let mut arms: Vec<Arm> = responses
        .iter()
        .map(|(status, response, content)| Arm {
            name: variants.give(&phrase(*status)),
            status: matching(*status),
            content: content.clone(),
            docs: response_docs(response),
            sample: sample(response),
        })
        .collect();
    // An exact status is looked at before its range, and `default` last.
    arms.sort_by_key(|arm| arm.status);
    Answer::Several {
        name: names.types.give(&words.join(&Words::of(role))),
        definition: Definition::default(),
        arms,
    }
}

fn content(
    lowering: &mut Lowering<'_>,
    response: &Response,
    words: &Words,
    status: Status,
) -> Option<Content> {
    if response.content.is_empty() {
        return Some(Content::Empty);
    }
    let received = |media_type: &str| Some(media::received(media_type));
    let (content, media) =
        media::chosen(lowering.document, &response.content, received)?;
    if media::is_untyped(lowering, media, content) {
        warn_of_untyped(lowering, &content.name, media.sort);
    }
    if is_success(status) {
        unread::told(lowering, response, (content, media.sort));
    }
    if media.sort == MediaSort::Items && !is_success(status) {
        warn_of_untyped(lowering, &content.name, MediaSort::Text);
    }
    let role = if is_success(status) { Words::of("response") } else { phrase(status) };
    Some(match media.sort {
        MediaSort::Json => {
            Content::Json(json(lowering, content, words, &role.as_slice().join(" ")))
        }
        MediaSort::Xml => {
            let body = xml_body(lowering, content, words, &role.as_slice().join(" "));
            body.map_or(Content::Text, Content::Xml)
        }
        MediaSort::Text => Content::Text,
        MediaSort::Form | MediaSort::Multipart | MediaSort::Bytes => Content::ByteStream,
        MediaSort::Items => Content::Items(stream::items(lowering, content, words)?),
    })
}

fn warn_of_untyped(lowering: &mut Lowering<'_>, media_type: &Text, sort: MediaSort) {
    let what = if sort == MediaSort::Text { "text" } else { "bytes" };
    let message = format!(
        "a body of `{}` is passed as it is: callers get its {what}",
        media_type.text
    );
    let help = "describe it as `application/json`, too, where the server offers that";
    lowering.warn(Code::UnsupportedResponse, media_type.span, message, help);
}

pub(super) fn is_success(status: Status) -> bool {
    matches!(status, Status::Exact(200..=299) | Status::Range(2))
}

pub(super) fn matching(status: Status) -> StatusMatch {
    match status {
        Status::Exact(code) => StatusMatch::Exact(code),
        Status::Range(digit) => StatusMatch::Range(digit),
        Status::Default => StatusMatch::Any,
    }
}

/// What a status is called (IANA HTTP Status Code Registry).
fn phrase(status: Status) -> Words {
    match status {
        Status::Exact(code) => {
            let known = StatusCode::from_u16(code)
                .ok()
                .and_then(|status| status.canonical_reason());
            known.map_or_else(|| Words::of(&format!("status {code}")), Words::of)
        }
        Status::Range(1) => Words::of("informational"),
        Status::Range(2) => Words::of("success"),
        Status::Range(3) => Words::of("redirection"),
        Status::Range(4) => Words::of("client error"),
        Status::Range(5) => Words::of("server error"),
        Status::Range(digit) => Words::of(&format!("status {digit}xx")),
        Status::Default => Words::of("default"),
    }
}

fn response_docs(response: &Response) -> Docs {
    docs::prose(response.summary.as_ref(), response.description.as_ref())
}

fn sample(response: &Response) -> Option<String> {
    response.content.iter().find_map(|content| example(&content.value.examples))
}
