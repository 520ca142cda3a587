//! The XML Object (OpenAPI 3.2.0, section 4.26).

use super::super::keys::{Keys, key, since};
use super::super::reader::Reader;
use super::super::tree::NodeId;
use crate::document::{Version, Xml};

const KEYS: Keys = Keys {
    noun: "`xml`",
    keys: &[
        since(Version::V3_2, "nodeType"),
        key("name"),
        key("namespace"),
        key("prefix"),
        key("attribute"),
        key("wrapped"),
    ],
};

impl Reader<'_> {
    /// `xml`.
    pub(super) fn xml(&mut self, node: NodeId) -> Option<Xml> {
        self.exclude(
            node,
            KEYS.noun,
            &[["nodeType", "attribute"], ["nodeType", "wrapped"]],
        );
        let mut xml = Xml::default();
        for (name, member) in self.fields(node, KEYS)? {
            let value = member.value;
            let what = format_args!("`{name}` of `xml`");
            match name {
                "name" => xml.name = self.text(value, what),
                "namespace" => xml.namespace = self.text(value, what),
                "prefix" => xml.prefix = self.text(value, what),
                "attribute" => xml.attribute = self.flag(value, what).unwrap_or(false),
                "wrapped" => xml.wrapped = self.flag(value, what).unwrap_or(false),
                _ => xml.node_type = self.text(value, what),
            }
        }
        Some(xml)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::read::testing::schema;

    #[test]
    fn xml_is_read_whole() {
        let (schema, told) = schema(
            "3.2",
            "xml: {name: n, namespace: s, prefix: p, attribute: true, wrapped: true}\n",
        );
        assert!(told.is_empty());
        let xml = schema.xml.unwrap();
        let texts = [xml.name, xml.namespace, xml.prefix]
            .map(|text| text.unwrap().text.to_string());
        assert_eq!(
            (texts, xml.attribute, xml.wrapped),
            (["n", "s", "p"].map(String::from), true, true)
        );
    }
}
