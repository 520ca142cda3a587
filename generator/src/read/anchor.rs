//! The names that JSON Schema 2020-12 gives to places: `$id`, `$anchor`, `$dynamicAnchor`, and `$self` of OpenAPI 3.2.

use std::collections::BTreeMap;

use super::bundle::Bundle;
use super::place::{LONGEST, joined};
use super::tree::{Forest, NodeId, Tree, View};

/// A schema resource: the schema whose `$id` is the base of the references in it, or the outermost node of a file.
pub(super) type Base = NodeId;

/// Names and the nodes that bear them.
#[derive(Debug, Default)]
pub(super) struct Anchors<'a> {
    /// Resources by `$id` or `$self`, as seen from what they stand in.
    resources: BTreeMap<String, Base>,
    /// Nodes by `$anchor` or `$dynamicAnchor` and the resource they stand in.
    pub(super) names: BTreeMap<(Base, &'a str), NodeId>,
    /// Nodes by `$dynamicAnchor`, with their resources.
    pub(super) dynamic: BTreeMap<&'a str, Vec<(NodeId, Base)>>,
    /// Resources with `$recursiveAnchor`, of JSON Schema 2019-09.
    pub(super) recursive: Vec<Base>,
    /// The URIs of the resources that have one.
    ids: BTreeMap<Base, String>,
    /// The nodes whose URI is longer than any, and which so have none.
    pub(super) too_long: Vec<NodeId>,
}

/// The keys whose values are data.
const DATA: [&str; 6] = ["example", "examples", "default", "enum", "const", "value"];

/// The keys that give names.
const NAMES: [&str; 4] = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"];

impl<'a> Anchors<'a> {
    /// Looks through all trees, but those whose text has no such key.
    pub(super) fn find(forest: &'a Forest, bundle: &Bundle) -> Self {
        let mut anchors = Self::default();
        for (position, tree) in forest.trees().enumerate() {
            let root = tree.root();
            let path = bundle.path(position);
            let own = tree.get(root, "$self").and_then(|node| tree.text(node));
            let own = own.map(|name| joined(path, name));
            let own = own.filter(|name| anchors.bear(root, name));
            if NAMES.iter().any(|key| tree.source().contains(key)) {
                anchors.visit(tree, root, root, own.as_deref().unwrap_or(path));
            }
        }
        anchors
    }

    /// The resource of a node that stands in `base`.
    pub(super) fn base(&self, node: NodeId, base: Base) -> Base {
        if self.ids.contains_key(&node) { node } else { base }
    }

    /// The resource that a reference's text before `#` names, seen from another in the file at `path`.
    pub(super) fn resource(
        &self,
        base: Base,
        path: &str,
        reference: &str,
    ) -> Option<Base> {
        if self.resources.is_empty() {
            return None;
        }
        let from = self.ids.get(&base).map_or(path, String::as_str);
        let found = self.resources.get(&joined(from, reference));
        found.or_else(|| self.resources.get(reference)).copied()
    }

    /// The URI of a resource, where it has one.
    pub(super) fn uri(&self, base: Base) -> Option<&str> {
        self.ids.get(&base).map(String::as_str)
    }

    fn visit(&mut self, tree: &'a Tree, node: NodeId, base: Base, place: &str) {
        match tree.view(node) {
            View::List(items) => {
                for item in items {
                    self.visit(tree, *item, base, place);
                }
            }
            View::Object(members) => {
                let text = |key| tree.text(tree.get(node, key)?);
                let own = text("$id").map(|id| joined(place, id.trim_end_matches('#')));
                let own = own.filter(|own| self.bear(node, own));
                let base = if own.is_some() { node } else { base };
                let place = own.as_deref().unwrap_or(place);
                self.name(tree, node, base);
                for member in members {
                    let key = tree.key(member);
                    if !DATA.contains(&key) && !key.starts_with("x-") {
                        self.visit(tree, member.value, base, place);
                    }
                }
            }
            _ => {}
        }
    }

    /// Names a node, unless the name is too long.
    fn bear(&mut self, node: NodeId, uri: &str) -> bool {
        if uri.len() > LONGEST {
            self.too_long.push(node);
            return false;
        }
        self.resources.entry(uri.to_owned()).or_insert(node);
        self.ids.insert(node, uri.to_owned());
        true
    }

    /// Notes the anchors of one object.
    fn name(&mut self, tree: &'a Tree, node: NodeId, base: Base) {
        let text = |key| tree.text(tree.get(node, key)?);
        for key in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = text(key) {
                self.names.entry((base, name)).or_insert(node);
            }
        }
        if let Some(name) = text("$dynamicAnchor") {
            self.dynamic.entry(name).or_default().push((node, base));
        }
        let recursive = tree.get(node, "$recursiveAnchor");
        if recursive.is_some_and(|node| matches!(tree.view(node), View::Bool(true))) {
            self.recursive.push(base);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::{files, rest};

    fn target(text: &str) -> (Option<String>, Vec<String>) {
        let (document, told) =
            rest("3.1", &format!("paths: {{}}\ncomponents:\n  schemas:\n{text}"));
        let start = &document.schemas[document.components.schemas["Start"].value];
        let target = start
            .reference
            .as_ref()
            .map(|reference| &document.schemas[reference.target]);
        (target.and_then(|schema| Some(schema.title.as_ref()?.text.to_string())), told)
    }

    #[test]
    fn a_schema_is_found_by_its_anchor() {
        let found = target(
            "    Start: {$ref: '#here'}\n    A: {properties: {x: {$anchor: here, title: T}}}\n    B: {example: {$anchor: here}}\n",
        );
        assert_eq!(found, (Some("T".into()), vec![]));
    }

    #[test]
    fn a_schema_is_found_by_its_id_and_from_there() {
        let found = target(
            "    Start: {$ref: 'https://x/a#/$defs/d'}\n    A:\n      $id: https://x/a\n      $defs:\n        d: {$ref: 'b', title: T}\n    B: {$id: https://x/b}\n",
        );
        assert_eq!(found, (Some("T".into()), vec![]));
        let within = target(
            "    Start: {$ref: '#/components/schemas/A/properties/p'}\n    A:\n      $id: https://x/a\n      properties: {p: {$ref: '#/$defs/d', title: T}}\n      $defs: {d: {}}\n",
        );
        assert_eq!(
            within,
            (Some("T".into()), vec![]),
            "`#/$defs/d` is seen from the schema with the `$id`"
        );
    }

    #[test]
    fn a_dynamic_reference_is_resolved_when_one_schema_bears_its_anchor() {
        let found = target(
            "    Start: {$dynamicRef: '#node'}\n    A: {$dynamicAnchor: node, title: T}\n",
        );
        assert_eq!(found, (Some("T".into()), vec![]));
        let (found, told) = target(
            "    Start: {$dynamicRef: '#node'}\n    A: {$dynamicAnchor: node}\n    B: {$id: b, $dynamicAnchor: node}\n",
        );
        assert_eq!((found, told.len()), (None, 1));
    }

    #[test]
    fn a_dynamic_reference_to_an_anchor_that_is_not_dynamic_is_a_reference() {
        let found = target(
            "    Start: {$dynamicRef: '#node'}\n    A: {$anchor: node, title: T}\n    B: {$id: b, $dynamicAnchor: node}\n    C: {$id: c, $dynamicAnchor: node}\n",
        );
        assert_eq!(found, (Some("T".into()), vec![]));
    }

    #[test]
    fn recursion_is_to_the_resource_itself_unless_several_may_be_meant() {
        let schemas = |others: &str| {
            target(&format!(
                "    Start: {{$ref: '#/components/schemas/A/items', title: S}}\n    A: {{$id: a, title: T, $recursiveAnchor: true, items: {{$recursiveRef: '#', title: T}}}}\n{others}"
            ))
        };
        assert_eq!(schemas(""), (Some("T".into()), vec![]));
        let (_, told) = schemas("    B: {$id: b, $recursiveAnchor: true}\n");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("CW1018"), "{told:?}");
        let (_, told) = target("    Start: {$recursiveRef: '#'}\n");
        assert_eq!(
            told,
            ["6 error CW1008: this leads to the whole document, which is no schema"]
        );
    }

    #[test]
    fn files_are_found_by_their_ids_and_relative_ones_from_there() {
        let (document, told) = files(&[
            (
                "openapi.yaml",
                "openapi: 3.2.0\n$self: https://x/api/openapi.yaml\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Pet: {$ref: schemas/pet.json}\n    Tag: {$ref: 'https://x/tags/tag.json#here'}\n    Self: {$ref: 'openapi.yaml#/components/schemas/Pet'}\n",
            ),
            (
                "schemas/pet.json",
                r#"{"$id": "https://x/pets/pet.json", "type": "object", "properties": {"tag": {"$ref": "../tags/tag.json"}, "near": {"$ref": "tag.json"}}}"#,
            ),
            (
                "schemas/tag.json",
                r#"{"$id": "https://x/tags/tag.json", "$anchor": "here", "type": "string"}"#,
            ),
        ]);
        assert_eq!(told, Vec::<String>::new());
        let schemas = &document.components.schemas;
        let pet = &document.schemas[schemas["Pet"].value];
        for property in &pet.properties {
            let reference = document.schemas[property.schema].reference.as_ref();
            let target = reference.map(|reference| reference.target);
            assert_eq!(target, Some(schemas["Tag"].value), "{}", property.name.text);
        }
    }

    #[test]
    fn the_document_is_found_by_its_own_name() {
        let (document, told) = rest(
            "3.2",
            "$self: https://x/openapi\npaths: {}\ncomponents: {schemas: {A: {$ref: 'https://x/openapi#/components/schemas/B'}, B: {}, C: {$ref: 'openapi.yaml#/components/schemas/B'}}}\n",
        );
        assert!(told.is_empty());
        let target = |name: &str| {
            document.schemas[document.components.schemas[name].value]
                .reference
                .as_ref()
                .map(|r| r.target)
        };
        assert_eq!(target("A"), Some(document.components.schemas["B"].value));
        assert_eq!(target("C"), target("A"));
    }
}
