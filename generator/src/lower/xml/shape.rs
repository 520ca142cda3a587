//! What values are made of: the items of arrays, the properties of objects, those of all branches of a union.

use std::collections::BTreeSet;

use super::node::{Role, end};
use super::tables::Open;
use super::{Building, Problem};
use crate::document::{Kind, Schema, SchemaId, ValueKind};
use crate::ir::{XmlNode, XmlPlace, XmlProperty, XmlShape, XmlValue};
use crate::lower::null::{branches, is_null};
use crate::name::Words;

/// How many objects without a node of their own may stand in each other.
const MOST_FLAT: usize = 8;

/// The most branches of unions within a union.
const MOST_BRANCHES: usize = 1_000;

impl Building<'_, '_> {
    /// What the values of a schema are made of; `name` is what items are called for want of another.
    pub(super) fn value(
        &mut self,
        id: SchemaId,
        name: &str,
        words: &Words,
    ) -> Result<XmlValue, Problem> {
        let document = self.lowering.document;
        let id = end(document, id);
        let schema = &document.schemas[id];
        let words = schema.component.as_deref().map_or_else(|| words.clone(), Words::of);
        if !branches(schema).is_empty() {
            return self.union(id, &words);
        }
        let mut kinds = schema.kinds.iter().filter(|kind| *kind != Kind::Null);
        Ok(match (kinds.next(), kinds.next()) {
            (Some(Kind::String), None) => XmlValue::Text,
            (Some(Kind::Integer), None) => XmlValue::Integer,
            (Some(Kind::Number), None) => XmlValue::Number,
            (Some(Kind::Boolean), None) => XmlValue::Boolean,
            (Some(Kind::Array), None) => self.table(id, name, &words),
            (Some(Kind::Object), None) => self.table(id, "", &words),
            (None, _) if is_object(schema) => self.table(id, "", &words),
            (None, _) if schema.items.is_some() => self.table(id, name, &words),
            (None, _) if is_listed(schema) => listed(schema),
            (Some(_), Some(_)) => XmlValue::Literal,
            _ => {
                self.note(schema, "how a value of any sort stands in XML is left open: its elements are read by their names, its texts as texts");
                XmlValue::Any
            }
        })
    }

    /// Works out every table that is still open, one after the other: a document decides the depth.
    pub(super) fn shapes(&mut self) -> Result<(), Problem> {
        while let Some(Open { table, schema, name, words }) =
            self.lowering.xml.open.pop()
        {
            let document = self.lowering.document;
            let of = &document.schemas[schema];
            let shape = if !branches(of).is_empty()
                || is_object(of)
                || of.kinds.has(Kind::Object)
            {
                self.object(schema, &words)?
            } else {
                self.list(of, &name, &words)?
            };
            self.lowering.xml.fill(table, shape);
        }
        Ok(())
    }

    /// Looks at the new tables as a whole, once all of them are known.
    pub(super) fn settled(&self, begin: usize) -> Result<(), Problem> {
        self.ends(begin)?;
        let tables = &self.lowering.xml;
        for table in begin..tables.begin() {
            if let (Some(XmlShape::Object { properties, .. }), Some(schema)) =
                (tables.shape(table), tables.schema(table))
            {
                self.told(schema, properties)?;
            }
        }
        Ok(())
    }

    /// Refuses objects without a node of their own that stand in each other without an end.
    fn ends(&self, begin: usize) -> Result<(), Problem> {
        let tables = &self.lowering.xml;
        let mut flat: BTreeSet<usize> = (begin..tables.begin()).collect();
        for _ in 0..MOST_FLAT {
            let within = flat.iter().flat_map(|table| flat_parts(tables.shape(*table)));
            let within: BTreeSet<usize> = within.collect();
            if within.is_empty() {
                return Ok(());
            }
            flat = within;
        }
        let reason = "objects without a node of their own stand in each other too deep";
        let schema = flat.first().and_then(|table| tables.schema(*table));
        let place = schema.map(|id| self.lowering.document.schemas[id].span);
        Err(Problem {
            place: place.unwrap_or_default(),
            reason: reason.to_owned(),
        })
    }

    fn table(&mut self, id: SchemaId, name: &str, words: &Words) -> XmlValue {
        XmlValue::Table(self.lowering.xml.of(id, name, words))
    }

    fn list(
        &mut self,
        schema: &Schema,
        name: &str,
        words: &Words,
    ) -> Result<XmlShape, Problem> {
        let Some(items) = schema.items else {
            self.note(schema, "how items of any sort stand in XML is left open");
            return Ok(XmlShape::List(element(name, XmlValue::Any)));
        };
        let words = words.join(&Words::of("item"));
        let item = self.node(items, Some(name), Role::Item, &words)?;
        if item.place != XmlPlace::Element {
            let reason = "items that are no elements cannot be told apart".to_owned();
            return Err(Problem { place: schema.span, reason });
        }
        Ok(XmlShape::List(item))
    }

    /// The properties of an object, or those of all branches of a union.
    fn object(&mut self, id: SchemaId, words: &Words) -> Result<XmlShape, Problem> {
        let document = self.lowering.document;
        let parts = self.parts(id)?;
        let mut properties: Vec<XmlProperty> = Vec::new();
        let mut rest = None;
        for part in &parts {
            let schema = &document.schemas[*part];
            for property in &schema.properties {
                let wire = &*property.name.text;
                let words = words.join(&Words::of(wire));
                let node =
                    self.node(property.schema, Some(wire), Role::Property, &words)?;
                let required = parts.iter().all(|part| {
                    let required = &document.schemas[*part].required;
                    required.iter().any(|name| *name.text == *wire)
                });
                let found = XmlProperty {
                    wire: wire.to_owned(),
                    required,
                    node,
                };
                match properties.iter().find(|known| known.wire == found.wire) {
                    None => properties.push(found),
                    Some(known) if known.node == found.node => {}
                    Some(_) => {
                        let reason = format!(
                            "the branches of a union have a `{wire}` each, of another form"
                        );
                        return Err(Problem {
                            place: document.schemas[id].span,
                            reason,
                        });
                    }
                }
            }
            rest = rest.or(self.rest(schema, words)?);
        }
        if let Some(discriminator) = &document.schemas[id].discriminator {
            let wire = &*discriminator.property.text;
            if !properties.iter().any(|known| known.wire == wire) {
                let node = element(wire, XmlValue::Text);
                properties.push(XmlProperty {
                    wire: wire.to_owned(),
                    required: false,
                    node,
                });
            }
        }
        Ok(XmlShape::Object { properties, rest })
    }

    /// Refuses properties that cannot be told from each other.
    fn told(&self, id: SchemaId, properties: &[XmlProperty]) -> Result<(), Problem> {
        let (mut seen, mut flat) = (BTreeSet::new(), BTreeSet::new());
        let mut open: Vec<&XmlProperty> = properties.iter().rev().collect();
        while let Some(XmlProperty { wire, node, .. }) = open.pop() {
            let inner = match node.value {
                XmlValue::Table(table) if node.place == XmlPlace::None => {
                    self.lowering.xml.shape(table).map(|shape| (table, shape))
                }
                _ => None,
            };
            let node = match inner {
                Some((_, XmlShape::List(item))) => item,
                // One that stands there twice is told from itself by nothing.
                Some((table, XmlShape::Object { properties, .. }))
                    if flat.insert(table) =>
                {
                    open.extend(properties.iter().rev());
                    continue;
                }
                Some((_, XmlShape::Object { .. })) => {
                    let reason =
                        format!("nothing tells the parts of `{wire}` from others");
                    return Err(Problem {
                        place: self.lowering.document.schemas[id].span,
                        reason,
                    });
                }
                None => node,
            };
            let is_element = match node.place {
                XmlPlace::Element => true,
                XmlPlace::Attribute => false,
                XmlPlace::Text | XmlPlace::Cdata => {
                    if seen.insert((format!("{:?}", node.place), None)) {
                        continue;
                    }
                    let reason = format!(
                        "nothing tells the text `{wire}` from another in its element"
                    );
                    return Err(Problem {
                        place: self.lowering.document.schemas[id].span,
                        reason,
                    });
                }
                XmlPlace::None => continue,
            };
            let key = (format!("{is_element} {}", node.name), node.namespace.clone());
            if !seen.insert(key) {
                let reason = format!("`{wire}` has the name of another property in XML");
                return Err(Problem {
                    place: self.lowering.document.schemas[id].span,
                    reason,
                });
            }
        }
        Ok(())
    }

    /// What properties are that the schema allows beside those it names.
    fn rest(
        &mut self,
        schema: &Schema,
        words: &Words,
    ) -> Result<Option<XmlValue>, Problem> {
        let Some(id) = schema.additional_properties else {
            return Ok((schema.properties.is_empty()).then_some(XmlValue::Any));
        };
        match self.lowering.document.schemas[id].boolean {
            Some(false) => Ok(None),
            Some(true) => Ok(Some(XmlValue::Any)),
            None => self.value(id, "item", &words.join(&Words::of("value"))).map(Some),
        }
    }

    /// A union: of objects, of which each property has one form; or of texts.
    fn union(&mut self, id: SchemaId, words: &Words) -> Result<XmlValue, Problem> {
        let document = self.lowering.document;
        let parts = self.parts(id)?;
        let is_text = |id: &SchemaId| {
            let schema = &document.schemas[*id];
            let kinds = schema.kinds.without(Kind::Null);
            let kinds = [Kind::Object, Kind::Array].iter().any(|kind| kinds.has(*kind));
            !(kinds || is_object(schema) || schema.items.is_some())
                && (!schema.kinds.is_empty() || is_listed(schema))
        };
        let is_whole = |id: &SchemaId| {
            let schema = &document.schemas[*id];
            schema.kinds.has(Kind::Object) || is_object(schema)
        };
        if parts.iter().all(is_whole) {
            return Ok(self.table(id, "", words));
        }
        if parts.iter().all(is_text) {
            let mut values = parts.iter().map(|part| {
                let kinds = document.schemas[*part].kinds.without(Kind::Null);
                kinds == crate::document::Kinds::of(Kind::String)
            });
            let only_text = values.all(|is_string| is_string);
            return Ok(if only_text { XmlValue::Text } else { XmlValue::Literal });
        }
        let reason = "nothing in XML tells the branches of a union apart".to_owned();
        Err(Problem {
            place: document.schemas[id].span,
            reason,
        })
    }

    /// The schemas that say what values are: the one itself, or those of the branches of a union.
    fn parts(&self, id: SchemaId) -> Result<Vec<SchemaId>, Problem> {
        let document = self.lowering.document;
        let mut open = vec![id];
        let mut seen = BTreeSet::new();
        let mut parts = Vec::new();
        while let Some(next) = open.pop() {
            let next = end(document, next);
            if !seen.insert(next) {
                continue;
            }
            if seen.len() > MOST_BRANCHES {
                let reason = "a union has too many branches".to_owned();
                return Err(Problem {
                    place: document.schemas[id].span,
                    reason,
                });
            }
            let inner = branches(&document.schemas[next]);
            if inner.is_empty() {
                parts.push(next);
            }
            let inner = inner.iter().rev().filter(|branch| !is_null(document, **branch));
            open.extend(inner.copied());
        }
        Ok(parts)
    }
}

/// The objects that stand in an object without a node of their own.
fn flat_parts(shape: Option<&XmlShape>) -> impl Iterator<Item = usize> {
    let properties = match shape {
        Some(XmlShape::Object { properties, .. }) => properties.as_slice(),
        _ => &[],
    };
    properties.iter().filter_map(|property| match property.node.value {
        XmlValue::Table(table) if property.node.place == XmlPlace::None => Some(table),
        _ => None,
    })
}

fn element(name: &str, value: XmlValue) -> XmlNode {
    XmlNode {
        place: XmlPlace::Element,
        name: name.to_owned(),
        prefix: None,
        namespace: None,
        nullable: false,
        value,
    }
}

fn is_object(schema: &Schema) -> bool {
    !schema.properties.is_empty() || schema.additional_properties.is_some()
}

fn is_listed(schema: &Schema) -> bool {
    schema.values.is_some() || schema.constant.is_some()
}

/// What values are that a schema lists without their type.
fn listed(schema: &Schema) -> XmlValue {
    let mut values = schema.values.iter().flatten().chain(&schema.constant);
    if values.all(|value| matches!(value.kind, ValueKind::String(_) | ValueKind::Null)) {
        XmlValue::Text
    } else {
        XmlValue::Literal
    }
}
