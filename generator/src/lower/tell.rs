//! What tells the branches of a union apart.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::null::{branches, is_null};
use super::schema::is_array;
use super::target::target_id;
use crate::document::{Kind, Schema, SchemaId, Value, ValueKind};
use crate::ir::{Constant, Tell, TellingProperty};

/// How deep lists and unions within a union are looked into.
const DEEPEST: usize = 4;

/// The most properties that are looked at to tell a branch, and the most shapes of what stands at a position of a tuple.
const MOST: usize = 12;

/// The shapes of each branch.
pub(super) fn tells(lowering: &Lowering<'_>, ids: &[SchemaId]) -> Vec<Vec<Tell>> {
    let (mut objects, mut seen) = (Vec::new(), BTreeMap::new());
    for id in ids {
        add_objects(lowering, *id, 0, &mut seen, &mut objects);
    }
    let common = common(&objects);
    let telling = telling(lowering, &objects);
    let context = Context {
        lowering,
        common,
        telling,
        known: RefCell::default(),
    };
    let mut tells: Vec<Vec<Tell>> =
        ids.iter().map(|id| context.tells(*id, Place::default())).collect();
    tell_texts(lowering, ids, &mut tells);
    tells
}

/// Tells texts by what they list, where several branches are texts.
fn tell_texts(lowering: &Lowering<'_>, ids: &[SchemaId], tells: &mut [Vec<Tell>]) {
    let are_texts = tells.iter().filter(|tells| tells.contains(&Tell::Text)).count();
    for (id, tells) in ids.iter().zip(tells).filter(|_| are_texts > 1) {
        if *tells != [Tell::Text] {
            continue;
        }
        let texts = listed(lowering, *id).into_iter().flatten();
        let texts = texts.filter_map(|value| match value {
            Constant::Text(text) => Some(text),
            _ => None,
        });
        let texts: Vec<String> = texts.collect();
        if !texts.is_empty() {
            *tells = vec![Tell::Listed(texts)];
        }
    }
}

/// What a schema leads to, and where that stands.
pub(super) fn end<'a>(lowering: &Lowering<'a>, id: SchemaId) -> (SchemaId, &'a Schema) {
    let id = target_id(lowering.document, id);
    (id, &lowering.document.schemas[id])
}

/// The values that a property of a schema may hold, where it lists them and they are of one kind; `null` aside.
pub(super) fn listed(lowering: &Lowering<'_>, id: SchemaId) -> Option<Vec<Constant>> {
    let (_, schema) = end(lowering, id);
    let values = schema.values.iter().flatten().chain(&schema.constant);
    let values = values.filter(|value| value.kind != ValueKind::Null);
    let found: Vec<Constant> = values.map(constant).collect::<Option<_>>()?;
    let kind = std::mem::discriminant(found.first()?);
    found.iter().all(|value| std::mem::discriminant(value) == kind).then_some(found)
}

fn constant(value: &Value) -> Option<Constant> {
    match &value.kind {
        ValueKind::String(text) => Some(Constant::Text(text.to_string())),
        ValueKind::Bool(yes) => Some(Constant::Bool(*yes)),
        ValueKind::Number(digits) => digits.parse().ok().map(Constant::Integer),
        _ => None,
    }
}

/// Where a schema stands within a union.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    depth: usize,
    /// Whether it says what stands at a position of a tuple: there are as many as there are positions, so that the arrays
    /// there are looked into no further, and few branches of unions are.
    in_tuple: bool,
}

impl Place {
    fn below(self) -> Self {
        Self {
            depth: self.depth + 1,
            ..self
        }
    }

    fn at_a_position(self) -> Self {
        Self {
            depth: self.below().depth.max(DEEPEST - 1),
            in_tuple: true,
        }
    }
}

struct Context<'l, 'a> {
    lowering: &'l Lowering<'a>,
    /// Properties that every object among the branches requires: they tell nothing.
    common: BTreeSet<&'a str>,
    /// Properties of which several branches list values that they do not share.
    telling: BTreeSet<&'a str>,
    /// The shapes of unions within the union, by where they stand: as many ways may lead to one as a document likes.
    known: RefCell<BTreeMap<(SchemaId, Place), Vec<Tell>>>,
}

impl Context<'_, '_> {
    fn tells(&self, id: SchemaId, place: Place) -> Vec<Tell> {
        let (id, schema) = end(self.lowering, id);
        let document = self.lowering.document;
        let inner = branches(schema);
        if place.depth > DEEPEST || (place.in_tuple && inner.len() > MOST) {
            return vec![Tell::Any];
        }
        if !inner.is_empty() {
            if let Some(known) = self.known.borrow().get(&(id, place)) {
                return known.clone();
            }
            let inner = inner.iter().filter(|id| !is_null(document, **id));
            let mut all: Vec<Tell> =
                inner.flat_map(|id| self.tells(*id, place.below())).collect();
            all.sort();
            all.dedup();
            self.known.borrow_mut().insert((id, place), all.clone());
            return all;
        }
        let kind = schema.kinds.iter().find(|kind| *kind != Kind::Null);
        vec![match kind {
            Some(Kind::Boolean) => Tell::Bool,
            Some(Kind::Integer) => Tell::Integer,
            Some(Kind::Number) => Tell::Number,
            Some(Kind::String) => Tell::Text,
            Some(Kind::Array) => self.list(schema, place),
            Some(Kind::Object) => self.object(schema),
            Some(Kind::Null) | None if is_object(schema) => self.object(schema),
            Some(Kind::Null) | None if is_array(schema) => self.list(schema, place),
            Some(Kind::Null) | None => Tell::Any,
        }]
    }

    fn list(&self, schema: &Schema, place: Place) -> Tell {
        if schema.prefix_items.is_empty() {
            let items = schema.items.filter(|_| !place.in_tuple);
            let items = items.map(|items| self.item(items, place.below()));
            return Tell::List(items.unwrap_or_default());
        }
        let positions = schema.prefix_items.iter().map(|item| {
            let tells =
                (!place.in_tuple).then(|| self.item(*item, place.at_a_position()));
            tells.filter(|tells| tells.len() <= MOST).unwrap_or_default()
        });
        Tell::Tuple(positions.collect())
    }

    /// The shapes of an item; none, where it may be anything.
    fn item(&self, id: SchemaId, place: Place) -> Vec<Tell> {
        let mut tells = self.tells(id, place);
        if tells.contains(&Tell::Any) {
            return Vec::new();
        }
        if self.lowering.has_null(id) {
            tells.push(Tell::Null);
        }
        tells
    }

    fn object(&self, schema: &Schema) -> Tell {
        let required: BTreeSet<&str> =
            schema.required.iter().map(|name| &*name.text).collect();
        let mut properties: Vec<TellingProperty> = Vec::new();
        for property in &schema.properties {
            let wire = &*property.name.text;
            let (_, value) = end(self.lowering, property.schema);
            let listed = listed(self.lowering, property.schema).unwrap_or_default();
            let values = if listed.len() == 1 || self.telling.contains(wire) {
                listed
            } else {
                Vec::new()
            };
            let hidden = value.write_only
                || self.lowering.document.schemas[property.schema].write_only;
            let required = required.contains(wire) && !hidden;
            let tells = required && !self.common.contains(wire) || !values.is_empty();
            if tells {
                properties.push(TellingProperty {
                    wire: wire.to_owned(),
                    required,
                    values,
                });
            }
        }
        properties.sort_by_key(|property| property.values.is_empty());
        properties.truncate(MOST);
        Tell::Object(properties)
    }
}

fn is_object(schema: &Schema) -> bool {
    !schema.properties.is_empty() || schema.additional_properties.is_some()
}

/// Adds the object schemas of a branch: itself, or those of a union within it. One that is met again is added once more,
/// which says that it is told from itself by nothing, and no oftener.
fn add_objects<'a>(
    lowering: &Lowering<'a>,
    id: SchemaId,
    depth: usize,
    seen: &mut BTreeMap<(SchemaId, usize), usize>,
    found: &mut Vec<&'a Schema>,
) {
    let (id, schema) = end(lowering, id);
    let times = seen.entry((id, depth)).or_default();
    *times += 1;
    if *times > 2 {
        return;
    }
    let inner = branches(schema);
    if !inner.is_empty() && depth < DEEPEST {
        for id in inner {
            add_objects(lowering, *id, depth + 1, seen, found);
        }
    } else if schema.kinds.has(Kind::Object) || is_object(schema) {
        found.push(schema);
    }
}

fn common<'a>(objects: &[&'a Schema]) -> BTreeSet<&'a str> {
    let required = |schema: &&'a Schema| -> BTreeSet<&'a str> {
        schema.required.iter().map(|name| &*name.text).collect()
    };
    match objects {
        [] | [_] => BTreeSet::new(),
        [first, rest @ ..] => rest.iter().fold(required(first), |common, schema| {
            common.intersection(&required(schema)).copied().collect()
        }),
    }
}

/// The properties of which at least two objects list values, none of them twice.
fn telling<'a>(lowering: &Lowering<'a>, objects: &[&'a Schema]) -> BTreeSet<&'a str> {
    let mut seen: BTreeMap<&str, (usize, BTreeSet<Constant>, bool)> = BTreeMap::new();
    for schema in objects {
        for property in &schema.properties {
            let Some(values) = listed(lowering, property.schema) else { continue };
            let (count, known, shared) = seen.entry(&*property.name.text).or_default();
            *count += 1;
            for value in values {
                *shared |= !known.insert(value);
            }
        }
    }
    let telling =
        seen.into_iter().filter(|(_, (count, _, shared))| *count > 1 && !shared);
    telling.map(|(name, _)| name).collect()
}
