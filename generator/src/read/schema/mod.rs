//! The Schema Object: OpenAPI 3.0's subset and JSON Schema 2020-12 (OpenAPI 3.2.0, section 4.24).

mod discriminator;
mod keyword;
mod kind;
mod limits;
mod reference;
mod xml;

use std::collections::BTreeSet;

use super::anchor::Base;
use super::keys::{Key, Keys, key, only_3_0, since};
use super::reader::Reader;
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Schema, SchemaId, Version};

const KEYS: Keys = Keys {
    noun: "a schema",
    keys: KEYWORDS,
};

const KEYWORDS: &[Key] = &[
    key("$ref"),
    key("title"),
    key("description"),
    key("default"),
    key("example"),
    key("externalDocs"),
    key("deprecated"),
    key("readOnly"),
    key("writeOnly"),
    key("type"),
    key("format"),
    key("enum"),
    key("multipleOf"),
    key("maximum"),
    key("exclusiveMaximum"),
    key("minimum"),
    key("exclusiveMinimum"),
    key("maxLength"),
    key("minLength"),
    key("pattern"),
    key("maxItems"),
    key("minItems"),
    key("uniqueItems"),
    key("maxProperties"),
    key("minProperties"),
    key("required"),
    key("properties"),
    key("additionalProperties"),
    key("items"),
    key("allOf"),
    key("oneOf"),
    key("anyOf"),
    key("not"),
    key("discriminator"),
    key("xml"),
    only_3_0("nullable"),
    since(Version::V3_1, "$id"),
    since(Version::V3_1, "$schema"),
    since(Version::V3_1, "$anchor"),
    since(Version::V3_1, "$dynamicRef"),
    since(Version::V3_1, "$dynamicAnchor"),
    since(Version::V3_1, "$vocabulary"),
    since(Version::V3_1, "$comment"),
    since(Version::V3_1, "$defs"),
    since(Version::V3_1, "const"),
    since(Version::V3_1, "examples"),
    since(Version::V3_1, "prefixItems"),
    since(Version::V3_1, "contains"),
    since(Version::V3_1, "minContains"),
    since(Version::V3_1, "maxContains"),
    since(Version::V3_1, "patternProperties"),
    since(Version::V3_1, "propertyNames"),
    since(Version::V3_1, "dependentRequired"),
    since(Version::V3_1, "dependentSchemas"),
    since(Version::V3_1, "if"),
    since(Version::V3_1, "then"),
    since(Version::V3_1, "else"),
    since(Version::V3_1, "unevaluatedItems"),
    since(Version::V3_1, "unevaluatedProperties"),
    since(Version::V3_1, "contentEncoding"),
    since(Version::V3_1, "contentMediaType"),
    since(Version::V3_1, "contentSchema"),
];

/// A schema being read and what its keywords say together.
struct Draft {
    schema: Schema,
    node: NodeId,
    base: Base,
    /// `nullable: true`.
    nullable: bool,
    /// `exclusiveMinimum` and `exclusiveMaximum` as booleans.
    exclusive: [bool; 2],
    /// The literals of `enum`, `const` and `default`, which the type has a say in.
    values: Option<NodeId>,
    constant: Option<NodeId>,
    default: Option<NodeId>,
}

impl Reader<'_> {
    /// The number of the schema at `node`; it is read later.
    pub(super) fn schema_id(&mut self, node: NodeId, base: Base) -> Option<SchemaId> {
        if let Some(id) = self.schema_ids.get(&node) {
            return Some(*id);
        }
        let number = self.schemas.len() + self.waiting_schemas.len();
        let id = SchemaId(u32::try_from(number).ok()?);
        self.schema_ids.insert(node, id);
        self.waiting_schemas.push_back((node, base));
        Some(id)
    }

    /// Reads the schema at `node`.
    pub(super) fn schema(&mut self, node: NodeId, base: Base) -> Schema {
        let component = self.component(node);
        let schema = Schema {
            span: self.span(node),
            component,
            ..Schema::default()
        };
        match self.tree.view(node) {
            View::Object(_) => {}
            View::Bool(value) => {
                return Schema {
                    boolean: Some(value),
                    ..schema
                };
            }
            View::Null => {
                let message =
                    "a schema is null; it was read as `{}`, which allows every value";
                self.warn(Code::WrongType, schema.span, message);
                return schema;
            }
            _ => {
                self.wrong_type(node, "a schema", "an object");
                return schema;
            }
        }
        let base = self.anchors.base(node, base);
        if self.version == Version::V3_0
            && let Some(reference) = self.tree.get(node, "$ref")
            && self.tree.text(reference).is_some()
        {
            return self.reference_alone(schema, node, reference, base);
        }
        let mut draft = Draft {
            schema,
            node,
            base,
            nullable: false,
            exclusive: [false; 2],
            values: None,
            constant: None,
            default: None,
        };
        for (name, member) in self.fields(node, KEYS).unwrap_or_default() {
            self.keyword(&mut draft, name, member);
        }
        self.finish_schema(draft)
    }

    /// 3.0: what stands beside `$ref` is ignored; only a description is kept, which changes no value.
    fn reference_alone(
        &mut self,
        mut schema: Schema,
        node: NodeId,
        reference: NodeId,
        base: Base,
    ) -> Schema {
        schema.reference = self.schema_reference(reference, base);
        for member in self.tree.members(node) {
            let key = self.tree.key(member);
            match key {
                "description" => {
                    schema.description =
                        self.prose(member.value, "`description` of a schema");
                }
                "$ref" | "title" | "summary" | "example" | "examples"
                | "externalDocs" => {}
                _ if key.starts_with("x-") => {}
                _ => {
                    let message = format!(
                        "`{key}` stands beside `$ref`, which hides it in OpenAPI 3.0"
                    );
                    self.diagnostics.push(
                        Diagnostic::warning(Code::BesideReference, self.tree.key_span(member), message)
                            .help("put the `$ref` into an `allOf` of its own: `allOf: [{$ref: …}]`"),
                    );
                }
            }
        }
        schema
    }

    fn finish_schema(&mut self, mut draft: Draft) -> Schema {
        self.finish_limits(&mut draft);
        kind::finish_kinds(&mut draft);
        let Draft {
            mut schema,
            values,
            constant,
            default,
            ..
        } = draft;
        let mut seen = BTreeSet::new();
        schema.required.retain(|name| seen.insert(name.text.clone()));
        let strings = kind::only_strings(schema.kinds);
        schema.values = values.map(|node| {
            let items = self.list(node, "`enum`");
            items.iter().map(|item| self.literal(*item, strings)).collect()
        });
        schema.constant = constant.map(|node| self.literal(node, strings));
        schema.default = default.map(|node| self.literal(node, strings));
        schema
    }
}
