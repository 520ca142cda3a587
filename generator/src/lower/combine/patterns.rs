//! `patternProperties`: a map of what its patterns hold.

use super::{Combining, index};
use crate::document::{Schema, SchemaId};

/// Makes properties by pattern a map; which names match which pattern is not checked. Properties that no value may have
/// are left out.
pub(super) fn mapped(combining: &mut Combining<'_>, id: SchemaId) {
    let is_never =
        |known: &[Schema], id: SchemaId| known[index(id)].boolean == Some(false);
    let mut properties = std::mem::take(&mut combining.schemas[index(id)].properties);
    properties.retain(|property| !is_never(&combining.schemas, property.schema));
    combining.schemas[index(id)].properties = properties;
    let patterns = std::mem::take(&mut combining.schemas[index(id)].pattern_properties);
    if patterns.is_empty() {
        return;
    }
    let schema = &combining.schemas[index(id)];
    let span = schema.span;
    let others = schema
        .additional_properties
        .filter(|others| combining.schemas[index(*others)].boolean.is_none());
    let mut values: Vec<SchemaId> = Vec::new();
    for value in patterns.iter().map(|pattern| pattern.value).chain(others) {
        let target = combining.target(value);
        if values.iter().all(|known| combining.target(*known) != target) {
            values.push(value);
        }
    }
    let value = match values[..] {
        [only] => only,
        _ => combining.add(Schema {
            span,
            any_of: values,
            ..Schema::default()
        }),
    };
    combining.schemas[index(id)].additional_properties = Some(value);
    combining
        .warn(id, "which names match `patternProperties` is not checked".to_owned());
}
