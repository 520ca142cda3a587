//! The names that JSON Schema 2020-12 gives to places: `$id`, `$anchor`, `$dynamicAnchor`, and `$self` of OpenAPI 3.2.

use std::collections::BTreeMap;

use super::tree::{NodeId, Tree, View};

/// A schema resource: the schema whose `$id` is the base of the references in it; `None` for the document.
pub(super) type Base = Option<NodeId>;

/// Names and the nodes that bear them.
#[derive(Debug, Default)]
pub(super) struct Anchors<'a> {
    /// Resources by `$id` or `$self`.
    pub(super) resources: BTreeMap<&'a str, Base>,
    /// Nodes by `$anchor` or `$dynamicAnchor` and the resource they stand in.
    pub(super) names: BTreeMap<(Base, &'a str), NodeId>,
    /// Nodes by `$dynamicAnchor`, with their resources.
    pub(super) dynamic: BTreeMap<&'a str, Vec<(NodeId, Base)>>,
    ids: BTreeMap<NodeId, &'a str>,
}

/// The keys whose values are data.
const DATA: [&str; 6] = ["example", "examples", "default", "enum", "const", "value"];

impl<'a> Anchors<'a> {
    /// Looks through a whole tree, unless its text has no such key.
    pub(super) fn find(tree: &'a Tree, text: &str) -> Self {
        let mut anchors = Self::default();
        if let Some(node) = tree.get(tree.root(), "$self")
            && let Some(name) = tree.text(node)
        {
            anchors.resources.insert(name, None);
        }
        if ["$id", "$anchor", "$dynamicAnchor"].iter().any(|key| text.contains(key)) {
            anchors.visit(tree, tree.root(), None);
        }
        anchors
    }

    /// The resource of a node that stands in `base`.
    pub(super) fn base(&self, node: NodeId, base: Base) -> Base {
        if self.ids.contains_key(&node) { Some(node) } else { base }
    }

    /// A relative reference's text as seen from a resource.
    pub(super) fn joined(&self, base: Base, relative: &str) -> Option<String> {
        let id = self.ids.get(&base?)?;
        let folder = &id[..=id.rfind('/')?];
        Some(format!("{folder}{relative}"))
    }

    fn visit(&mut self, tree: &'a Tree, node: NodeId, base: Base) {
        match tree.view(node) {
            View::List(items) => {
                for item in items {
                    self.visit(tree, *item, base);
                }
            }
            View::Object(members) => {
                let base = self.name(tree, node, base);
                for member in members {
                    let key = tree.key(member);
                    if !DATA.contains(&key) && !key.starts_with("x-") {
                        self.visit(tree, member.value, base);
                    }
                }
            }
            _ => {}
        }
    }

    /// Notes the names of one object; the resource that its children stand in.
    fn name(&mut self, tree: &'a Tree, node: NodeId, mut base: Base) -> Base {
        let text = |key| tree.text(tree.get(node, key)?);
        if let Some(id) = text("$id") {
            base = Some(node);
            self.resources.entry(id.trim_end_matches('#')).or_insert(base);
            self.ids.insert(node, id);
        }
        for key in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = text(key) {
                self.names.entry((base, name)).or_insert(node);
            }
        }
        if let Some(name) = text("$dynamicAnchor") {
            self.dynamic.entry(name).or_default().push((node, base));
        }
        base
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

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
