//! XML out: a value by its table.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::Value;

use super::characters::{is_character, is_name};
use super::scalar::written;
use super::table::{Node, Place, Property, Shape};
use crate::runtime::json;

/// The namespace of `xsi:nil` (XML Schema 1.1, part 1, 2.7.2).
const XSI: &str = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// A value, given as JSON, as an XML document in UTF-8.
pub(crate) fn write(text: &[u8], root: &'static Node) -> Result<Vec<u8>, String> {
    if json::has_wide(text) {
        return Err("an integer of more than 64 bits has no form in XML".to_owned());
    }
    let value = serde_json::from_slice::<Value>(text)
        .map_err(|error| format!("it has no form in XML: {error}"))?;
    let mut out = Out {
        writer: Writer::new(Vec::with_capacity(text.len() * 2)),
        declared: Vec::new(),
        nil: false,
    };
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    out.put(Event::Decl(declaration))?;
    let name_ends = out.writer.get_ref().len() + 1 + qualified(root).len();
    out.element(&qualified(root), root, root.shape, &value)?;
    let (nil, mut text) = (out.nil, out.writer.into_inner());
    if nil {
        text.splice(name_ends..name_ends, XSI.bytes());
    }
    Ok(text)
}

struct Out {
    writer: Writer<Vec<u8>>,
    /// The prefixes that are declared around here, and their namespaces.
    declared: Vec<(&'static str, &'static str)>,
    /// Whether an element was marked as `null`.
    nil: bool,
}

impl Out {
    fn node(&mut self, node: &'static Node, value: &Value) -> Result<(), String> {
        match node.place {
            Place::Element => self.element(&qualified(node), node, node.shape, value),
            // Written with the element around it.
            Place::Attribute => Ok(()),
            Place::Text => self.text(value, "its text"),
            Place::Cdata => self.cdata(value),
            Place::None => self.contents(node.shape, value, "its text"),
        }
    }

    /// An element; `node` says its namespace.
    fn element(
        &mut self,
        name: &str,
        node: &'static Node,
        shape: &'static Shape,
        value: &Value,
    ) -> Result<(), String> {
        let outside = self.declared.len();
        let mut start = BytesStart::new(name);
        self.declare(&mut start, node);
        if value.is_null() {
            start.push_attribute(("xsi:nil", "true"));
            self.nil = true;
            self.put(Event::Empty(start))?;
        } else {
            self.attributes(&mut start, shape, value)?;
            self.put(Event::Start(start))?;
            self.contents(shape, value, name)?;
            self.put(Event::End(BytesEnd::new(name)))?;
        }
        self.declared.truncate(outside);
        Ok(())
    }

    /// Declares the namespace of a name, where it is not already.
    fn declare(&mut self, start: &mut BytesStart<'_>, node: &Node) {
        let known =
            self.declared.iter().rev().find(|(prefix, _)| *prefix == node.prefix);
        if node.namespace.is_empty()
            || known.is_some_and(|(_, known)| *known == node.namespace)
        {
            return;
        }
        self.declared.push((node.prefix, node.namespace));
        if node.prefix.is_empty() {
            start.push_attribute(("xmlns", node.namespace));
        } else {
            let name = format!("xmlns:{}", node.prefix);
            start.push_attribute((name.as_str(), node.namespace));
        }
    }

    /// The attributes of an element: a `null` has none.
    fn attributes(
        &mut self,
        start: &mut BytesStart<'_>,
        shape: &'static Shape,
        value: &Value,
    ) -> Result<(), String> {
        let (Shape::Object(properties, _), Value::Object(members)) = (shape, value)
        else {
            return Ok(());
        };
        for Property { key, node, .. } in *properties {
            let Some(value) = members.get(*key) else { continue };
            match node.place {
                Place::None => self.attributes(start, node.shape, value)?,
                Place::Attribute if !value.is_null() => {
                    self.declare(start, node);
                    let name = qualified(node);
                    let text = written(value).ok_or_else(|| not_one_text(&name))?;
                    check(&text, &name)?;
                    start.push_attribute((&*name, &*text));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What stands in an element called `name`.
    fn contents(
        &mut self,
        shape: &'static Shape,
        value: &Value,
        name: &str,
    ) -> Result<(), String> {
        match (shape, value) {
            (_, Value::Null) => Ok(()),
            (Shape::List(item), Value::Array(items)) => {
                items.iter().try_for_each(|value| self.node(item, value))
            }
            (Shape::Object(properties, rest), Value::Object(members)) => {
                for Property { key, node, .. } in *properties {
                    if let Some(value) = members.get(*key) {
                        self.node(node, value)?;
                    }
                }
                let others = members.iter().filter(|(name, _)| {
                    !properties.iter().any(|known| known.key == name.as_str())
                });
                let shape = rest.unwrap_or(&Shape::Any);
                self.members(others, shape)
            }
            (_, Value::Object(members)) => self.members(members, &Shape::Any),
            (_, Value::Array(_)) => Err(not_one_text(name)),
            (_, value) => self.text(value, name),
        }
    }

    /// Properties whose names are their elements' names.
    fn members<'v>(
        &mut self,
        members: impl IntoIterator<Item = (&'v String, &'v Value)>,
        shape: &'static Shape,
    ) -> Result<(), String> {
        static PLAIN: Node = Node::element("", &Shape::Any);
        for (name, value) in members {
            if !is_name(name) {
                return Err(
                    "the name of a property is not one that an element can have".into(),
                );
            }
            match (shape, value) {
                (Shape::List(item), Value::Array(values)) => {
                    for value in values {
                        self.element(name, &PLAIN, item.shape, value)?;
                    }
                }
                (Shape::Any, Value::Array(values)) => {
                    for value in values {
                        self.element(name, &PLAIN, shape, value)?;
                    }
                }
                _ => self.element(name, &PLAIN, shape, value)?,
            }
        }
        Ok(())
    }

    fn text(&mut self, value: &Value, name: &str) -> Result<(), String> {
        if value.is_null() {
            return Ok(());
        }
        let text = written(value).ok_or_else(|| not_one_text(name))?;
        check(&text, name)?;
        self.put(Event::Text(BytesText::new(&text)))
    }

    fn cdata(&mut self, value: &Value) -> Result<(), String> {
        let text = match written(value) {
            // A section cannot tell a carriage return from a line end (XML 1.0, 2.11).
            Some(text) if !text.contains('\r') => text,
            _ => return self.text(value, "its text"),
        };
        check(&text, "its text")?;
        BytesCData::escaped(&text).try_for_each(|part| self.put(Event::CData(part)))
    }

    fn put(&mut self, event: Event<'_>) -> Result<(), String> {
        self.writer.write_event(event).map_err(|error: io::Error| error.to_string())
    }
}

fn qualified(node: &Node) -> Cow<'static, str> {
    if node.prefix.is_empty() {
        Cow::Borrowed(node.name)
    } else {
        Cow::Owned(format!("{}:{}", node.prefix, node.name))
    }
}

fn check(text: &str, name: &str) -> Result<(), String> {
    match text.chars().find(|c| !is_character(*c)) {
        Some(c) => Err(format!(
            "the value of `{name}` has a character that XML cannot hold (U+{:04X})",
            u32::from(c)
        )),
        None => Ok(()),
    }
}

fn not_one_text(name: &str) -> String {
    format!("the value of `{name}` is not of the shape that the document describes")
}
