//! The OpenAPI Object and `info` (OpenAPI 3.2.0, sections 4.1 and 4.2).

use super::anchor::Anchors;
use super::keys::{Key, Keys, key, since};
use super::reader::Reader;
use super::tree::{NodeId, Tree, View};
use super::version;
use crate::diagnostic::{Code, Diagnostics, Source};
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

/// The document of a tree.
pub(super) fn document(
    tree: &Tree,
    source: &Source,
    diagnostics: &mut Diagnostics,
) -> Document {
    let Some(version) = version::version(tree, diagnostics) else {
        return Document::default();
    };
    let mut reader = Reader::new(tree, &source.name, version, diagnostics);
    reader.anchors = Anchors::find(tree, &source.text);
    reader.name_components();
    let mut document = Document {
        version,
        ..Document::default()
    };
    reader.root(tree.root(), &mut document);
    reader.read_waiting();
    document.path_items = std::mem::take(&mut reader.path_items);
    document.schemas = Schemas(std::mem::take(&mut reader.schemas));
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
