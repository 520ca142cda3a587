//! XML in: a value by its table.
//!
//! Nothing of a document type is read: no entity but the five that XML predefines means anything, and
//! a document that declares a type is refused.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use serde_json::Value;

use super::characters::is_character;
use super::element::Element;
use super::slot::{Name, Slot};
use super::table::{Node, Shape};

/// The deepest element that is read: as JSON, each can be two levels, and a reader of that ends at 128.
const DEEPEST: usize = 60;

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Why a text is not read.
pub(in crate::runtime) enum Broken {
    /// It is not XML that is read.
    Malformed(String),
    /// Its root is another than the document describes.
    Root,
}

/// Reads an XML document.
pub(in crate::runtime) fn read(
    body: &[u8],
    root: &'static Node,
) -> Result<Value, Broken> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let text = std::str::from_utf8(body).map_err(|_| {
        malformed("the body is not UTF-8, the only encoding that is read")
    })?;
    if !text.chars().all(is_character) {
        return Err(malformed("the body has a character that XML cannot hold"));
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    Reading { reader }.document(root)
}

struct Reading<'t> {
    reader: NsReader<&'t [u8]>,
}

impl<'t> Reading<'t> {
    fn document(&mut self, root: &'static Node) -> Result<Value, Broken> {
        let mut found = None;
        loop {
            match self.next()? {
                Event::Start(start) if found.is_none() => {
                    if !self.named(&start, |name| name.is_of(root, false)) {
                        return Err(Broken::Root);
                    }
                    found = Some(self.element(root.shape, &start, 1)?);
                }
                Event::Decl(declaration) if found.is_none() => {
                    match declaration.encoding() {
                        Some(Ok(name)) if !is_utf8(&name) => {
                            return Err(malformed(
                                "the body is not UTF-8, the only encoding that is read",
                            ));
                        }
                        _ => {}
                    }
                }
                Event::Text(text) if text.trim().is_empty() => {}
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => {
                    return found.ok_or_else(|| malformed("the body is not XML"));
                }
                Event::DocType(_) => {
                    return Err(malformed(
                        "the body declares a document type, which is never read",
                    ));
                }
                _ => return Err(malformed("the body is not XML")),
            }
        }
    }

    /// An element that has begun, to its end.
    fn element(
        &mut self,
        shape: &'static Shape,
        start: &BytesStart<'_>,
        depth: usize,
    ) -> Result<Value, Broken> {
        if depth > DEEPEST {
            let message = format!("the XML is nested deeper than {DEEPEST} elements");
            return Err(malformed(message));
        }
        let mut element = Element::new(shape);
        let is_nil = self.attributes(shape, start, &mut element.value)?;
        loop {
            match self.next()? {
                Event::Start(start) => {
                    element.has_elements = true;
                    match self.named(&start, |name| Slot::of_element(shape, name)) {
                        Some(slot) => {
                            let value = self.element(slot.shape, &start, depth + 1)?;
                            slot.put(&mut element.value, value);
                        }
                        None => self.skip()?,
                    }
                }
                Event::End(_) => break,
                Event::Text(text) => element.add(&text.xml10_content(), false),
                Event::CData(text) => element.add(&text.xml10_content(), true),
                Event::GeneralRef(entity) => element.add(&resolved(&entity)?, false),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => return Err(malformed("the XML breaks off")),
                _ => return Err(malformed("the body is not XML")),
            }
        }
        Ok(if is_nil { Value::Null } else { element.ended() })
    }

    /// Reads the attributes; whether `xsi:nil` is among them.
    fn attributes(
        &self,
        shape: &'static Shape,
        start: &BytesStart<'_>,
        whole: &mut Value,
    ) -> Result<bool, Broken> {
        let mut is_nil = false;
        // That none stands twice is looked at below, where it is not quadratic.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| malformed("the body is not XML"))?;
            let (namespace, local) =
                self.reader.resolver().resolve_attribute(attribute.key);
            let name = Name {
                namespace: bound(&namespace),
                local: local.as_ref(),
            };
            let slot = Slot::of_attribute(shape, name);
            let nil = name.namespace == XSI && name.local == "nil";
            if slot.is_none() && !nil {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|_| malformed("an attribute of the XML is not well-formed"))?;
            is_nil |= nil && matches!(value.trim(), "true" | "1");
            if let Some(slot) = slot {
                let value = super::scalar::read(slot.shape, value.into_owned());
                if !slot.put(whole, value) {
                    return Err(malformed("an attribute of the XML stands twice"));
                }
            }
        }
        Ok(is_nil)
    }

    /// Passes over an element that has begun.
    fn skip(&mut self) -> Result<(), Broken> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                Event::Eof => return Err(malformed("the XML breaks off")),
                Event::DocType(_) => return Err(malformed("the body is not XML")),
                _ => {}
            }
        }
        Ok(())
    }

    /// What the name of an element leads to. The namespace is not copied: a server may give one of any
    /// length to all of its elements at once.
    fn named<T>(&self, start: &BytesStart<'_>, find: impl FnOnce(Name<'_>) -> T) -> T {
        let (namespace, local) = self.reader.resolver().resolve_element(start.name());
        find(Name {
            namespace: bound(&namespace),
            local: local.as_ref(),
        })
    }

    fn next(&mut self) -> Result<Event<'t>, Broken> {
        self.reader.read_event().map_err(|_| malformed("the body is not XML"))
    }
}

fn bound<'n>(namespace: &ResolveResult<'n>) -> &'n str {
    match namespace {
        ResolveResult::Bound(namespace) => namespace.0,
        ResolveResult::Unbound | ResolveResult::Unknown(_) => "",
    }
}

/// The text that a reference stands for.
fn resolved(entity: &BytesRef<'_>) -> Result<Cow<'static, str>, Broken> {
    let unknown = || malformed("the XML has an entity that nothing declares");
    if let Some(c) = entity.resolve_char_ref().map_err(|_| unknown())? {
        let c = Some(c).filter(|c| is_character(*c)).ok_or_else(unknown)?;
        return Ok(Cow::Owned(c.to_string()));
    }
    resolve_predefined_entity(entity).map(Cow::Borrowed).ok_or_else(unknown)
}

/// Whether an encoding is UTF-8, or a part of it.
pub(super) fn is_utf8(name: &str) -> bool {
    ["utf-8", "utf8", "us-ascii", "ascii"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}

pub(super) fn malformed(message: impl Into<String>) -> Broken {
    Broken::Malformed(message.into())
}
