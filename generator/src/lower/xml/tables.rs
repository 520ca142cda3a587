//! The tables found so far, and their names.

use std::collections::BTreeMap;

use crate::document::SchemaId;
use crate::ir::{Xml, XmlNode, XmlRoot, XmlShape, XmlTable};
use crate::name::{Scope, Value, Words};

/// Every table found so far.
#[derive(Debug, Default)]
pub(in crate::lower) struct Tables {
    drafts: Vec<Draft>,
    /// The tables by what they are of: a schema, and the name that its items have for want of another.
    known: BTreeMap<(SchemaId, String), usize>,
    roots: Vec<(Words, XmlNode)>,
    /// Tables that are still to be worked out.
    pub(super) open: Vec<Open>,
}

#[derive(Debug)]
struct Draft {
    schema: SchemaId,
    words: Words,
    shape: Option<XmlShape>,
}

/// A table that is still to be worked out.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) table: usize,
    pub(super) schema: SchemaId,
    pub(super) name: String,
    pub(super) words: Words,
}

impl Tables {
    /// Where the tables of the next root begin.
    pub(super) fn begin(&self) -> usize {
        self.drafts.len()
    }

    /// Gives up the tables of a root that has no form.
    pub(super) fn forget(&mut self, begin: usize) {
        self.drafts.truncate(begin);
        self.known.retain(|_, table| *table < begin);
        self.open.clear();
    }

    /// The table of a schema, made when it is asked for the first time.
    pub(super) fn of(&mut self, schema: SchemaId, name: &str, words: &Words) -> usize {
        let next = self.drafts.len();
        let table = *self.known.entry((schema, name.to_owned())).or_insert(next);
        if table == next {
            self.drafts.push(Draft {
                schema,
                words: words.clone(),
                shape: None,
            });
            self.open.push(Open {
                table,
                schema,
                name: name.to_owned(),
                words: words.clone(),
            });
        }
        table
    }

    pub(super) fn fill(&mut self, table: usize, shape: XmlShape) {
        self.drafts[table].shape = Some(shape);
    }

    /// What a table is made of, once that was worked out.
    pub(super) fn shape(&self, table: usize) -> Option<&XmlShape> {
        self.drafts.get(table)?.shape.as_ref()
    }

    /// The schema that a table is of.
    pub(super) fn schema(&self, table: usize) -> Option<SchemaId> {
        self.drafts.get(table).map(|draft| draft.schema)
    }

    /// Adds a root element, unless it is there.
    pub(super) fn root(&mut self, words: &Words, node: XmlNode) -> usize {
        let known = self.roots.iter().position(|(_, other)| *other == node);
        known.unwrap_or_else(|| {
            self.roots.push((words.clone(), node));
            self.roots.len() - 1
        })
    }

    /// All of them, with names.
    pub(in crate::lower) fn named(self) -> Xml {
        let mut names = Scope::<Value>::default();
        let tables = self.drafts.into_iter().filter_map(|draft| {
            let name = names.give(&draft.words);
            Some(XmlTable { name, shape: draft.shape? })
        });
        let tables = tables.collect();
        let roots = self.roots.into_iter().map(|(words, node)| XmlRoot {
            name: names.give(&words),
            node,
        });
        let roots = roots.collect();
        Xml { tables, roots }
    }
}
