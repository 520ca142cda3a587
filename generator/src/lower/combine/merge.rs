//! `allOf`: one schema that says what all of its branches say.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::annotations;
use super::values::Known;
use super::{Combining, bare, index, limits};
use crate::document::{Kind, Kinds, Schema, SchemaId, Value};

/// A `$ref` with keywords beside it that shape its values (JSON Schema 2020-12, 8.2.3.1) is an `allOf` of both.
pub(super) fn reference(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &combining.schemas[index(id)];
    let combined = bare::is_union(schema) || !schema.all_of.is_empty();
    if schema.reference.is_none() || !(bare::shapes(schema) || combined) {
        return;
    }
    let referring = Schema {
        span: schema.span,
        reference: schema.reference.clone(),
        ..Schema::default()
    };
    let referring = combining.add(referring);
    let schema = &mut combining.schemas[index(id)];
    schema.reference = None;
    schema.all_of.insert(0, referring);
}

/// Merges the branches of `allOf` into the schema itself, unless it is but another name for one of them.
pub(super) fn all_of(combining: &mut Combining<'_>, id: SchemaId, depth: usize) {
    let branches = std::mem::take(&mut combining.schemas[index(id)].all_of);
    let branches = without_bare(combining, id, branches);
    let schema = &mut combining.schemas[index(id)];
    if let [only] = branches[..]
        && bare::is_at_most_object(schema)
        && !bare::is_union(schema)
    {
        schema.nullable |= schema.kinds.has(Kind::Null);
        schema.kinds = Kinds::default();
        schema.all_of = vec![only];
        return;
    }
    let mut names = Names::of(&combining.schemas[index(id)]);
    for branch in branches {
        let Some(target) =
            combining.settled(branch, depth + 1).filter(|target| *target != id)
        else {
            combining
                .refuse(id, "`allOf` leads back to the schema it stands in".to_owned());
            continue;
        };
        // Meanwhile an object that nothing more is known of stands for what is merged.
        let stand_in = Schema {
            span: combining.schemas[index(id)].span,
            kinds: Kinds::of(Kind::Object),
            ..Schema::default()
        };
        let mut merged = std::mem::replace(&mut combining.schemas[index(id)], stand_in);
        let other = combining.schemas[index(target)].clone();
        intersect(combining, id, &mut merged, &mut names, other);
        combining.schemas[index(id)] = merged;
    }
}

/// The branches that say something of the values; what the others say besides is taken over.
fn without_bare(
    combining: &mut Combining<'_>,
    id: SchemaId,
    branches: Vec<SchemaId>,
) -> Vec<SchemaId> {
    let (bare, branches): (Vec<_>, Vec<_>) = branches.into_iter().partition(|branch| {
        let schema = &combining.schemas[index(*branch)];
        let alone = schema.reference.is_none() && schema.all_of.is_empty();
        alone && !bare::is_union(schema) && bare::is_at_most_object(schema)
    });
    // Objects of which nothing more is known are objects all the same, unless another branch says what they are.
    if branches.is_empty() {
        return bare;
    }
    for branch in bare {
        let other = combining.schemas[index(branch)].clone();
        let schema = &mut combining.schemas[index(id)];
        schema.nullable |= other.nullable;
        annotate(schema, other);
    }
    branches
}

/// Takes over prose, examples and marks where there are none yet.
fn annotate(schema: &mut Schema, other: Schema) {
    schema.title = schema.title.take().or(other.title);
    schema.description = schema.description.take().or(other.description);
    schema.default = schema.default.take().or(other.default);
    schema.xml = schema.xml.take().or(other.xml);
    schema.external_docs = schema.external_docs.take().or(other.external_docs);
    if schema.examples.is_empty() {
        schema.examples = other.examples;
    }
    schema.deprecated |= other.deprecated;
    schema.read_only |= other.read_only;
    schema.write_only |= other.write_only;
}

/// Narrows a schema to what another one allows, too.
fn intersect(
    combining: &mut Combining<'_>,
    id: SchemaId,
    schema: &mut Schema,
    names: &mut Names,
    other: Schema,
) {
    if !kinds(combining, id, schema, &other) {
        *names = Names::default();
    }
    values(combining, id, schema, &other);
    properties(combining, schema, names, &other);
    schema.additional_properties = additional(combining, schema, &other);
    (schema.prefix_items, schema.items) = items(combining, schema, &other);
    for pattern in other.pattern_properties {
        schema.pattern_properties.push(pattern);
    }
    if other.format.is_some() {
        schema.format = schema.format.take().or(other.format);
    }
    schema.pattern = schema.pattern.take().or(other.pattern);
    schema.limits = limits::both(std::mem::take(&mut schema.limits), &other.limits);
    schema.unique_items |= other.unique_items;
    schema.property_names = schema.property_names.or(other.property_names);
    schema.dependent_required.extend(other.dependent_required);
    schema.not = schema.not.or(other.not);
    schema.contains = schema.contains.or(other.contains);
    schema.conditions.extend(other.conditions);
    schema.content_encoding = schema.content_encoding.take().or(other.content_encoding);
    schema.content_media_type =
        schema.content_media_type.take().or(other.content_media_type);
    unions(combining, id, schema, other.one_of, other.any_of);
    if bare::is_union(schema) {
        schema.discriminator = schema.discriminator.take().or(other.discriminator);
    }
    if schema.description.is_none() && other.component.is_none() {
        schema.description = other.description;
    }
    if schema.xml.is_none() && other.component.is_none() {
        schema.xml = other.xml;
    }
    schema.deprecated |= other.deprecated && other.component.is_none();
    schema.read_only |= other.read_only;
    schema.write_only |= other.write_only;
}

/// Narrows `type`; `false` when nothing of the schema is left, since the other one contradicts it.
fn kinds(
    combining: &mut Combining<'_>,
    id: SchemaId,
    schema: &mut Schema,
    other: &Schema,
) -> bool {
    let implied = |schema: &Schema| match schema.kinds {
        kinds if !kinds.is_empty() => kinds,
        _ if !schema.properties.is_empty() || schema.additional_properties.is_some() => {
            Kinds::of(Kind::Object)
        }
        none => none,
    };
    let (one, two) = (implied(schema), implied(other));
    schema.kinds = match (one.is_empty(), two.is_empty()) {
        (true, _) => two,
        (_, true) => one,
        _ => one.and(two),
    };
    let agree = !schema.kinds.is_empty() || one.is_empty() || two.is_empty();
    if !agree {
        combining.contradiction(id, "by its `type`");
        *schema = Schema {
            kinds: two,
            ..annotations(schema)
        };
    }
    agree
}

fn values(
    combining: &mut Combining<'_>,
    id: SchemaId,
    schema: &mut Schema,
    other: &Schema,
) {
    let Some(theirs) = listed(other) else { return };
    let Some(ours) = listed(schema) else {
        (schema.values, schema.constant) =
            (other.values.clone(), other.constant.clone());
        return;
    };
    let mut known = Known::default();
    for value in theirs {
        known.insert(value);
    }
    let both: Vec<Value> =
        ours.into_iter().filter(|value| known.has(value)).cloned().collect();
    if both.is_empty() {
        combining.contradiction(id, "by its listed values");
        (schema.values, schema.constant) =
            (other.values.clone(), other.constant.clone());
        return;
    }
    (schema.values, schema.constant) = (Some(both), None);
}

/// The values of `enum` and `const`.
fn listed(schema: &Schema) -> Option<Vec<&Value>> {
    let any = schema.values.is_some() || schema.constant.is_some();
    any.then(|| schema.values.iter().flatten().chain(&schema.constant).collect())
}

/// The names that the properties and the list of required ones have so far.
#[derive(Default)]
struct Names {
    properties: BTreeMap<Box<str>, usize>,
    required: BTreeSet<Box<str>>,
}

impl Names {
    fn of(schema: &Schema) -> Self {
        let properties = schema.properties.iter().enumerate();
        let required = schema.required.iter().map(|name| name.text.clone());
        Self {
            properties: properties
                .map(|(at, property)| (property.name.text.clone(), at))
                .collect(),
            required: required.collect(),
        }
    }
}

/// Properties in the order in which they are met; one that both name satisfies both.
fn properties(
    combining: &mut Combining<'_>,
    schema: &mut Schema,
    names: &mut Names,
    other: &Schema,
) {
    for property in &other.properties {
        let next = schema.properties.len();
        let at = *names.properties.entry(property.name.text.clone()).or_insert(next);
        match schema.properties.get_mut(at) {
            Some(known) => known.schema = combining.both(known.schema, property.schema),
            None => schema.properties.push(property.clone()),
        }
    }
    for name in &other.required {
        if names.required.insert(name.text.clone()) {
            schema.required.push(name.clone());
        }
    }
}

/// `prefixItems` and `items` of both: what stands at each position satisfies what either says of it.
fn items(
    combining: &mut Combining<'_>,
    schema: &Schema,
    other: &Schema,
) -> (Vec<SchemaId>, Option<SchemaId>) {
    let mut both = |one: Option<SchemaId>, two: Option<SchemaId>| match (one, two) {
        // Nothing is more than nothing.
        (Some(one), Some(_)) if combining.is_never(one) => Some(one),
        (Some(_), Some(two)) if combining.is_never(two) => Some(two),
        (Some(one), Some(two)) => Some(combining.both(one, two)),
        (one, two) => one.or(two),
    };
    let at = |schema: &Schema, position: usize| {
        schema.prefix_items.get(position).copied().or(schema.items)
    };
    let count = schema.prefix_items.len().max(other.prefix_items.len());
    let positions = (0..count)
        .filter_map(|position| both(at(schema, position), at(other, position)));
    (positions.collect(), both(schema.items, other.items))
}

/// `additionalProperties` of both.
///
/// `false` in one of several is a mistake that is often made: it would forbid the properties of the others, of which then
/// no value would be left. It is read as meant for the whole.
fn additional(
    combining: &mut Combining<'_>,
    schema: &Schema,
    other: &Schema,
) -> Option<SchemaId> {
    let (one, two) = (schema.additional_properties, other.additional_properties);
    let says = |id: SchemaId| combining.schemas[index(id)].boolean;
    match (one, two) {
        (Some(one), Some(two)) => match (says(one), says(two)) {
            (Some(false), _) | (_, Some(true)) => Some(one),
            (_, Some(false)) | (Some(true), _) => Some(two),
            _ => Some(combining.both(one, two)),
        },
        (one, two) => one.or(two),
    }
}

/// Unions of both: where both are one, each branch of the first is to satisfy the second.
fn unions(
    combining: &mut Combining<'_>,
    id: SchemaId,
    schema: &mut Schema,
    one_of: Vec<SchemaId>,
    any_of: Vec<SchemaId>,
) {
    for (ours, theirs) in [(&mut schema.one_of, one_of), (&mut schema.any_of, any_of)] {
        if ours.is_empty() {
            *ours = theirs;
        } else if !theirs.is_empty() && *ours != theirs {
            let union = combining.add(Schema {
                span: schema.span,
                one_of: theirs,
                ..Schema::default()
            });
            *ours = ours.iter().map(|branch| combining.both(*branch, union)).collect();
            if combining.schemas.len() >= combining.most {
                combining
                    .refuse(id, "`allOf` of unions makes too many branches".to_owned());
                break;
            }
        }
    }
}
