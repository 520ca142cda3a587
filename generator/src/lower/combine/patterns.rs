//! `patternProperties`: a map of what its patterns hold.

use super::{Combining, index};
use crate::document::{Schema, SchemaId};

/// Patterns that every name matches, the empty one aside.
const EVERY: &[&str] = &["", ".", ".*", ".+", "^.", "^.*", "^.+", "^.*$", "^.+$"];

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
    if let [pattern] = &patterns[..]
        && EVERY.contains(&&*pattern.name.text)
    {
        combining.schemas[index(id)].additional_properties = Some(pattern.value);
        return;
    }
    let span = schema.span;
    let is_open = schema.additional_properties.is_none();
    let others = schema
        .additional_properties
        .filter(|others| combining.schemas[index(*others)].boolean.is_none());
    let values = patterns.iter().map(|pattern| pattern.value).chain(others).collect();
    let value = combining.any_of(span, values);
    combining.schemas[index(id)].additional_properties = Some(value);
    let held = if is_open { ": all others are held to its schemas, too" } else { "" };
    let message = format!("which names match `patternProperties` is not checked{held}");
    combining.warn(id, message);
}
