//! The Discriminator Object (OpenAPI 3.2.0, section 4.25).

use super::super::anchor::Base;
use super::super::keys::{Keys, key, since};
use super::super::reader::Reader;
use super::super::tree::{NodeId, View};
use crate::diagnostic::Code;
use crate::document::{Discriminator, Named, SchemaId, Version};

const KEYS: Keys = Keys {
    noun: "`discriminator`",
    keys: &[key("propertyName"), key("mapping"), since(Version::V3_2, "defaultMapping")],
};

impl Reader<'_> {
    /// `discriminator`; the string of Swagger 2.0 is taken for its `propertyName`.
    pub(super) fn discriminator(
        &mut self,
        node: NodeId,
        base: Base,
    ) -> Option<Discriminator> {
        let span = self.span(node);
        if let View::Text(_) = self.tree.view(node) {
            let message = "`discriminator` must be an object; the string was read as its `propertyName`";
            self.warn(Code::WrongType, span, message);
            let property = self.text(node, "`discriminator`")?;
            return Some(Discriminator {
                property,
                mapping: Vec::new(),
                default: None,
                span,
            });
        }
        let (mut property, mut mapping, mut default) = (None, Vec::new(), None);
        for (name, member) in self.fields(node, KEYS)? {
            match name {
                "propertyName" => {
                    property =
                        self.text(member.value, "`propertyName` of `discriminator`");
                }
                "mapping" => mapping = self.mapping(member.value, base),
                _ => default = self.named_schema(member.value, base),
            }
        }
        if property.is_none() && self.tree.get(node, "propertyName").is_none() {
            self.missing(node, "`discriminator`", "propertyName");
        }
        Some(Discriminator {
            property: property?,
            mapping,
            default,
            span,
        })
    }

    fn mapping(&mut self, node: NodeId, base: Base) -> Vec<Named<SchemaId>> {
        let members = self.map(node, "`mapping` of `discriminator`");
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.named_schema(member.value, base)?,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::read::testing::rest;

    #[test]
    fn a_mapping_names_components_by_name_or_reference() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\ncomponents:\n  schemas:\n    A:\n      discriminator:\n        propertyName: kind\n        mapping: {b: B, bee: '#/components/schemas/B', self: A}\n        defaultMapping: B\n    B: {}\n",
        );
        assert!(told.is_empty());
        let id = |name: &str| document.components.schemas[name].value;
        let discriminator = document.schemas[id("A")].discriminator.as_ref().unwrap();
        let mapping: Vec<_> = discriminator
            .mapping
            .iter()
            .map(|named| (&*named.name.text, named.value))
            .collect();
        assert_eq!(mapping, [("b", id("B")), ("bee", id("B")), ("self", id("A"))]);
        assert_eq!(
            (&*discriminator.property.text, discriminator.default),
            ("kind", Some(id("B")))
        );
    }

    #[test]
    fn what_no_component_bears_is_refused_and_a_bare_name_is_healed() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  schemas:\n    A: {discriminator: {propertyName: k, mapping: {x: Bee}}}\n    Bea: {discriminator: k}\n    C: {discriminator: {}}\n",
        );
        let bare = &document.schemas[document.components.schemas["Bea"].value];
        assert_eq!(&*bare.discriminator.as_ref().unwrap().property.text, "k");
        let expected = [
            "6 error CW1008: `Bee` is not one of `components.schemas`",
            "7 warning CW1006: `discriminator` must be an object; the string was read as its `propertyName`",
            "8 error CW1007: `discriminator` has no `propertyName`, which OpenAPI requires",
        ];
        assert_eq!(told, expected);
    }
}
