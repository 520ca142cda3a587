//! The Components Object (OpenAPI 3.2.0, section 4.7).

use indexmap::IndexMap;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::shared::Sharable;
use super::tree::{Member, NodeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Components, MediaType, Named, Version};

const KEYS: Keys = Keys {
    noun: "`components`",
    keys: &[
        key("schemas"),
        key("responses"),
        key("parameters"),
        key("examples"),
        key("requestBodies"),
        key("headers"),
        key("securitySchemes"),
        key("links"),
        key("callbacks"),
        since(Version::V3_1, "pathItems"),
        since(Version::V3_2, "mediaTypes"),
    ],
};

/// The maps whose values know the key they stand under.
const NAMED: [&str; 5] =
    ["schemas", "parameters", "requestBodies", "responses", "headers"];

impl<'a> Reader<'a> {
    /// Notes under which keys the shared objects stand, before any of them is read.
    pub(super) fn name_components(&mut self) {
        let Some(components) = self.tree.get(self.tree.root(), "components") else {
            return;
        };
        for map in NAMED {
            let Some(map) = self.tree.get(components, map) else { continue };
            for member in self.tree.members(map) {
                let name = self.tree.key(member);
                self.components.entry(member.value).or_insert(name.into());
            }
        }
        if self.tree.is_single() {
            return;
        }
        for map in NAMED {
            let Some(map) = self.tree.get(components, map) else { continue };
            for member in self.tree.members(map) {
                self.name_after_component(member.value, self.tree.key(member));
            }
        }
    }

    /// The key in `components` of what stands at `node`.
    pub(super) fn component(&self, node: NodeId) -> Option<Box<str>> {
        self.components.get(&node).map(|key| (**key).into())
    }

    /// `components`.
    pub(super) fn components(&mut self, node: NodeId) -> Components {
        let mut components = Components::default();
        let Some(mut fields) = self.fields(node, KEYS) else { return components };
        // Schemas come first, so that they stand first among all schemas.
        fields.sort_by_key(|(name, _)| *name != "schemas");
        for (name, member) in fields {
            let members = self.component_map(member.value, name);
            match name {
                "schemas" => components.schemas = self.named_schemas(members),
                "responses" => components.responses = self.all(members),
                "parameters" => components.parameters = self.all(members),
                "examples" => components.examples = self.all(members),
                "requestBodies" => components.request_bodies = self.all(members),
                "headers" => components.headers = self.all(members),
                "links" => components.links = self.all(members),
                "mediaTypes" => drop(self.all::<MediaType>(members)),
                "callbacks" => {
                    for member in members {
                        self.callback(member.value);
                    }
                }
                "securitySchemes" => {
                    components.security_schemes = members
                        .iter()
                        .filter_map(|member| {
                            Some((
                                self.tree.key(member).into(),
                                self.security_scheme(member)?,
                            ))
                        })
                        .collect();
                }
                _ => {
                    components.path_items = members
                        .iter()
                        .filter_map(|member| {
                            Some((
                                self.tree.key(member).into(),
                                self.path_item_id(member.value)?,
                            ))
                        })
                        .collect();
                }
            }
        }
        components
    }

    /// The members of one of the maps; their keys are checked.
    fn component_map(&mut self, node: NodeId, name: &str) -> &'a [Member] {
        let members = self.map(node, format_args!("`components.{name}`"));
        for member in members {
            let key = self.tree.key(member);
            let allowed =
                |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            if !key.is_empty() && key.bytes().all(allowed) {
                continue;
            }
            let message = format!(
                "`{key}` is not a name that OpenAPI allows for a component; it was read all the same"
            );
            self.diagnostics.push(
                Diagnostic::warning(Code::BadValue, self.tree.key_span(member), message)
                    .help("use letters, digits, `.`, `_` and `-` only"),
            );
        }
        members
    }

    fn all<T: Sharable>(
        &mut self,
        members: &[Member],
    ) -> IndexMap<Box<str>, std::sync::Arc<T>> {
        members
            .iter()
            .filter_map(|member| {
                Some((self.tree.key(member).into(), self.shared(member.value)?))
            })
            .collect()
    }

    fn named_schemas(
        &mut self,
        members: &[Member],
    ) -> IndexMap<Box<str>, Named<crate::document::SchemaId>> {
        members
            .iter()
            .filter_map(|member| {
                let name = self.key(member);
                let value = self.component_schema(member.value)?;
                Some((name.text.clone(), Named { name, value }))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn a_name_that_openapi_does_not_allow_is_read_with_a_warning() {
        let (document, told) =
            rest("3.1", "paths: {}\ncomponents: {schemas: {'a b': {}, x-c: {}}}\n");
        let names: Vec<_> =
            document.components.schemas.keys().map(|name| &**name).collect();
        assert_eq!(
            names,
            ["a b", "x-c"],
            "the keys of a map of components are names, never extensions"
        );
        let expected = "4 warning CW1011: `a b` is not a name that OpenAPI allows for a component; it was read all the same";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn empty_maps_may_be_null() {
        let (_, told) =
            rest("3.1", "paths: {}\ncomponents:\n  schemas:\n  headers: []\n");
        let expected = [
            "5 warning CW1006: `components.schemas` is null and was read as empty",
            "6 error CW1006: `components.headers` must be an object, but this is an array",
        ];
        assert_eq!(told, expected);
    }
}
