//! What the calls that are left need of the tables of XML.

use std::collections::BTreeMap;

use crate::ir::{Group, Xml, XmlNode, XmlShape, XmlTable, XmlValue};

/// Drops the roots and tables that no body of `groups` needs, and gives the others their new places.
pub(in crate::lower) fn narrowed(xml: Xml, groups: &mut [Group]) -> Xml {
    let Xml { tables, roots } = xml;
    let mut new_roots = BTreeMap::new();
    let mut kept_roots = Vec::new();
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    for body in operations.flat_map(|operation| operation.xml_mut()) {
        body.root = *new_roots.entry(body.root).or_insert_with_key(|old| {
            kept_roots.push(roots[*old].clone());
            kept_roots.len() - 1
        });
    }
    let mut kept = Kept {
        tables: &tables,
        places: BTreeMap::new(),
        open: Vec::new(),
    };
    for root in &mut kept_roots {
        kept.moved(&mut root.node.value);
    }
    let mut new_tables = Vec::new();
    while let Some(old) = kept.next(new_tables.len()) {
        let mut table: XmlTable = tables[old].clone();
        for value in values(&mut table.shape) {
            kept.moved(value);
        }
        new_tables.push(table);
    }
    Xml {
        tables: new_tables,
        roots: kept_roots,
    }
}

/// The tables that are kept so far, in the order in which they are met.
struct Kept<'a> {
    tables: &'a [XmlTable],
    places: BTreeMap<usize, usize>,
    open: Vec<usize>,
}

impl Kept<'_> {
    /// Gives a value that leads to a table the table's new place.
    fn moved(&mut self, value: &mut XmlValue) {
        if let XmlValue::Table(table) = value
            && *table < self.tables.len()
        {
            *table = *self.places.entry(*table).or_insert_with_key(|old| {
                self.open.push(*old);
                self.open.len() - 1
            });
        }
    }

    /// The old place of the table that stands at a new one.
    fn next(&self, place: usize) -> Option<usize> {
        self.open.get(place).copied()
    }
}

/// The values that a table leads to.
fn values(shape: &mut XmlShape) -> Vec<&mut XmlValue> {
    match shape {
        XmlShape::List(XmlNode { value, .. }) => vec![value],
        XmlShape::Object { properties, rest } => {
            let own = properties.iter_mut().map(|property| &mut property.node.value);
            own.chain(rest).collect()
        }
    }
}
