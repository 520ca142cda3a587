//! What each keyword of a schema says.

use super::super::reader::Reader;
use super::super::tree::{Member, NodeId, View};
use super::Draft;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Named, Property, SchemaId, Subschema, Version};

impl<'a> Reader<'a> {
    /// Reads one keyword.
    pub(super) fn keyword(
        &mut self,
        draft: &mut Draft,
        name: &'static str,
        member: &'a Member,
    ) {
        let value = member.value;
        match name {
            "$ref" | "$dynamicRef" | "$recursiveRef" => {
                self.schema_reference_keyword(draft, name, value);
            }
            "type" => draft.schema.kinds = self.kinds(value),
            "nullable" => draft.nullable = self.flag(value, "`nullable`") == Some(true),
            "enum" => draft.values = Some(value),
            "const" => draft.constant = Some(value),
            "default" => draft.default = Some(value),
            "required" => self.required(draft, value),
            "discriminator" => {
                draft.schema.discriminator = self.discriminator(value, draft.base);
            }
            "xml" => draft.schema.xml = self.xml(value),
            _ => {
                let _ = self.annotation(draft, name, value)
                    || self.limit(draft, name, value)
                    || self.applicator(draft, name, member);
            }
        }
    }

    /// A value, as a string where the schema allows nothing else and YAML sees a number or boolean.
    pub(super) fn literal(
        &mut self,
        node: NodeId,
        strings: bool,
    ) -> crate::document::Value {
        let kind = match self.tree.view(node) {
            View::Number(_) | View::Bool(_) if strings => {
                let text = self.text(node, "a literal of a string schema");
                text.map(|text| crate::document::ValueKind::String(text.text))
            }
            _ => None,
        };
        match kind {
            Some(kind) => crate::document::Value {
                span: self.span(node),
                kind,
            },
            None => self.value(node),
        }
    }

    fn annotation(&mut self, draft: &mut Draft, name: &str, value: NodeId) -> bool {
        let what = format_args!("`{name}` of a schema");
        let schema = &mut draft.schema;
        match name {
            "title" => schema.title = self.prose(value, what),
            "description" => schema.description = self.prose(value, what),
            "format" => schema.format = self.text(value, what),
            "pattern" => schema.pattern = self.text(value, what),
            "contentEncoding" => schema.content_encoding = self.text(value, what),
            "contentMediaType" => schema.content_media_type = self.text(value, what),
            "externalDocs" => schema.external_docs = self.external_docs(value),
            "example" => schema.examples.insert(0, self.value(value)),
            "examples" => self.schema_examples(draft, value),
            "deprecated" => schema.deprecated = self.flag(value, what).unwrap_or(false),
            "readOnly" => schema.read_only = self.flag(value, what).unwrap_or(false),
            "writeOnly" => schema.write_only = self.flag(value, what).unwrap_or(false),
            "uniqueItems" => {
                schema.unique_items = self.flag(value, what).unwrap_or(false);
            }
            _ => return false,
        }
        true
    }

    fn schema_examples(&mut self, draft: &mut Draft, node: NodeId) {
        if let View::List(items) = self.tree.view(node) {
            draft.schema.examples.extend(items.iter().map(|item| self.value(*item)));
            return;
        }
        let message = "`examples` of a schema must be an array; it was left out";
        self.warn(Code::WrongType, self.span(node), message);
    }

    fn applicator(&mut self, draft: &mut Draft, name: &str, member: &'a Member) -> bool {
        let value = member.value;
        match name {
            "properties" => self.properties(draft, value),
            "patternProperties" => {
                draft.schema.pattern_properties = self.schema_map(draft, name, value);
            }
            "dependentRequired" => {
                draft.schema.dependent_required = self.dependent_required(value);
            }
            "additionalProperties" => {
                draft.schema.additional_properties = self.schema_id(value, draft.base);
            }
            "propertyNames" => {
                draft.schema.property_names = self.subschema(draft, value);
            }
            "items" => draft.schema.items = self.items(draft, value),
            "contains" => draft.schema.contains = self.subschema(draft, value),
            "not" => draft.schema.not = self.subschema(draft, value),
            "contentSchema" => {
                draft.schema.content_schema = self.subschema(draft, value);
            }
            "prefixItems" => {
                draft.schema.prefix_items = self.schema_list(draft, name, value);
            }
            "allOf" => draft.schema.all_of.extend(self.schema_list(draft, name, value)),
            "oneOf" => draft.schema.one_of = self.schema_list(draft, name, value),
            "anyOf" => draft.schema.any_of = self.schema_list(draft, name, value),
            "$defs" => drop(self.schema_map(draft, name, value)),
            "dependentSchemas" => {
                let keyword = self.key(member);
                let schemas = self.schema_map(draft, name, value);
                let conditions = schemas.into_iter().map(|named| Subschema {
                    keyword: keyword.clone(),
                    schema: named.value,
                });
                draft.schema.conditions.extend(conditions);
            }
            "if" | "then" | "else" | "unevaluatedItems" | "unevaluatedProperties" => {
                let keyword = self.key(member);
                let schema = self.subschema(draft, value);
                draft
                    .schema
                    .conditions
                    .extend(schema.map(|schema| Subschema { keyword, schema }));
            }
            _ => return false,
        }
        true
    }

    fn subschema(&mut self, draft: &Draft, node: NodeId) -> Option<SchemaId> {
        if self.version == Version::V3_0
            && let View::Bool(_) = self.tree.view(node)
        {
            let message = "a boolean in place of a schema is of OpenAPI 3.1; it was read all the same";
            self.warn(Code::OtherVersion, self.span(node), message);
        }
        self.schema_id(node, draft.base)
    }

    /// `items`; the array of Draft 4 is `prefixItems` by another name.
    fn items(&mut self, draft: &mut Draft, node: NodeId) -> Option<SchemaId> {
        if let View::List(_) = self.tree.view(node) {
            let message =
                "`items` must be one schema; the array was read as `prefixItems`";
            self.warn(Code::WrongType, self.span(node), message);
            draft.schema.prefix_items = self.schema_list(draft, "items", node);
            return None;
        }
        self.subschema(draft, node)
    }

    fn schema_list(&mut self, draft: &Draft, name: &str, node: NodeId) -> Vec<SchemaId> {
        if let View::Object(_) = self.tree.view(node) {
            let message = format!(
                "`{name}` must be an array; the object was read as its only schema"
            );
            self.warn(Code::WrongType, self.span(node), message);
            return self.schema_id(node, draft.base).into_iter().collect();
        }
        let items = self.list(node, format_args!("`{name}`"));
        items.iter().filter_map(|item| self.subschema(draft, *item)).collect()
    }

    fn schema_map(
        &mut self,
        draft: &Draft,
        name: &str,
        node: NodeId,
    ) -> Vec<Named<SchemaId>> {
        let members = self.map(node, format_args!("`{name}`"));
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.subschema(draft, member.value)?,
                })
            })
            .collect()
    }

    fn properties(&mut self, draft: &mut Draft, node: NodeId) {
        for member in self.map(node, "`properties`") {
            self.property_required(draft, member);
            if let Some(schema) = self.subschema(draft, member.value) {
                draft.schema.properties.push(Property {
                    name: self.key(member),
                    schema,
                });
            }
        }
    }

    /// Draft 3's `required: true` within a property, which later drafts write in the object.
    fn property_required(&mut self, draft: &mut Draft, member: &Member) {
        let Some(node) = self.tree.get(member.value, "required") else { return };
        let View::Bool(required) = self.tree.view(node) else { return };
        let name = self.key(member);
        let (value, message) = if required {
            ("true", "was read as one of the object's `required`")
        } else {
            (
                "false",
                "was left out: a property is optional unless the object requires it",
            )
        };
        let message =
            format!("`required: {value}` of the property `{}` {message}", name.text);
        self.diagnostics.push(
            Diagnostic::warning(Code::WrongType, self.span(node), message).help(
                "list the names of required properties in `required` of the object",
            ),
        );
        self.healed.insert(node);
        if required && draft.schema.required.iter().all(|other| other.text != name.text)
        {
            draft.schema.required.push(name);
        }
    }

    fn required(&mut self, draft: &mut Draft, node: NodeId) {
        if self.healed.contains(&node) {
            return;
        }
        if let View::Bool(_) = self.tree.view(node) {
            let message = "`required` of a schema must be an array of property names; the boolean was left out";
            self.warn(Code::WrongType, self.span(node), message);
            return;
        }
        let names = self.texts(node, "`required` of a schema");
        draft.schema.required.extend(names);
    }

    fn dependent_required(
        &mut self,
        node: NodeId,
    ) -> Vec<Named<Vec<crate::document::Text>>> {
        let members = self.map(node, "`dependentRequired`");
        members
            .iter()
            .map(|member| Named {
                name: self.key(member),
                value: self.texts(member.value, "a list of `dependentRequired`"),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::schema;

    #[test]
    fn every_applicator_finds_its_schemas() {
        let (schema, told) = schema(
            "3.1",
            "properties: {a: {}, b: true}\npatternProperties: {'^x': {}}\nadditionalProperties: false\npropertyNames: {}\nitems: {}\nprefixItems: [{}, {}]\ncontains: {}\nminContains: 2\n\
             allOf: [{}]\noneOf: [{}, {}]\nanyOf: [{}]\nnot: {}\nif: {}\nthen: {}\nelse: {}\ndependentSchemas: {a: {}}\nunevaluatedItems: false\nunevaluatedProperties: {}\n\
             dependentRequired: {a: [b]}\ncontentSchema: {}\n$defs: {d: {}}\n$comment: c\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let lists = [
            schema.prefix_items.len(),
            schema.all_of.len(),
            schema.one_of.len(),
            schema.any_of.len(),
        ];
        assert_eq!(
            (lists, schema.properties.len(), schema.pattern_properties.len()),
            ([2, 1, 2, 1], 2, 1)
        );
        let single = [
            schema.additional_properties,
            schema.property_names,
            schema.items,
            schema.contains,
            schema.not,
        ];
        assert!(single.iter().all(Option::is_some) && schema.content_schema.is_some());
        let conditions: Vec<_> =
            schema.conditions.iter().map(|condition| &*condition.keyword.text).collect();
        assert_eq!(
            conditions,
            [
                "if",
                "then",
                "else",
                "dependentSchemas",
                "unevaluatedItems",
                "unevaluatedProperties"
            ]
        );
        assert_eq!((schema.min_contains, schema.dependent_required.len()), (Some(2), 1));
    }

    #[test]
    fn required_in_a_property_is_the_object_s() {
        let (schema, told) = schema(
            "3.0",
            "properties:\n  a: {type: string, required: true}\n  b: {required: false}\n",
        );
        assert_eq!(
            schema.required.iter().map(|name| &*name.text).collect::<Vec<_>>(),
            ["a"]
        );
        let expected = [
            "8 warning CW1006: `required: true` of the property `a` was read as one of the object's `required`",
            "9 warning CW1006: `required: false` of the property `b` was left out: a property is optional unless the object requires it",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn shapes_of_older_drafts_are_read_with_a_warning() {
        let (schema, told) =
            schema("3.1", "items: [{}, {}]\nallOf: {type: object}\nexamples: {a: 1}\n");
        assert_eq!(
            (schema.prefix_items.len(), schema.all_of.len(), schema.examples.len()),
            (2, 1, 0)
        );
        let expected = [
            "7 warning CW1006: `items` must be one schema; the array was read as `prefixItems`",
            "8 warning CW1006: `allOf` must be an array; the object was read as its only schema",
            "9 warning CW1006: `examples` of a schema must be an array; it was left out",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn keywords_of_3_1_are_read_in_3_0_with_a_warning() {
        let (schema, told) =
            schema("3.0", "const: 1\nnot: true\nadditionalProperties: true\n");
        assert!(schema.constant.is_some() && schema.not.is_some());
        let expected = [
            "7 warning CW1015: `const` of a schema is a key of OpenAPI 3.1, and this document is 3.0; it was read all the same",
            "8 warning CW1015: a boolean in place of a schema is of OpenAPI 3.1; it was read all the same",
        ];
        assert_eq!(told, expected);
    }
}
