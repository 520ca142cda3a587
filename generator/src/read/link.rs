//! The Link Object (OpenAPI 3.2.0, section 4.20).

use std::sync::Arc;

use super::keys::{Keys, key};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::NodeId;
use crate::document::{Link, Named, Text};

const KEYS: Keys = Keys {
    noun: "a link",
    keys: &[
        key("operationRef"),
        key("operationId"),
        key("parameters"),
        key("requestBody"),
        key("description"),
        key("server"),
    ],
};

impl Reader<'_> {
    /// `links` of a response.
    pub(super) fn links(&mut self, node: NodeId) -> Vec<Named<Arc<Link>>> {
        let members = self.map(node, "`links`");
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.shared(member.value)?,
                })
            })
            .collect()
    }
}

impl Sharable for Link {
    const NOUN: &'static str = "a link";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.links
    }

    fn describe(&mut self, _summary: Option<Text>, description: Option<Text>) {
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut link = Self {
            operation_ref: None,
            operation_id: None,
            parameters: Vec::new(),
            body: None,
            description: None,
            server: None,
            span: reader.span(node),
        };
        reader.exclude(node, KEYS.noun, &[["operationRef", "operationId"]]);
        for (name, member) in reader.fields(node, KEYS)? {
            let value = member.value;
            let what = format_args!("`{name}` of a link");
            match name {
                "operationRef" => link.operation_ref = reader.prose(value, what),
                "operationId" => link.operation_id = reader.prose(value, what),
                "parameters" => {
                    let members = reader.map(value, what);
                    link.parameters = members
                        .iter()
                        .map(|member| Named {
                            name: reader.key(member),
                            value: reader.value(member.value),
                        })
                        .collect();
                }
                "requestBody" => link.body = Some(reader.value(value)),
                "description" => link.description = reader.prose(value, what),
                "server" => link.server = reader.server(value),
                _ => {}
            }
        }
        Some(link)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::read::testing::rest;

    #[test]
    fn a_link_is_read_whole() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents: {links: {L: {operationId: o, parameters: {p: $request.body, q: 1}, requestBody: {a: 1}, description: d, server: {url: /}}}}\n",
        );
        assert!(told.is_empty());
        let link = &document.components.links["L"];
        assert_eq!(&*link.operation_id.as_ref().unwrap().text, "o");
        assert_eq!(link.parameters.len(), 2);
        assert!(
            link.body.is_some() && link.description.is_some() && link.server.is_some()
        );
    }
}
