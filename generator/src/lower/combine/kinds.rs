//! Several kinds in `type`: a union of one schema each.

use super::{Combining, bare, index};
use crate::document::{Kind, Kinds, Schema, SchemaId, Value, ValueKind};

/// Adds the kinds that the listed values are of where `type` is absent.
pub(super) fn implied(schema: &mut Schema) {
    if !schema.kinds.is_empty() || schema.reference.is_some() {
        return;
    }
    let mut kinds = Kinds::default();
    for value in schema.values.iter().flatten().chain(&schema.constant) {
        let kind = Kind::ALL.into_iter().find(|kind| is_of(value, *kind));
        if let Some(kind) = kind {
            kinds.insert(kind);
        }
    }
    schema.kinds = kinds;
}

/// Makes a schema of several kinds a union of schemas of one kind.
pub(super) fn split(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &combining.schemas[index(id)];
    let mut kinds = schema.kinds.without(Kind::Null);
    if kinds.has(Kind::Number) {
        kinds = kinds.without(Kind::Integer);
    }
    let several = kinds.iter().nth(1).is_some();
    if !several || bare::is_union(schema) || schema.reference.is_some() {
        return;
    }
    let whole = schema.clone();
    let branches = kinds.iter().map(|kind| of_kind(&whole, kind)).collect::<Vec<_>>();
    let branches = branches.into_iter().map(|branch| combining.add(branch)).collect();
    let schema = &mut combining.schemas[index(id)];
    let null = whole.kinds.has(Kind::Null);
    *schema = Schema {
        any_of: branches,
        nullable: whole.nullable || null,
        ..annotations(&whole)
    };
}

/// What a schema says besides what its values are.
pub(super) fn annotations(schema: &Schema) -> Schema {
    Schema {
        span: schema.span,
        component: schema.component.clone(),
        title: schema.title.clone(),
        description: schema.description.clone(),
        default: schema.default.clone(),
        examples: schema.examples.clone(),
        external_docs: schema.external_docs.clone(),
        deprecated: schema.deprecated,
        read_only: schema.read_only,
        write_only: schema.write_only,
        nullable: schema.nullable,
        xml: schema.xml.clone(),
        ..Schema::default()
    }
}

/// What a schema says of values of one kind.
fn of_kind(schema: &Schema, kind: Kind) -> Schema {
    let values = schema.values.as_ref().map(|values| {
        let alike = values.iter().filter(|value| is_of(value, kind));
        alike.cloned().collect::<Vec<Value>>()
    });
    let part = Schema {
        span: schema.span,
        kinds: Kinds::of(kind),
        values: values.filter(|values| !values.is_empty()),
        constant: schema.constant.clone().filter(|value| is_of(value, kind)),
        limits: schema.limits.clone(),
        ..Schema::default()
    };
    match kind {
        Kind::Object => Schema {
            properties: schema.properties.clone(),
            required: schema.required.clone(),
            additional_properties: schema.additional_properties,
            pattern_properties: schema.pattern_properties.clone(),
            property_names: schema.property_names,
            ..part
        },
        Kind::Array => Schema {
            items: schema.items,
            prefix_items: schema.prefix_items.clone(),
            unique_items: schema.unique_items,
            ..part
        },
        Kind::String => Schema {
            format: schema.format.clone(),
            pattern: schema.pattern.clone(),
            ..part
        },
        _ => part,
    }
}

fn is_of(value: &Value, kind: Kind) -> bool {
    match &value.kind {
        ValueKind::Null => kind == Kind::Null,
        ValueKind::Bool(_) => kind == Kind::Boolean,
        ValueKind::Number(text) => {
            let whole = !text.contains(['.', 'e', 'E']);
            kind == Kind::Number || (kind == Kind::Integer && whole)
        }
        ValueKind::String(_) => kind == Kind::String,
        ValueKind::Array(_) => kind == Kind::Array,
        ValueKind::Object(_) => kind == Kind::Object,
    }
}
