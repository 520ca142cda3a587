//! An object of which nothing is said but that it may be `null`, beside a reference: it stands for `null`.

use super::bare::shapes_beyond_kind;
use super::{Combining, index};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Kind, Kinds, Schema, SchemaId};

/// Makes such branches `null`, with a warning.
pub(super) fn healed(combining: &mut Combining<'_>) {
    let unions = combining.schemas.iter().map(|schema| match &schema.any_of[..] {
        [] => &schema.one_of[..],
        any => any,
    });
    let found = unions.filter_map(|branches| stand_in(&combining.schemas, branches));
    for id in found.collect::<Vec<_>>() {
        let schema = &mut combining.schemas[index(id)];
        schema.kinds = Kinds::of(Kind::Null);
        let message = "an object of which nothing is said is read as `null`, as the reference beside it says what else there is";
        let diagnostic = Diagnostic::warning(Code::ObjectForNull, schema.span, message);
        let help = "say `additionalProperties: true` if any object is meant";
        combining.diagnostics.push(diagnostic.help(help));
    }
}

/// The branch that stands for `null`, of two of which the other is a reference.
fn stand_in(schemas: &[Schema], branches: &[SchemaId]) -> Option<SchemaId> {
    let [one, other] = *branches else { return None };
    let refers = |id: SchemaId| schemas[index(id)].reference.is_some();
    let is_bare = |id: SchemaId| is_bare(&schemas[index(id)]);
    match (one, other) {
        (one, other) if refers(one) && is_bare(other) => Some(other),
        (one, other) if is_bare(one) && refers(other) => Some(one),
        _ => None,
    }
}

fn is_bare(schema: &Schema) -> bool {
    let combines = [&schema.all_of, &schema.one_of, &schema.any_of];
    schema.kinds.has(Kind::Null)
        && schema.reference.is_none()
        && schema.component.is_none()
        && schema.kinds.without(Kind::Null) == Kinds::of(Kind::Object)
        && !shapes_beyond_kind(schema)
        && combines.iter().all(|list| list.is_empty())
        && schema.not.is_none()
        && schema.property_names.is_none()
        && schema.limits.min_properties.is_none()
        && schema.limits.max_properties.is_none()
}
