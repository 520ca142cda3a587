//! `oneOf` and `anyOf` to an enum with a variant for each branch.

use std::collections::BTreeMap;

use super::draft::Parent;
use super::null::{branches, is_null};
use super::schema::typed;
use super::tell::{self, end, listed};
use super::{Lowering, docs, tag_of_branch as tag};
use crate::diagnostic::Code;
use crate::document::{Discriminator, Schema, SchemaId};
use crate::ir::{Branch, Constant, Format, Shape, Tag, Tell, Type, TypeId, Union};
use crate::name::{Scope, Variant, Words};

/// What a union is: an enum, or another name for the only thing that its branches are.
pub(super) fn union(lowering: &mut Lowering<'_>, schema: &Schema, id: TypeId) -> Shape {
    let document = lowering.document;
    let ids = branches(schema).iter().copied().filter(|id| !is_null(document, *id));
    let ids: Vec<SchemaId> = ids.collect();
    let tells = tell::tells(lowering, &ids);
    // What has no shape is a union of nothing but `null`, which is no branch either.
    let shaped = ids.into_iter().zip(tells).filter(|(_, tells)| !tells.is_empty());
    let (ids, tells): (Vec<SchemaId>, Vec<_>) = shaped.unzip();
    let tags = tag::tags(lowering, schema.discriminator.as_ref(), &ids);
    let mut names = Scope::<Variant>::with(&["Unknown"]);
    let tagged = tags.as_ref().and(schema.discriminator.as_ref());
    let tagged = tagged.map(|discriminator| discriminator.property.text.clone());
    let mut found: Vec<Branch> = Vec::with_capacity(ids.len());
    let mut positions: BTreeMap<Type, usize> = BTreeMap::new();
    for (index, (branch, tells)) in ids.iter().zip(tells).enumerate() {
        let words = name(lowering, *branch, tags.as_ref().map(|tags| &tags[index]));
        let place = words.clone().unwrap_or_else(|| Words::of(shape_word(&tells)));
        let ty = typed(lowering, *branch, &Parent::Type(id), &place).ty;
        let tags = tags.as_ref().map(|tags| tags[index].clone()).unwrap_or_default();
        let at = *positions.entry(ty.clone()).or_insert(found.len());
        if let Some(same) = found.get_mut(at) {
            same.tags.extend(tags);
            same.tells.extend(tells);
            same.tells.sort();
            same.tells.dedup();
            continue;
        }
        let words = words.unwrap_or_else(|| kind_words(lowering, &ty));
        let adds_tag = tagged.as_ref().is_some_and(|property| {
            let (_, target) = end(lowering, *branch);
            branches(target).is_empty()
                && !target.properties.iter().any(|known| known.name.text == *property)
        });
        found.push(Branch {
            adds_tag,
            name: names.give(&words),
            ty,
            boxed: false,
            tags,
            tells,
            docs: docs::of_schema(&document.schemas[*branch]),
        });
    }
    match found.as_slice() {
        [] => return Shape::Alias(Type::Any),
        [only] => return Shape::Alias(only.ty.clone()),
        _ => {}
    }
    let tag = tags.and(schema.discriminator.as_ref()).map(|discriminator| Tag {
        property: discriminator.property.text.to_string(),
        default: default(lowering, discriminator, &ids, &found),
    });
    if tag.is_none() {
        warn_of_alike(lowering, schema, &found);
    }
    Shape::Union(Union { branches: found, tag })
}

fn default(
    lowering: &Lowering<'_>,
    discriminator: &Discriminator,
    ids: &[SchemaId],
    found: &[Branch],
) -> Option<usize> {
    let (target, _) = end(lowering, discriminator.default?);
    let index = ids.iter().position(|id| end(lowering, *id).0 == target)?;
    (found.len() == ids.len()).then_some(index)
}

/// What a branch is called by the document: its component, its title, the text that stands for it.
fn name(
    lowering: &Lowering<'_>,
    id: SchemaId,
    tags: Option<&Vec<String>>,
) -> Option<Words> {
    let schema = &lowering.document.schemas[id];
    let (_, target) = end(lowering, id);
    let component = target.component.as_deref();
    let title =
        schema.title.as_ref().or(target.title.as_ref()).map(|title| &*title.text);
    let tag = tags.and_then(|tags| tags.first()).map(String::as_str);
    let constant = target.properties.iter().find_map(|property| {
        match listed(lowering, property.schema)?.as_slice() {
            [Constant::Text(only)] => Some(only.clone()),
            _ => None,
        }
    });
    let text = component.or(title).or(tag).map(str::to_owned).or(constant)?;
    let words = Words::of(&text);
    (!words.is_empty()).then_some(words)
}

/// What an inline type of a branch without a name is called after, beside its union.
fn shape_word(tells: &[Tell]) -> &'static str {
    match tells.first() {
        Some(Tell::Object(_)) => "object",
        Some(Tell::Text | Tell::Listed(_)) => "text",
        Some(Tell::List(_)) => "list",
        Some(Tell::Tuple(_)) => "tuple",
        _ => "value",
    }
}

/// What a branch without a name is called, by its type.
fn kind_words(lowering: &Lowering<'_>, ty: &Type) -> Words {
    match ty {
        Type::Text(Format::Plain | Format::Secret) => Words::of("text"),
        Type::Text(Format::Date) => Words::of("date"),
        Type::Text(Format::DateTime | Format::LocalDateTime) => Words::of("date time"),
        Type::Text(Format::LocalTime) => Words::of("time"),
        Type::Text(Format::Duration) => Words::of("duration"),
        Type::Text(Format::Uuid) => Words::of("uuid"),
        Type::Text(Format::Base64 | Format::Base64Url) => Words::of("bytes"),
        Type::Bool => Words::of("boolean"),
        Type::Integer(_) => Words::of("integer"),
        Type::F64 => Words::of("number"),
        Type::Any => Words::of("any"),
        Type::File => Words::of("file"),
        Type::Mapped(mapped) => kind_words(lowering, &mapped.wire),
        Type::Named(id) | Type::Boxed(id) => {
            let draft = lowering.drafts.get(*id);
            match (&draft.component, &draft.shape) {
                (Some(words), _) => words.clone(),
                (None, Some(Shape::Enumeration(_))) => Words::of("text"),
                _ => Words::of("object"),
            }
        }
        Type::List(item) => kind_words(lowering, item).join(&Words::of("list")),
        Type::Tuple(_) => Words::of("tuple"),
        Type::Map(value) => kind_words(lowering, value).join(&Words::of("map")),
        Type::Nullable(inner) => kind_words(lowering, inner),
    }
}

/// Warns of branches that the same values fit.
fn warn_of_alike(lowering: &mut Lowering<'_>, schema: &Schema, branches: &[Branch]) {
    let mut seen: BTreeMap<&[Tell], &Branch> = BTreeMap::new();
    for branch in branches.iter().filter(|branch| branch.tells != [Tell::Any]) {
        if let Some(other) = seen.insert(&branch.tells, branch) {
            let message = format!(
                "nothing tells `{}` from `{}` but the properties that a value happens to have",
                other.name, branch.name
            );
            let help = "add a `discriminator`, or a property with a `const` of its own to each branch";
            lowering.warn(Code::AmbiguousUnion, schema.span, message, help);
            return;
        }
    }
}
