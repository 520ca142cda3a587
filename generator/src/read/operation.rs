//! The Operation Object (OpenAPI 3.2.0, section 4.10).

use super::keys::{Keys, key};
use super::reader::Reader;
use super::tree::NodeId;
use crate::diagnostic::{Code, Diagnostic};
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
        let node = self.operation_target(node)?;
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

    /// Where an operation stands: OpenAPI allows no reference in its place, but documents of many files have some.
    fn operation_target(&mut self, node: NodeId) -> Option<NodeId> {
        let Some(reference) = self.tree.get(node, "$ref") else { return Some(node) };
        let message = "`$ref` cannot stand in place of an operation; it was followed";
        self.diagnostics.push(
            Diagnostic::warning(Code::UnknownKey, self.span(reference), message)
                .help("refer to the whole path item, or write the operation out"),
        );
        Some(self.follow(node, "an operation")?.node)
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::read::testing::rest;

    #[test]
    fn an_operation_is_read_whole() {
        let (document, told) = rest(
            "3.1",
            "components: {securitySchemes: {k: {type: http, scheme: bearer}}}\npaths:\n  /a:\n    get:\n      operationId: o\n      tags: [t, u]\n      summary: s\n      description: d\n      deprecated: true\n      \
             externalDocs: {url: u}\n      parameters: [{name: p, in: query, schema: {}}]\n      requestBody: {content: {a/b: {}}}\n      \
             responses: {default: {description: d}}\n      callbacks: {c: {e: {}}}\n      security: []\n      servers: [{url: /}]\n    put: {security: [{k: [s]}, {}]}\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let [get, put] = &document.path_items[0].operations[..] else { unreachable!() };
        assert_eq!(&*get.id.as_ref().unwrap().text, "o");
        assert_eq!(
            get.tags.iter().map(|tag| &*tag.text).collect::<Vec<_>>(),
            ["t", "u"]
        );
        assert!(
            get.deprecated
                && get.summary.is_some()
                && get.description.is_some()
                && get.external_docs.is_some()
        );
        let counts = [
            get.parameters.len(),
            get.responses.len(),
            get.callbacks.len(),
            get.servers.len(),
        ];
        assert_eq!((counts, get.body.is_some()), ([1, 1, 1, 1], true));
        assert_eq!(
            get.security.as_ref().map(Vec::len),
            Some(0),
            "an empty list is not an absent one"
        );
        let security = put.security.as_ref().unwrap();
        assert_eq!((security[0].schemes.len(), security[1].schemes.len()), (1, 0));
        assert_eq!(put.responses.len(), 0);
    }

    #[test]
    fn responses_are_missed_in_3_0_alone() {
        let (_, told) = rest("3.0", "paths: {/a: {get: {}}}\n");
        assert_eq!(
            told,
            [
                "3 warning CW1007: an operation has no `responses`, which OpenAPI requires"
            ]
        );
        assert!(rest("3.1", "paths: {/a: {get: {}}}\n").1.is_empty());
    }
}
