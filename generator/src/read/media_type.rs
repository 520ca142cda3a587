//! `content`, the Media Type Object and the Encoding Object (OpenAPI 3.2.0, sections 4.14 and 4.15).

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::{Member, NodeId, View};
use crate::diagnostic::Code;
use crate::document::{Encoding, MediaType, Named, Text, Version};

const KEYS: Keys = Keys {
    noun: "a media type",
    keys: &[
        key("schema"),
        since(Version::V3_2, "itemSchema"),
        key("example"),
        key("examples"),
        key("encoding"),
        since(Version::V3_2, "prefixEncoding"),
        since(Version::V3_2, "itemEncoding"),
    ],
};

const EXCLUSIVE: &[[&str; 2]] = &[
    ["example", "examples"],
    ["encoding", "prefixEncoding"],
    ["encoding", "itemEncoding"],
];

const ENCODING: Keys = Keys {
    noun: "an encoding",
    keys: &[
        key("contentType"),
        key("headers"),
        key("style"),
        key("explode"),
        key("allowReserved"),
        since(Version::V3_2, "encoding"),
        since(Version::V3_2, "prefixEncoding"),
        since(Version::V3_2, "itemEncoding"),
    ],
};

impl Reader<'_> {
    /// `content`.
    pub(super) fn content(&mut self, node: NodeId) -> Vec<Named<MediaType>> {
        let members = self.map(node, "`content`");
        members.iter().filter_map(|member| self.media_type(member)).collect()
    }

    fn media_type(&mut self, member: &Member) -> Option<Named<MediaType>> {
        let name = self.key(member);
        let value = if let Some(reference) = self.tree.get(member.value, "$ref") {
            if self.version < Version::V3_2 {
                let message =
                    "a media type by `$ref` is of OpenAPI 3.2; it was read all the same";
                self.warn(Code::OtherVersion, self.span(reference), message);
            }
            MediaType::clone(&*self.shared(member.value)?)
        } else {
            MediaType::read(self, member.value)?
        };
        Some(Named { name, value })
    }

    fn encodings(&mut self, node: NodeId) -> Vec<Named<Encoding>> {
        let members = self.map(node, "`encoding`");
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.encoding(member.value)?,
                })
            })
            .collect()
    }

    fn encoding(&mut self, node: NodeId) -> Option<Encoding> {
        let mut encoding = Encoding {
            span: self.span(node),
            ..Encoding::default()
        };
        for (name, member) in self.fields(node, ENCODING)? {
            let value = member.value;
            let what = format_args!("`{name}` of an encoding");
            match name {
                "contentType" => encoding.content_type = self.text(value, what),
                "headers" => encoding.headers = self.headers(value),
                "style" => encoding.style = self.style(value),
                "explode" => encoding.explode = self.flag(value, what),
                "allowReserved" => encoding.allow_reserved = self.flag(value, what),
                _ => {
                    let message = format!(
                        "{what} within another multipart body is not supported; it was left out"
                    );
                    self.warn(Code::UnknownKey, self.tree.key_span(member), message);
                }
            }
        }
        Some(encoding)
    }
}

impl Sharable for MediaType {
    const NOUN: &'static str = "a media type";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.media_types
    }

    fn describe(&mut self, _summary: Option<Text>, _description: Option<Text>) {}

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut media_type = Self {
            schema: None,
            item_schema: None,
            examples: Vec::new(),
            encoding: Vec::new(),
            prefix_encoding: Vec::new(),
            item_encoding: None,
            span: reader.span(node),
        };
        if let View::Null = reader.tree.view(node) {
            let message = "a media type is null and was read as empty";
            reader.warn(Code::WrongType, media_type.span, message);
            return Some(media_type);
        }
        reader.exclude(node, KEYS.noun, EXCLUSIVE);
        for (name, member) in reader.fields(node, KEYS)? {
            let value = member.value;
            match name {
                "schema" => media_type.schema = reader.schema_at(value),
                "itemSchema" => media_type.item_schema = reader.schema_at(value),
                "example" => media_type.examples.insert(0, reader.bare_example(value)),
                "examples" => media_type.examples.extend(reader.examples(value)),
                "encoding" => media_type.encoding = reader.encodings(value),
                "prefixEncoding" => {
                    let items = reader.list(value, "`prefixEncoding`");
                    media_type.prefix_encoding =
                        items.iter().filter_map(|item| reader.encoding(*item)).collect();
                }
                "itemEncoding" => {
                    media_type.item_encoding = reader.encoding(value).map(Box::new);
                }
                _ => {}
            }
        }
        Some(media_type)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::Style;
    use crate::read::testing::rest;

    #[test]
    fn a_media_type_and_its_encodings_are_read() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\ncomponents:\n  requestBodies:\n    A:\n      content:\n        multipart/form-data:\n          schema: {type: object}\n          examples: {e: {value: 1}}\n          \
             encoding: {p: {contentType: image/png, style: form, explode: false, allowReserved: true, headers: {h: {schema: {}}}}}\n        \
             multipart/mixed: {itemSchema: {}, prefixEncoding: [{}], itemEncoding: {contentType: a/b}}\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let [form, mixed] = &document.components.request_bodies["A"].content[..] else {
            unreachable!()
        };
        let encoding = &form.value.encoding[0].value;
        assert_eq!(
            (encoding.style, encoding.explode, encoding.allow_reserved),
            (Some(Style::Form), Some(false), Some(true))
        );
        assert_eq!(
            (&*encoding.content_type.as_ref().unwrap().text, encoding.headers.len()),
            ("image/png", 1)
        );
        assert_eq!(&*form.value.examples[0].name.text, "e");
        assert!(
            mixed.value.item_schema.is_some() && mixed.value.item_encoding.is_some()
        );
        assert_eq!(mixed.value.prefix_encoding.len(), 1);
    }

    #[test]
    fn a_media_type_may_be_shared_in_3_2() {
        let text = "paths: {}\ncomponents:\n  responses: {R: {description: d, content: {a/b: {$ref: '#/components/mediaTypes/M'}}}}\n  mediaTypes: {M: {schema: {}}}\n";
        let (document, told) = rest("3.2", text);
        assert!(document.components.responses["R"].content[0].value.schema.is_some());
        assert!(told.is_empty());
        let (document, told) = rest("3.1", text);
        assert!(document.components.responses["R"].content[0].value.schema.is_some());
        assert_eq!(told.len(), 2, "both the reference and the map are of 3.2");
    }
}
