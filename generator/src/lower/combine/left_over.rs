//! `unevaluatedProperties` and `unevaluatedItems`: what no other keyword speaks of (JSON Schema 2020-12, 11).

use super::{Combining, index};
use crate::document::{Schema, SchemaId, Subschema};

/// Reads them as `additionalProperties` and `items` where the schema alone says which properties and items there are. Beside
/// a union or a condition they stay, unless they allow whatever there is.
pub(super) fn told(combining: &mut Combining<'_>, id: SchemaId) {
    let conditions = std::mem::take(&mut combining.schemas[index(id)].conditions);
    let (left_over, conditions): (Vec<_>, Vec<_>) =
        conditions.into_iter().partition(|found| keyword(found).is_some());
    let schema = &mut combining.schemas[index(id)];
    let speaks_alone = conditions.is_empty()
        && schema.reference.is_none()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty();
    schema.conditions = conditions;
    for found in left_over {
        let allows_all = combining.schemas[index(found.schema)].boolean == Some(true);
        let schema = &mut combining.schemas[index(id)];
        let place = keyword(&found).filter(|keyword| {
            speaks_alone
                && (*keyword == Keyword::Properties || schema.contains.is_none())
        });
        match place.map(|keyword| rest(schema, keyword)) {
            Some(rest) => *rest = rest.or(Some(found.schema)),
            None if allows_all => {}
            None => schema.conditions.push(found),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyword {
    Properties,
    Items,
}

fn keyword(found: &Subschema) -> Option<Keyword> {
    match &*found.keyword.text {
        "unevaluatedProperties" => Some(Keyword::Properties),
        "unevaluatedItems" => Some(Keyword::Items),
        _ => None,
    }
}

fn rest(schema: &mut Schema, keyword: Keyword) -> &mut Option<SchemaId> {
    match keyword {
        Keyword::Properties => &mut schema.additional_properties,
        Keyword::Items => &mut schema.items,
    }
}
