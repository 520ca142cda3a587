//! `responses` and the Response Object (OpenAPI 3.2.0, sections 4.16 and 4.17).

use std::sync::Arc;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::{Member, NodeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Response, Status, Text, Version};

const KEYS: Keys = Keys {
    noun: "a response",
    keys: &[
        since(Version::V3_2, "summary"),
        key("description"),
        key("headers"),
        key("content"),
        key("links"),
    ],
};

impl Reader<'_> {
    /// `responses` of an operation.
    pub(super) fn responses(&mut self, node: NodeId) -> Vec<(Status, Arc<Response>)> {
        let members = self.map(node, "`responses`");
        let mut responses: Vec<(Status, Arc<Response>)> = Vec::new();
        for member in members {
            if self.tree.key(member).starts_with("x-") {
                continue;
            }
            let status = self.status(member);
            if status.is_some_and(is_failure) && self.leads_nowhere(member) {
                continue;
            }
            let response = self.shared(member.value);
            if let (Some(status), Some(response)) = (status, response) {
                if responses.iter().any(|(other, _)| *other == status) {
                    let message =
                        format!("the status `{}` stands twice", self.tree.key(member));
                    self.error(Code::DuplicateKey, self.tree.key_span(member), message);
                } else {
                    responses.push((status, response));
                }
            }
        }
        responses
    }

    /// Whether a response refers to something that does not exist, which is warned of.
    ///
    /// An error that the document does not describe is still an error with its status and its text: no operation is
    /// refused for it.
    fn leads_nowhere(&mut self, member: &Member) -> bool {
        let Some(reference) = self.tree.get(member.value, "$ref") else { return false };
        let Some(text) = self.tree.text(reference) else { return false };
        match self.resolve(text, self.tree.home(reference)) {
            Err(lost) if lost.code == Code::DanglingReference => {
                let message = format!(
                    "{}; the status is taken as one that the document does not describe",
                    lost.message
                );
                let place = self.span(reference);
                let diagnostic = Diagnostic::warning(lost.code, place, message);
                self.diagnostics.push(match lost.help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                });
                true
            }
            _ => false,
        }
    }

    fn status(&mut self, member: &Member) -> Option<Status> {
        let key = self.tree.key(member);
        let span = self.tree.key_span(member);
        if key == "default" {
            return Some(Status::Default);
        }
        if let Some(status) = key
            .parse()
            .ok()
            .filter(|status| (100..=599).contains(status) && key.len() == 3)
        {
            return Some(Status::Exact(status));
        }
        if let [digit @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] = key.as_bytes() {
            if !key.ends_with("XX") {
                let message =
                    format!("the status `{key}` was read as `{}`", key.to_uppercase());
                self.warn(Code::BadValue, span, message);
            }
            return Some(Status::Range(digit - b'0'));
        }
        let message = format!("`{key}` is not a status");
        let help = "write a status from 100 to 599, a range such as `4XX`, or `default`";
        self.diagnostics
            .push(Diagnostic::error(Code::BadValue, span, message).help(help));
        None
    }
}

/// Whether a status means that a call was refused or failed.
fn is_failure(status: Status) -> bool {
    match status {
        Status::Exact(code) => code >= 400,
        Status::Range(digit) => digit >= 4,
        Status::Default => true,
    }
}

impl Sharable for Response {
    const NOUN: &'static str = "a response";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.responses
    }

    fn describe(&mut self, summary: Option<Text>, description: Option<Text>) {
        self.summary = summary.or(self.summary.take());
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut response = Self {
            component: reader.component(node),
            summary: None,
            description: None,
            headers: Vec::new(),
            content: Vec::new(),
            links: Vec::new(),
            span: reader.span(node),
        };
        for (name, member) in reader.fields(node, KEYS)? {
            let what = format_args!("`{name}` of a response");
            match name {
                "summary" => response.summary = reader.prose(member.value, what),
                "description" => response.description = reader.prose(member.value, what),
                "headers" => response.headers = reader.headers(member.value),
                "content" => response.content = reader.content(member.value),
                "links" => response.links = reader.links(member.value),
                _ => {}
            }
        }
        if response.description.is_none() && reader.version < Version::V3_2 {
            reader.lacks(node, Self::NOUN, "description");
        }
        Some(response)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Status;
    use crate::read::testing::rest;

    #[test]
    fn statuses_are_exact_ranges_or_the_default_and_may_be_unquoted() {
        let (document, told) = rest(
            "3.2",
            "paths:\n  /a:\n    get:\n      responses:\n        200: {}\n        '404': {}\n        4XX: {}\n        5xx: {}\n        default: {}\n        x-a: 1\n        600: {}\n        2: {}\n        ok: {}\n        '200 ': {}\n",
        );
        let statuses: Vec<_> = document.path_items[0].operations[0]
            .responses
            .iter()
            .map(|(status, _)| *status)
            .collect();
        let expected = [
            Status::Exact(200),
            Status::Exact(404),
            Status::Range(4),
            Status::Range(5),
            Status::Default,
        ];
        assert_eq!(statuses, expected);
        let expected = [
            "10 warning CW1011: the status `5xx` was read as `5XX`",
            "13 error CW1011: `600` is not a status",
            "14 error CW1011: `2` is not a status",
            "15 error CW1011: `ok` is not a status",
            "16 error CW1011: `200 ` is not a status",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_description_is_missed_before_3_2() {
        let text = "paths: {}\ncomponents: {responses: {R: {}}}\n";
        assert_eq!(
            rest("3.1", text).1,
            [
                "4 warning CW1007: a response has no `description`, which OpenAPI requires"
            ]
        );
        assert!(rest("3.2", text).1.is_empty());
    }

    #[test]
    fn headers_content_and_links_are_read() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents: {responses: {R: {description: d, headers: {x-rate: {schema: {}}}, content: {a/b: {}}, links: {l: {operationId: o}}}}}\n",
        );
        let response = &document.components.responses["R"];
        assert_eq!(
            &*response.headers[0].name.text, "x-rate",
            "not an extension: a header's name"
        );
        assert_eq!(
            (response.content.len(), response.links.len(), told.len()),
            (1, 1, 0)
        );
    }
}
