//! Types on their way to a name: inline ones that are equal become one.

use std::collections::BTreeMap;

use crate::diagnostic::Span;
use crate::document::SchemaId;
use crate::ir::{Access, Docs, Presence, Shape, Type, TypeId};
use crate::name::Words;

/// A type without a name.
#[derive(Debug)]
pub(super) struct Draft {
    /// What it is; `None` while it is being worked out.
    pub(super) shape: Option<Shape>,
    pub(super) docs: Docs,
    pub(super) deprecated: bool,
    pub(super) origin: Span,
    /// The name it has in the document, where it has one.
    pub(super) component: Option<Words>,
    /// Its name or place as people write it.
    pub(super) title: String,
    /// Where it stands inline.
    pub(super) uses: Vec<Use>,
    /// The schemas it was made from.
    pub(super) schemas: Vec<SchemaId>,
}

/// A place at which an inline type stands.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub(super) parent: Parent,
    pub(super) words: Words,
}

/// What holds an inline type.
#[derive(Debug, Clone)]
pub(super) enum Parent {
    /// A type.
    Type(TypeId),
    /// An operation or a component that is no type, by its words.
    Root(Words),
}

/// Every type found so far.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) types: Vec<Draft>,
    /// Schemas that have a type: components, and what references point at.
    pub(super) by_schema: BTreeMap<SchemaId, TypeId>,
    /// Types that references were found to and that are still to be worked out.
    pub(super) pending: Vec<(SchemaId, TypeId)>,
    /// Inline types by what makes them equal.
    equal: BTreeMap<Key, TypeId>,
}

/// What makes two inline types equal: everything but their prose.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Struct(Vec<(Named, Type, Presence, Access)>, Option<Type>),
    Enumeration(Vec<Named>, bool),
    Union(Vec<Type>, Option<String>),
}

/// A name in the document, and the one in Rust, which the configuration may set apart.
type Named = (String, String);

impl Drafts {
    /// Makes room for a type that may refer to itself.
    pub(super) fn reserve(&mut self, draft: Draft) -> TypeId {
        let id = TypeId(u32::try_from(self.types.len()).unwrap_or(u32::MAX));
        for schema in &draft.schemas {
            self.by_schema.insert(*schema, id);
        }
        self.types.push(draft);
        id
    }

    pub(super) fn get(&self, id: TypeId) -> &Draft {
        &self.types[id.0 as usize]
    }

    pub(super) fn get_mut(&mut self, id: TypeId) -> &mut Draft {
        &mut self.types[id.0 as usize]
    }

    /// The inline type that is equal to the one just worked out under `id`; the latter is then given up.
    ///
    /// `id` must be the newest type, or have been merged with nothing that refers to it.
    pub(super) fn merged(&mut self, id: TypeId) -> TypeId {
        let Some(key) = self.get(id).shape.as_ref().and_then(key) else { return id };
        let kept = *self.equal.entry(key).or_insert(id);
        if kept != id && self.types.len() == id.0 as usize + 1 {
            if let Some(same) = self.types.pop() {
                self.get_mut(kept).uses.extend(same.uses);
                for schema in same.schemas {
                    self.by_schema.insert(schema, kept);
                    self.get_mut(kept).schemas.push(schema);
                }
            }
            return kept;
        }
        id
    }
}

fn key(shape: &Shape) -> Option<Key> {
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            let fields = fields.map(|field| {
                let named = (field.wire.clone(), field.name.to_string());
                (named, field.ty.clone(), field.presence, field.access)
            });
            Some(Key::Struct(
                fields.collect(),
                object.rest.as_ref().map(|(_, ty)| ty.clone()),
            ))
        }
        Shape::Enumeration(list) => {
            let values = list
                .variants
                .iter()
                .map(|variant| (variant.wire.clone(), variant.name.to_string()));
            Some(Key::Enumeration(values.collect(), list.open))
        }
        Shape::Union(union) => {
            let types = union.branches.iter().map(|branch| branch.ty.clone());
            let tag = union.tag.as_ref().map(|tag| tag.property.clone());
            Some(Key::Union(types.collect(), tag))
        }
        Shape::Alias(_) => None,
    }
}
