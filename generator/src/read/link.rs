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
