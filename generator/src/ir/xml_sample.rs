//! Samples as XML, for examples and mocks.

use std::fmt::Write as _;

use serde_json::Value;

use super::xml::{Xml, XmlNode, XmlPlace, XmlShape, XmlValue};

/// A JSON text as the XML that its table makes of it, without a declaration.
#[must_use]
pub fn xml_sample(xml: &Xml, root: usize, json: &str) -> Option<String> {
    let value = serde_json::from_str::<Value>(json).ok()?;
    let mut writer = Writer { xml, out: String::new() };
    writer.node(&xml.roots.get(root)?.node, &value);
    Some(writer.out)
}

struct Writer<'a> {
    xml: &'a Xml,
    out: String,
}

impl<'a> Writer<'a> {
    fn node(&mut self, node: &'a XmlNode, value: &Value) {
        match node.place {
            XmlPlace::Attribute => {}
            XmlPlace::Text | XmlPlace::Cdata | XmlPlace::None => {
                self.contents(node.value, value);
            }
            // What may be `null` is left out: a sample shows what there is.
            XmlPlace::Element if value.is_null() => {}
            XmlPlace::Element => self.element(&qualified(node), node, value),
        }
    }

    fn element(&mut self, name: &str, node: &'a XmlNode, value: &Value) {
        let _ = write!(self.out, "<{name}");
        self.namespace(node);
        self.attributes(node.value, value);
        self.out.push('>');
        self.contents(node.value, value);
        let _ = write!(self.out, "</{name}>");
    }

    fn namespace(&mut self, node: &XmlNode) {
        if let Some(namespace) = &node.namespace {
            let prefix = node.prefix.as_ref().map(|prefix| format!(":{prefix}"));
            let prefix = prefix.unwrap_or_default();
            let _ = write!(self.out, " xmlns{prefix}=\"{}\"", escaped(namespace));
        }
    }

    fn attributes(&mut self, shape: XmlValue, value: &Value) {
        let Some(XmlShape::Object { properties, .. }) = self.shape(shape) else {
            return;
        };
        for property in properties {
            let node = &property.node;
            match (node.place, value.get(&property.wire)) {
                (XmlPlace::None, Some(value)) => self.attributes(node.value, value),
                (XmlPlace::Attribute, Some(value)) if !value.is_null() => {
                    self.namespace(node);
                    let text = escaped(&text(value));
                    let _ = write!(self.out, " {}=\"{text}\"", qualified(node));
                }
                _ => {}
            }
        }
    }

    fn contents(&mut self, shape: XmlValue, value: &Value) {
        match (self.shape(shape), value) {
            (Some(XmlShape::List(item)), Value::Array(items)) => {
                for value in items {
                    self.node(item, value);
                }
            }
            (Some(XmlShape::Object { properties, rest }), Value::Object(members)) => {
                for property in properties {
                    if let Some(value) = members.get(&property.wire) {
                        self.node(&property.node, value);
                    }
                }
                let is_known =
                    |name: &str| properties.iter().any(|property| property.wire == name);
                for (name, value) in members.iter().filter(|(name, _)| !is_known(name)) {
                    if let Some(shape) = rest.filter(|_| is_plain(name)) {
                        let _ = write!(self.out, "<{name}>");
                        self.contents(shape, value);
                        let _ = write!(self.out, "</{name}>");
                    }
                }
            }
            (_, Value::Null | Value::Array(_) | Value::Object(_)) => {}
            (_, value) => self.out.push_str(&escaped(&text(value))),
        }
    }

    fn shape(&self, value: XmlValue) -> Option<&'a XmlShape> {
        match value {
            XmlValue::Table(at) => self.xml.tables.get(at).map(|table| &table.shape),
            _ => None,
        }
    }
}

fn qualified(node: &XmlNode) -> String {
    match &node.prefix {
        Some(prefix) => format!("{prefix}:{}", node.name),
        None => node.name.clone(),
    }
}

/// Whether a name that an example has is one that an element may have; others are left out of a sample.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain)
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn escaped(text: &str) -> String {
    let text: String =
        text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).collect();
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
