//! A `discriminator` without a union: the schemas that build on its schema by `allOf` are what its values may be (OpenAPI
//! 3.2.0, "Models with Polymorphism Support").

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::annotations;
use super::{Combining, bare, id, index};
use crate::document::{Named, Schema, SchemaId, Text};

/// For each schema with a discriminator of its own, the components that build on it.
pub(super) type Heirs = BTreeMap<SchemaId, BTreeSet<SchemaId>>;

/// Finds the heirs, before `allOf` is merged.
pub(super) fn found(combining: &mut Combining<'_>) -> Heirs {
    lifted(combining);
    let mut direct: BTreeMap<SchemaId, BTreeSet<SchemaId>> = BTreeMap::new();
    for (position, schema) in combining.schemas.iter().enumerate() {
        if schema.component.is_some() {
            for branch in &schema.all_of {
                direct
                    .entry(combining.target(*branch))
                    .or_default()
                    .insert(id(position));
            }
        }
    }
    let mut heirs = Heirs::new();
    let (mut count, mut beyond) = (0, None);
    for (position, schema) in combining.schemas.iter().enumerate() {
        let Some(discriminator) =
            schema.discriminator.as_ref().filter(|_| !bare::is_union(schema))
        else {
            continue;
        };
        let parent = id(position);
        let mapped =
            discriminator.mapping.iter().map(|entry| combining.target(entry.value));
        let mut open: Vec<SchemaId> =
            mapped.filter(|target| *target != parent).collect();
        open.extend(direct.get(&parent).into_iter().flatten());
        let mut all = BTreeSet::new();
        while let Some(next) = open.pop() {
            if count < combining.most && next != parent && all.insert(next) {
                count += 1;
                open.extend(direct.get(&next).into_iter().flatten());
            }
        }
        if count >= combining.most {
            beyond = Some(parent);
            break;
        }
        if !all.is_empty() {
            heirs.insert(parent, all);
        }
    }
    if let Some(parent) = beyond {
        combining.refuse(parent, "discriminators have too many heirs in all".to_owned());
        heirs.clear();
    }
    heirs
}

/// Gives a component the discriminator that stands in a part of its `allOf`, which is nothing by itself.
fn lifted(combining: &mut Combining<'_>) {
    for position in 0..combining.schemas.len() {
        let schema = &combining.schemas[position];
        if schema.component.is_none() || schema.discriminator.is_some() {
            continue;
        }
        let part = schema.all_of.iter().copied().find(|part| {
            let part = &combining.schemas[index(*part)];
            let is_inline = part.reference.is_none() && part.component.is_none();
            is_inline && part.discriminator.is_some() && !bare::is_union(part)
        });
        if let Some(part) = part {
            let discriminator = combining.schemas[index(part)].discriminator.take();
            combining.schemas[position].discriminator = discriminator;
        }
    }
}

/// Makes each such schema a union of its heirs, and of what it says itself for values that name none of them.
pub(super) fn joined(combining: &mut Combining<'_>, heirs: Heirs) {
    for (parent, heirs) in heirs {
        let schema = &combining.schemas[index(parent)];
        let Some(mut discriminator) = schema.discriminator.clone() else { continue };
        let span = schema.span;
        let name = schema.component.clone().map(|text| Text { text, span });
        let title = Text { text: "Base".into(), span };
        let whole = annotations(schema);
        // An heir that adds nothing is what the parent was, and not another name for what it becomes.
        let plain = Schema {
            discriminator: None,
            ..schema.clone()
        };
        for heir in &heirs {
            if combining.target(*heir) == parent {
                let named = annotations(&combining.schemas[index(*heir)]);
                combining.schemas[index(*heir)] = Schema {
                    span: named.span,
                    component: named.component,
                    title: named.title,
                    description: named.description,
                    ..plain.clone()
                };
            }
        }
        let schema = &combining.schemas[index(parent)];
        let own = schema.clone();
        let others = match own.additional_properties {
            Some(others) => others,
            None => combining.add(Schema {
                span,
                boolean: Some(true),
                ..Schema::default()
            }),
        };
        // What an unknown heir adds is kept.
        let own = combining.add(Schema {
            component: None,
            title: Some(title),
            discriminator: None,
            additional_properties: Some(others),
            ..own
        });
        let named = name.filter(|name| {
            discriminator.mapping.iter().all(|entry| entry.name.text != name.text)
        });
        discriminator.mapping.extend(named.map(|name| Named { name, value: own }));
        discriminator.default = discriminator.default.or(Some(own));
        combining.schemas[index(parent)] = Schema {
            one_of: heirs.into_iter().chain([own]).collect(),
            discriminator: Some(discriminator),
            ..whole
        };
    }
}
