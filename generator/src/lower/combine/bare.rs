//! What a schema says of its values by itself.

use super::{Combining, index};
use crate::document::{Kind, Kinds, Schema, SchemaId};

/// Whether keywords of its own say what the values are, apart from references, `allOf` and unions.
pub(super) fn shapes(schema: &Schema) -> bool {
    !schema.kinds.is_empty() || shapes_beyond_kind(schema)
}

/// The same, without `type`.
pub(super) fn shapes_beyond_kind(schema: &Schema) -> bool {
    schema.values.is_some()
        || schema.constant.is_some()
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.additional_properties.is_some()
        || !schema.pattern_properties.is_empty()
        || schema.items.is_some()
        || !schema.prefix_items.is_empty()
        || schema.format.is_some()
        || schema.boolean == Some(false)
}

/// Whether a schema by itself says at most that its values are objects, as people write beside a reference to one.
pub(super) fn is_at_most_object(schema: &Schema) -> bool {
    let kinds = schema.kinds.without(Kind::Null);
    (kinds.is_empty() || kinds == Kinds::of(Kind::Object)) && !shapes_beyond_kind(schema)
}

/// Whether a schema is a union.
pub(super) fn is_union(schema: &Schema) -> bool {
    !schema.one_of.is_empty() || !schema.any_of.is_empty()
}

/// Whether a schema allows every value: it has at most prose, examples and marks.
pub(super) fn says_nothing(combining: &Combining<'_>, id: SchemaId) -> bool {
    let schema = &combining.schemas[index(id)];
    let free = schema.reference.is_none() && schema.all_of.is_empty();
    free && !shapes(schema) && !is_union(schema)
}

/// Whether a schema only says which properties must stand together, as the branches of a union often do.
pub(super) fn only_requires(schema: &Schema) -> bool {
    let plain = schema.reference.is_none()
        && schema
            .all_of
            .iter()
            .chain(&schema.one_of)
            .chain(&schema.any_of)
            .next()
            .is_none();
    let objects = schema.kinds.is_empty() || schema.kinds == Kinds::of(Kind::Object);
    let rest = Schema {
        kinds: Kinds::default(),
        required: Vec::new(),
        ..schema.clone()
    };
    plain
        && objects
        && !shapes(&rest)
        && (!schema.required.is_empty() || schema.not.is_some())
}
