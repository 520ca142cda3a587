//! The Request Body Object (OpenAPI 3.2.0, section 4.13).

use super::keys::{Keys, key};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::NodeId;
use crate::document::{RequestBody, Text};

const KEYS: Keys = Keys {
    noun: "a request body",
    keys: &[key("description"), key("content"), key("required")],
};

impl Sharable for RequestBody {
    const NOUN: &'static str = "a request body";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.bodies
    }

    fn describe(&mut self, _summary: Option<Text>, description: Option<Text>) {
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut body = Self {
            component: reader.component(node),
            description: None,
            required: false,
            content: Vec::new(),
            span: reader.span(node),
        };
        let mut has_content = false;
        for (name, member) in reader.fields(node, KEYS)? {
            let what = format_args!("`{name}` of a request body");
            match name {
                "description" => body.description = reader.prose(member.value, what),
                "required" => {
                    body.required = reader.flag(member.value, what).unwrap_or(false);
                }
                "content" => {
                    has_content = true;
                    body.content = reader.content(member.value);
                }
                _ => {}
            }
        }
        if !has_content {
            reader.missing(node, Self::NOUN, "content");
        }
        Some(body)
    }
}
