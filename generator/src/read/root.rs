//! The OpenAPI Object and `info` (OpenAPI 3.2.0, sections 4.1 and 4.2).

use super::anchor::Anchors;
use super::bundle::Bundle;
use super::keys::{Key, Keys, key, since};
use super::reader::Reader;
use super::tree::{Forest, NodeId, View};
use super::version;
use crate::diagnostic::{Code, Diagnostics};
use crate::document::{Document, Info, Schemas, Text, Version};

const KEYS: Keys = Keys {
    noun: "the document",
    keys: &[
        key("openapi"),
        since(Version::V3_2, "$self"),
        key("info"),
        since(Version::V3_1, "jsonSchemaDialect"),
        key("servers"),
        key("paths"),
        since(Version::V3_1, "webhooks"),
        key("components"),
        key("security"),
        key("tags"),
        key("externalDocs"),
    ],
};

const INFO: Keys = Keys {
    noun: "`info`",
    keys: &[
        key("title"),
        since(Version::V3_1, "summary"),
        key("description"),
        key("termsOfService"),
        key("contact"),
        key("license"),
        key("version"),
    ],
};

const CONTACT: Keys = Keys {
    noun: "`contact`",
    keys: &[key("name"), key("url"), key("email")],
};

const LICENSE_KEYS: [Key; 3] =
    [key("name"), since(Version::V3_1, "identifier"), key("url")];
const LICENSE: Keys = Keys {
    noun: "`license`",
    keys: &LICENSE_KEYS,
};

/// The dialects whose keywords are the ones that are read.
const DIALECTS: [&str; 3] = [
    "https://spec.openapis.org/oas/3.1/dialect/",
    "https://spec.openapis.org/oas/3.2/dialect/",
    "https://json-schema.org/draft/2020-12/schema",
];

/// The document of a bundle's trees.
pub(super) fn document(
    tree: &Forest,
    bundle: &Bundle,
    diagnostics: &mut Diagnostics,
) -> Document {
    let Some(version) = version::version(tree, diagnostics) else {
        return Document::default();
    };
    let mut reader = Reader::new(tree, bundle, version, diagnostics);
    reader.anchors = Anchors::find(tree, bundle);
    reader.report_long_names();
    reader.name_components();
    let mut document = Document {
        version,
        ..Document::default()
    };
    reader.root(tree.root(), &mut document);
    reader.read_waiting();
    document.path_items = std::mem::take(&mut reader.path_items);
    document.schemas = Schemas(std::mem::take(&mut reader.schemas));
    document.references = std::mem::take(&mut reader.references);
    document
}

impl Reader<'_> {
    fn root(&mut self, node: NodeId, document: &mut Document) {
        let Some(mut fields) = self.fields(node, KEYS) else { return };
        // Components come first, so that the named schemas stand first and in their order.
        fields.sort_by_key(|(name, _)| *name != "components");
        let mut names = Vec::new();
        for (name, member) in fields {
            let value = member.value;
            names.push(name);
            match name {
                "info" => document.info = self.info(value),
                "jsonSchemaDialect" => self.dialect(value),
                "servers" => document.servers = self.servers(value),
                "paths" => document.paths = self.paths(value),
                "webhooks" => document.webhooks = self.webhooks(value),
                "components" => document.components = self.components(value),
                "security" => document.security = Some(self.requirements(value)),
                "tags" => document.tags = self.tags(value),
                "externalDocs" => document.external_docs = self.external_docs(value),
                _ => {}
            }
        }
        if !names.contains(&"info") {
            self.lacks(node, "the document", "info");
        }
        let empty =
            !["paths", "webhooks", "components"].iter().any(|key| names.contains(key));
        if empty || (self.version == Version::V3_0 && !names.contains(&"paths")) {
            self.lacks(node, "the document", "paths");
        }
    }

    /// Reads schemas and path items until none is waiting, each of which may name further ones.
    fn read_waiting(&mut self) {
        loop {
            // A schema leaves the queue once it has its place, so that those it names count from there.
            if let Some((node, base)) = self.waiting_schemas.front().copied() {
                let schema = self.schema(node, base);
                self.waiting_schemas.pop_front();
                self.schemas.push(schema);
            } else if let Some((node, id)) = self.waiting_path_items.pop_front() {
                self.path_items[id.0 as usize] = self.path_item(node);
            } else {
                break;
            }
        }
        self.report_schema_cycles();
    }

    fn info(&mut self, node: NodeId) -> Info {
        let mut info = Info {
            span: self.span(node),
            ..Info::default()
        };
        let Some(fields) = self.fields(node, INFO) else { return info };
        let (mut title, mut version) = (None, None);
        for (name, member) in fields {
            let value = member.value;
            let what = format_args!("`{name}` of `info`");
            match name {
                "title" => title = self.prose(value, what),
                "version" => version = self.prose(value, what),
                "summary" => info.summary = self.prose(value, what),
                "description" => info.description = self.prose(value, what),
                "termsOfService" => info.terms_of_service = self.prose(value, what),
                "contact" => info.contact = self.three(value, CONTACT),
                "license" => {
                    self.exclude(value, LICENSE.noun, &[["identifier", "url"]]);
                    info.license = self.three(value, LICENSE);
                }
                _ => {}
            }
        }
        for (key, text) in [("title", &title), ("version", &version)] {
            if text.is_none() {
                self.lacks(node, "`info`", key);
            }
        }
        let absent = || Text {
            text: "".into(),
            span: info.span,
        };
        info.title = title.unwrap_or_else(absent);
        info.version = version.unwrap_or_else(absent);
        info
    }

    /// The texts of an object with three keys, in the order of these keys.
    fn three(&mut self, node: NodeId, keys: Keys) -> [Option<Text>; 3] {
        let mut texts = [None, None, None];
        for (name, member) in self.fields(node, keys).unwrap_or_default() {
            let text =
                self.prose(member.value, format_args!("`{name}` of {}", keys.noun));
            if let Some(index) = keys.keys.iter().position(|key| key.is(name)) {
                texts[index] = text;
            }
        }
        texts
    }

    fn dialect(&mut self, node: NodeId) {
        let known = match self.tree.view(node) {
            View::Text(text) => DIALECTS.iter().any(|dialect| text.starts_with(dialect)),
            _ => false,
        };
        if !known {
            let message = "`jsonSchemaDialect` names a dialect of its own; the schemas were read as JSON Schema 2020-12";
            self.warn(Code::BadValue, self.span(node), message);
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::SchemaId;
    use crate::read::testing::{document, reading, rest};

    #[test]
    fn info_is_read_whole_and_a_version_keeps_its_digits() {
        let (document, told) = reading(
            "openapi: 3.1.0\ninfo:\n  title: T\n  version: 1.10\n  summary: S\n  description: |\n    D\n  \
             termsOfService: t\n  contact: {name: n, url: u, email: e}\n  license: {name: MIT, identifier: MIT}\npaths: {}\n",
        );
        let info = document.info;
        assert_eq!((&*info.title.text, &*info.version.text), ("T", "1.10"));
        assert_eq!(&*info.description.unwrap().text, "D\n");
        let texts = |three: [Option<crate::document::Text>; 3]| {
            three.map(|text| text.map(|text| text.text.into_string()))
        };
        assert_eq!(
            texts(info.contact),
            [Some("n".into()), Some("u".into()), Some("e".into())]
        );
        assert_eq!(texts(info.license), [Some("MIT".into()), Some("MIT".into()), None]);
        assert_eq!(
            told,
            [
                "4 warning CW1006: `version` of `info` must be a string; this was read as `1.10`"
            ]
        );
    }

    #[test]
    fn what_generation_can_do_without_is_missed_with_a_warning() {
        let (document, told) = reading("openapi: 3.0.3\ninfo: {}\n");
        assert_eq!(&*document.info.title.text, "");
        let expected = [
            "1 warning CW1007: the document has no `paths`, which OpenAPI requires",
            "2 warning CW1007: `info` has no `title`, which OpenAPI requires",
            "2 warning CW1007: `info` has no `version`, which OpenAPI requires",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn named_schemas_stand_first_and_in_order_wherever_components_stands() {
        let document = document(
            "openapi: 3.1.0\npaths:\n  /a: {get: {responses: {'200': {description: d, content: {a/b: {schema: {type: array, items: {$ref: '#/components/schemas/Z'}}}}}}}}\n\
             components:\n  schemas:\n    Z: {properties: {x: {type: string}}}\n    A: {type: object}\ninfo: {title: T, version: '1'}\n",
        );
        let names: Vec<_> = document
            .schemas
            .0
            .iter()
            .map(|schema| schema.component.as_deref())
            .collect();
        assert_eq!(names[..2], [Some("Z"), Some("A")]);
        assert_eq!(document.components.schemas["A"].value, SchemaId(1));
        assert_eq!(
            document.schemas.0.len(),
            5,
            "two named ones, `x`, the array and its items"
        );
    }

    #[test]
    fn all_problems_are_found_in_one_run() {
        let (_, told) =
            rest("3.1", "webhook: {}\nservers: x\ntags: [{nam: t}]\npaths: {pets: 1}\n");
        let expected = [
            "3 warning CW1005: `webhook` is not a key of the document; it was left out",
            "4 error CW1006: `servers` must be an array, but this is a string",
            "5 warning CW1005: `nam` is not a key of a tag; it was left out",
            "5 warning CW1007: a tag has no `name`, which OpenAPI requires",
            "6 warning CW1011: the path `pets` does not begin with `/`; it was read as `/pets`",
            "6 error CW1006: a path item must be an object, but this is a number",
        ];
        let mut sorted = told.clone();
        sorted.sort();
        let mut wanted = expected.map(str::to_owned).to_vec();
        wanted.sort();
        assert_eq!(sorted, wanted);
    }
}
