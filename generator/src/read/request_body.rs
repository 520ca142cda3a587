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

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn a_body_is_optional_unless_it_says_so_and_keeps_the_order_of_its_types() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  requestBodies:\n    A: {content: {b/c: {}, a/b: {}}}\n    B: {required: true, content: {'*/*': {}}, description: d}\n    C: {}\n",
        );
        let bodies = &document.components.request_bodies;
        let types: Vec<_> =
            bodies["A"].content.iter().map(|named| &*named.name.text).collect();
        assert_eq!(
            (types, bodies["A"].required, bodies["B"].required),
            (vec!["b/c", "a/b"], false, true)
        );
        assert_eq!(bodies["B"].component.as_deref(), Some("B"));
        assert_eq!(
            told,
            ["8 error CW1007: a request body has no `content`, which OpenAPI requires"]
        );
    }
}
