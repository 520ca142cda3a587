//! The Header Object (OpenAPI 3.2.0, section 4.21).

use std::sync::Arc;

use super::keys::{Keys, key, only_3_0};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::NodeId;
use crate::diagnostic::Code;
use crate::document::{Header, Named, Style, Text};

const KEYS: Keys = Keys {
    noun: "a header",
    keys: &[
        key("description"),
        key("required"),
        key("deprecated"),
        key("style"),
        key("explode"),
        key("schema"),
        key("content"),
        key("example"),
        key("examples"),
        // Of no meaning for a header, though 3.0 allows them.
        only_3_0("allowEmptyValue"),
        only_3_0("allowReserved"),
    ],
};

impl Reader<'_> {
    /// `headers` of a response or an encoding.
    pub(super) fn headers(&mut self, node: NodeId) -> Vec<Named<Arc<Header>>> {
        let members = self.map(node, "`headers`");
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

impl Sharable for Header {
    const NOUN: &'static str = "a header";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.headers
    }

    fn describe(&mut self, _summary: Option<Text>, description: Option<Text>) {
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut header = Self {
            component: reader.component(node),
            description: None,
            required: false,
            deprecated: false,
            explode: false,
            schema: None,
            content: None,
            span: reader.span(node),
        };
        reader.exclude(
            node,
            KEYS.noun,
            &[["example", "examples"], ["content", "style"]],
        );
        for (name, member) in reader.fields(node, KEYS)? {
            let value = member.value;
            let what = format_args!("`{name}` of a header");
            match name {
                "description" => header.description = reader.prose(value, what),
                "required" => {
                    header.required = reader.flag(value, what).unwrap_or(false);
                }
                "deprecated" => {
                    header.deprecated = reader.flag(value, what).unwrap_or(false);
                }
                "explode" => header.explode = reader.flag(value, what).unwrap_or(false),
                "schema" => header.schema = reader.schema_at(value),
                "content" => header.content = reader.content(value).into_iter().next(),
                "style" => reader.header_style(value),
                "examples" => drop(reader.examples(value)),
                _ => {}
            }
        }
        reader.one_shape(node, Self::NOUN, header.schema.is_some());
        if header.schema.is_some() {
            header.content = None;
        }
        Some(header)
    }
}

impl Reader<'_> {
    fn header_style(&mut self, node: NodeId) {
        if self.style(node).is_some_and(|style| style != Style::Simple) {
            let message =
                "the style of a header can only be `simple`; it was read as that";
            self.warn(Code::BadValue, self.span(node), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn a_header_is_simple_and_has_one_shape() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  headers:\n    A: {schema: {}, required: true, explode: true, style: form}\n    B: {content: {a/b: {}}}\n    C: {description: d}\n",
        );
        let headers = &document.components.headers;
        assert!(
            headers["A"].required
                && headers["A"].explode
                && headers["A"].schema.is_some()
        );
        assert!(headers["B"].content.is_some());
        let expected = [
            "6 warning CW1011: the style of a header can only be `simple`; it was read as that",
            "8 warning CW1007: a header has neither `schema` nor `content`; its values are taken as text",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_header_that_contains_itself_is_refused_once() {
        let inner = "{content: {a/b: {encoding: {p: {headers: {h: {$ref: '#/components/headers/H'}}}}}}}";
        let (_, told) = rest(
            "3.1",
            &format!("paths: {{}}\ncomponents:\n  headers:\n    H: {inner}\n"),
        );
        assert_eq!(told, ["6 error CW1010: a header contains itself"]);
    }
}
