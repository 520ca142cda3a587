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
use super::tree::{Member, NodeId, View};
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
    since(Version::V3_1, "$recursiveRef"),
    since(Version::V3_1, "$recursiveAnchor"),
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

    /// The number of the schema at `node`, which stands in no other schema.
    pub(super) fn schema_at(&mut self, node: NodeId) -> Option<SchemaId> {
        self.schema_id(node, self.tree.home(node))
    }

    /// The number of the schema of a component, wherever that may stand.
    pub(super) fn component_schema(&mut self, node: NodeId) -> Option<SchemaId> {
        let own = (node, self.tree.home(node));
        let (node, base) = self.stand_ins.get(&node).copied().unwrap_or(own);
        self.schema_id(node, base)
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

    /// 3.0: what stands beside `$ref` is ignored (OpenAPI 3.0.4, "Reference Object"), but for a description, which changes
    /// no value, and `nullable: true`, which people write there and mean: servers do send null.
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
                "nullable" => {
                    schema.nullable =
                        self.flag(member.value, "`nullable`") == Some(true);
                    self.beside_reference(member, schema.nullable);
                }
                _ => self.beside_reference(member, false),
            }
        }
        schema
    }

    /// Says that `$ref` hides a key, and whether that was read all the same.
    fn beside_reference(&mut self, member: &Member, is_read: bool) {
        let key = self.tree.key(member);
        let end = if is_read { "; it was read all the same" } else { "" };
        let message =
            format!("`{key}` stands beside `$ref`, which hides it in OpenAPI 3.0{end}");
        let place = self.tree.key_span(member);
        self.diagnostics
            .push(Diagnostic::warning(Code::BesideReference, place, message).help(
                "put the `$ref` into an `allOf` of its own: `allOf: [{$ref: …}]`",
            ));
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::{Kind, ValueKind};
    use crate::read::testing::{rest, schema};

    #[test]
    fn booleans_and_null_are_schemas() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  schemas:\n    A: true\n    B: {not: false}\n    C:\n    D: [1]\n",
        );
        let schema =
            |name: &str| &document.schemas[document.components.schemas[name].value];
        assert_eq!(schema("A").boolean, Some(true));
        assert_eq!(document.schemas[schema("B").not.unwrap()].boolean, Some(false));
        let expected = [
            "8 warning CW1006: a schema is null; it was read as `{}`, which allows every value",
            "9 error CW1006: a schema must be an object, but this is an array",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn beside_a_reference_3_0_keeps_the_description_and_null_and_3_1_everything() {
        let text = "$ref: '#/components/schemas/B'\ndescription: d\nnullable: true\nmaxLength: 3\nx-a: 1\n";
        let (old, told) = schema("3.0", text);
        assert!(old.reference.is_some() && old.description.is_some() && old.nullable);
        assert_eq!(old.limits.max_length, None);
        let expected = [
            "9 warning CW1014: `nullable` stands beside `$ref`, which hides it in OpenAPI 3.0; it was read all the same",
            "10 warning CW1014: `maxLength` stands beside `$ref`, which hides it in OpenAPI 3.0",
        ];
        assert_eq!(told, expected);
        let (old, told) =
            schema("3.0", "$ref: '#/components/schemas/B'\nnullable: false\n");
        assert!(!old.nullable && told[0].ends_with("hides it in OpenAPI 3.0"));
        let (new, _) = schema("3.1", "$ref: '#/components/schemas/B'\nmaxLength: 3\n");
        assert!(new.reference.is_some());
        assert_eq!(new.limits.max_length, Some(3));
    }

    #[test]
    fn literals_of_a_string_schema_are_strings() {
        let (schema, told) = schema(
            "3.1",
            "type: [string, 'null']\nenum: [1.0, true, yes, ~]\ndefault: 1.0\n",
        );
        let kinds: Vec<_> =
            schema.values.unwrap().into_iter().map(|value| value.kind).collect();
        let text = |text: &str| ValueKind::String(text.into());
        assert_eq!(kinds, [text("1.0"), text("true"), text("yes"), ValueKind::Null]);
        assert_eq!(schema.default.unwrap().kind, text("1.0"));
        assert_eq!(told.len(), 3);
        assert!(schema.kinds.has(Kind::Null));
    }

    #[test]
    fn a_name_that_is_required_twice_stands_once() {
        let (schema, _) = schema("3.1", "required: [a, b, a]\n");
        assert_eq!(
            schema.required.iter().map(|name| &*name.text).collect::<Vec<_>>(),
            ["a", "b"]
        );
    }

    #[test]
    fn a_schema_may_contain_itself() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents: {schemas: {Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}}}\n",
        );
        assert!(told.is_empty());
        assert_eq!(document.schemas.0.len(), 2);
    }
}
