//! Which node a schema is, and what it is called (OpenAPI 3.2.0, "XML Object").

use super::name::{is_name, is_prefix};
use super::{Building, Problem};
use crate::document::{Document, Kind, Schema, SchemaId, Text, Version, Xml};
use crate::ir::{XmlNode, XmlPlace, XmlValue};
use crate::lower::null::wrapped;
use crate::name::Words;

/// Where a schema stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is the whole body.
    Root,
    /// It is a property.
    Property,
    /// It is an item of an array.
    Item,
}

/// What the schemas between a place and the values that stand there say of its node.
struct Said<'d> {
    /// The name for want of another.
    inferred: Option<String>,
    name: Option<&'d Text>,
    namespace: Option<&'d Text>,
    prefix: Option<&'d Text>,
    place: Option<XmlPlace>,
    wrapped: bool,
    /// The schema of the values.
    end: SchemaId,
}

impl<'l> Building<'_, 'l> {
    /// The node of a schema.
    pub(super) fn node(
        &mut self,
        id: SchemaId,
        inferred: Option<&str>,
        role: Role,
        words: &Words,
    ) -> Result<XmlNode, Problem> {
        let document = self.lowering.document;
        let said = self.said(id, inferred, role)?;
        let schema = &document.schemas[said.end];
        for known in [&document.schemas[id], schema] {
            let is_unknown =
                |xml: &Xml| xml.node_type.is_some() && node_type(xml).is_none();
            if known.xml.as_ref().is_some_and(is_unknown) {
                self.note(known, "the `nodeType` is none that OpenAPI knows");
            }
        }
        let is_list = schema.kinds.has(Kind::Array) || schema.items.is_some();
        let place = self.place(&said, role, is_list, schema);
        let is_named = matches!(place, XmlPlace::Element | XmlPlace::Attribute);
        let own = said.name.map(|name| name.text.to_string());
        let name = if is_named { own } else { None };
        let name = name.or_else(|| said.inferred.clone()).unwrap_or_default();
        let name = name.as_str();
        if is_named && !is_name(name) {
            let reason = match name {
                "" => {
                    "the element has no name, which `xml.name` would give it".to_owned()
                }
                other => format!("`{other}` is not a name that XML knows"),
            };
            return Err(Problem { place: schema.span, reason });
        }
        let (prefix, namespace) = self.namespace(&said, place, schema)?;
        let items = schema.items.filter(|_| role == Role::Root);
        let items = items.and_then(|items| self.component(items));
        let value = self.value(said.end, items.unwrap_or(name), words)?;
        let is_text = !matches!(value, XmlValue::Table(_) | XmlValue::Any);
        let fits = match place {
            XmlPlace::Element => true,
            XmlPlace::None => matches!(value, XmlValue::Table(_)),
            XmlPlace::Attribute | XmlPlace::Text | XmlPlace::Cdata => is_text,
        };
        if !fits {
            let reason = match place {
                XmlPlace::None => "a value without parts has `nodeType: none`",
                _ => "an object or an array is to be one text",
            };
            return Err(Problem {
                place: schema.span,
                reason: reason.to_owned(),
            });
        }
        Ok(XmlNode {
            place,
            name: if is_named { name.to_owned() } else { String::new() },
            prefix: if is_named { prefix } else { None },
            namespace: if is_named { namespace } else { None },
            nullable: self.lowering.has_null(id),
            value,
        })
    }

    /// Gathers what is said on the way to the values.
    ///
    /// Up to 3.1, what stands nearer to the place goes first, and a reference is no more than that. In 3.2 it has no
    /// node of its own: the element is the component's, under the component's name.
    fn said(
        &self,
        id: SchemaId,
        inferred: Option<&str>,
        role: Role,
    ) -> Result<Said<'l>, Problem> {
        let document = self.lowering.document;
        let strict = document.version >= Version::V3_2;
        let mut said = Said {
            inferred: inferred.map(str::to_owned),
            name: None,
            namespace: None,
            prefix: None,
            place: None,
            wrapped: false,
            end: id,
        };
        // Whether the node is settled, so that what follows can add none, and whether a reference has an element.
        let (mut settled, mut around) = (false, false);
        for _ in 0..document.schemas.0.len() {
            let schema = &document.schemas[said.end];
            let own = schema.xml.as_ref();
            let next = schema.reference.as_ref().map(|reference| reference.target);
            let by_reference = next.is_some();
            let next = next.or_else(|| wrapped(document, schema));
            let component = schema.component.as_deref();
            if let Some(component) = component
                && (role != Role::Property && said.inferred.is_none()
                    || strict && !settled && said.end != id)
            {
                said.inferred = Some(component.to_owned());
            }
            let place = own.and_then(node_type);
            let is_list = schema.kinds.has(Kind::Array) || schema.items.is_some();
            let has_element = match place {
                Some(place) => place == XmlPlace::Element,
                None => next.is_none() && !is_list,
            };
            if strict && around && has_element {
                let reason = "an element stands within another for one value, which only `nodeType: none` spares";
                return Err(Problem {
                    place: schema.span,
                    reason: reason.to_owned(),
                });
            }
            if !strict || !settled && (place.is_some() || !by_reference) {
                said.add(own, place);
            }
            around |= by_reference && has_element;
            settled |= place.is_some() || !by_reference;
            match next {
                Some(next) => said.end = next,
                None => break,
            }
        }
        Ok(said)
    }

    fn place(
        &mut self,
        said: &Said<'_>,
        role: Role,
        is_list: bool,
        schema: &Schema,
    ) -> XmlPlace {
        if said.wrapped && !is_list {
            self.note(schema, "`xml.wrapped` means something beside an array alone");
        }
        match said.place {
            Some(place) => place,
            // Up to 3.1, the specification leaves it open; a document of several roots is none.
            None if is_list && (said.wrapped || role == Role::Root) => XmlPlace::Element,
            None if is_list => XmlPlace::None,
            None => XmlPlace::Element,
        }
    }

    fn namespace(
        &mut self,
        said: &Said<'_>,
        place: XmlPlace,
        schema: &Schema,
    ) -> Result<(Option<String>, Option<String>), Problem> {
        let prefix = said.prefix.filter(|prefix| !prefix.text.is_empty());
        let namespace = said.namespace.filter(|namespace| !namespace.text.is_empty());
        if let Some(prefix) = prefix.filter(|prefix| !is_prefix(&prefix.text)) {
            let reason =
                format!("`{}` is not a prefix that XML lets one choose", prefix.text);
            return Err(Problem { place: prefix.span, reason });
        }
        if let Some(namespace) =
            namespace.filter(|text| text.text.chars().any(char::is_control))
        {
            let reason = "its namespace has a character that no URI has".to_owned();
            return Err(Problem {
                place: namespace.span,
                reason,
            });
        }
        match (prefix, namespace) {
            (Some(_), None) => {
                self.note(schema, "an XML prefix without a namespace is not declared");
            }
            (None, Some(_)) if place == XmlPlace::Attribute => {
                self.note(schema, "an attribute is in no namespace without a prefix");
                return Ok((None, None));
            }
            _ => {}
        }
        let text = |text: &Text| text.text.to_string();
        Ok((prefix.map(text), namespace.map(text)))
    }

    /// The name of the component that a schema refers to: items of a root element are called so.
    fn component(&self, id: SchemaId) -> Option<&'l str> {
        let document = self.lowering.document;
        let reference = document.schemas[id].reference.as_ref()?;
        document.schemas[reference.target].component.as_deref()
    }

    /// Keeps something that is worth saying, once for each place.
    pub(super) fn note(&mut self, schema: &Schema, message: &str) {
        let note = (schema.span, message.to_owned());
        if self.said.insert(note.clone()) {
            self.notes.push(note);
        }
    }
}

impl<'d> Said<'d> {
    /// Adds what a schema says, where nothing was said before.
    fn add(&mut self, xml: Option<&'d Xml>, place: Option<XmlPlace>) {
        let Some(xml) = xml else { return };
        self.name = self.name.or(xml.name.as_ref());
        if self.namespace.is_none() && self.prefix.is_none() {
            (self.namespace, self.prefix) =
                (xml.namespace.as_ref(), xml.prefix.as_ref());
        }
        self.place = self.place.or(place);
        self.wrapped |= xml.wrapped;
    }
}

/// `nodeType`, for which `attribute` is an older word; one that the specification does not know counts for none.
fn node_type(xml: &Xml) -> Option<XmlPlace> {
    match xml.node_type.as_ref().map(|text| &*text.text) {
        Some("element") => Some(XmlPlace::Element),
        Some("attribute") => Some(XmlPlace::Attribute),
        Some("text") => Some(XmlPlace::Text),
        Some("cdata") => Some(XmlPlace::Cdata),
        Some("none") => Some(XmlPlace::None),
        _ => xml.attribute.then_some(XmlPlace::Attribute),
    }
}

/// What a schema is in the end, behind references and other names.
pub(super) fn end(document: &Document, id: SchemaId) -> SchemaId {
    crate::lower::target::target_id(document, id)
}
