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
