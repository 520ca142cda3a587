//! Media types of a response that are not asked for, since another one is.

use super::media::{self, MediaSort};
use super::target::target_id;
use super::{Lowering, stream};
use crate::diagnostic::Code;
use crate::document::{Document, MediaType, Named, Property, Response, SchemaId};

/// How deep schemas without a name are compared.
const DEEPEST: usize = 8;

/// Says which of a response's media types callers cannot have, where they hold something else than the chosen one does:
/// another writing of the same values is no loss, and a stream can be asked for.
pub(super) fn told(
    lowering: &mut Lowering<'_>,
    response: &Response,
    (chosen, sort): (&Named<MediaType>, MediaSort),
) {
    let document = lowering.document;
    let others = response.content.iter().filter(|other| {
        let found = media::received(&other.name.text).sort;
        let passed = matches!(found, MediaSort::Text | MediaSort::Bytes);
        let read = other.name.text == chosen.name.text
            || stream::framing(&other.name.text).is_some()
            || found == sort && passed
            || holds_the_same(document, chosen, other);
        !read
    });
    let others: Vec<&str> = others.map(|content| &*content.name.text).collect();
    if others.is_empty() {
        return;
    }
    let message = format!(
        "of several media types `{}` is asked for, not {}",
        chosen.name.text,
        others.join(", ")
    );
    let help = "to have another one, leave the others out of the document";
    lowering.warn(Code::UnsupportedResponse, chosen.name.span, message, help);
}

fn holds_the_same(
    document: &Document,
    one: &Named<MediaType>,
    other: &Named<MediaType>,
) -> bool {
    are_same(document, one.value.schema, other.value.schema, DEEPEST)
}

/// Whether two schemas say the same of their values, as far as it is worth to look.
fn are_same(
    document: &Document,
    one: Option<SchemaId>,
    other: Option<SchemaId>,
    depth: usize,
) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one == other };
    let (one, other) = (target_id(document, one), target_id(document, other));
    if one == other || depth == 0 {
        return one == other;
    }
    let (one, other) = (&document.schemas[one], &document.schemas[other]);
    let same = |one: &SchemaId, other: &SchemaId| {
        are_same(document, Some(*one), Some(*other), depth - 1)
    };
    let all = |ones: &[SchemaId], others: &[SchemaId]| {
        ones.len() == others.len()
            && ones.iter().zip(others).all(|(one, other)| same(one, other))
    };
    let property = |(one, other): (&Property, &Property)| {
        one.name.text == other.name.text && same(&one.schema, &other.schema)
    };
    one.component.is_none()
        && other.component.is_none()
        && one.kinds == other.kinds
        && one.boolean == other.boolean
        && one.properties.len() == other.properties.len()
        && one.properties.iter().zip(&other.properties).all(property)
        && all(&one.one_of, &other.one_of)
        && all(&one.any_of, &other.any_of)
        && all(&one.all_of, &other.all_of)
        && are_same(document, one.items, other.items, depth - 1)
        && are_same(
            document,
            one.additional_properties,
            other.additional_properties,
            depth - 1,
        )
}
