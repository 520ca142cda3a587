//! The Operation Object (OpenAPI 3.2.0, section 4.10).

use super::keys::{Keys, key};
use super::reader::Reader;
use super::tree::NodeId;
use crate::document::{Operation, Verb, Version};

const KEYS: Keys = Keys {
    noun: "an operation",
    keys: &[
        key("tags"),
        key("summary"),
        key("description"),
        key("externalDocs"),
        key("operationId"),
        key("parameters"),
        key("requestBody"),
        key("responses"),
        key("callbacks"),
        key("deprecated"),
        key("security"),
        key("servers"),
    ],
};

impl Reader<'_> {
    /// One operation.
    pub(super) fn operation(&mut self, verb: Verb, node: NodeId) -> Option<Operation> {
        let mut operation = empty(verb, self.span(node));
        let mut answers = false;
        for (name, member) in self.fields(node, KEYS)? {
            let value = member.value;
            match name {
                "tags" => operation.tags = self.texts(value, "`tags` of an operation"),
                "summary" => {
                    operation.summary = self.prose(value, "`summary` of an operation");
                }
                "description" => {
                    operation.description =
                        self.prose(value, "`description` of an operation");
                }
                "externalDocs" => operation.external_docs = self.external_docs(value),
                "operationId" => operation.id = self.text(value, "`operationId`"),
                "parameters" => operation.parameters = self.parameters(value),
                "requestBody" => operation.body = self.shared(value),
                "responses" => {
                    answers = true;
                    operation.responses = self.responses(value);
                }
                "callbacks" => operation.callbacks = self.callbacks(value),
                "deprecated" => {
                    operation.deprecated = self
                        .flag(value, "`deprecated` of an operation")
                        .unwrap_or(false);
                }
                "security" => operation.security = Some(self.requirements(value)),
                "servers" => operation.servers = self.servers(value),
                _ => {}
            }
        }
        if !answers && self.version == Version::V3_0 {
            self.lacks(node, "an operation", "responses");
        }
        Some(operation)
    }
}

fn empty(verb: Verb, span: crate::diagnostic::Span) -> Operation {
    Operation {
        verb,
        id: None,
        summary: None,
        description: None,
        tags: Vec::new(),
        external_docs: None,
        parameters: Vec::new(),
        body: None,
        responses: Vec::new(),
        callbacks: Vec::new(),
        deprecated: false,
        security: None,
        servers: Vec::new(),
        span,
    }
}
