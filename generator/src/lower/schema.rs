//! A schema to a type: dispatch only.

use super::draft::{Draft, Parent, Use};
use super::null::{self, wrapped};
use super::{Lowering, docs, enumeration, map, object, scalar, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Kind, Schema, SchemaId};
use crate::ir::{Shape, Type, TypeId};
use crate::name::{Words, plural_of_one};

/// What inline types are called by their positions in a tuple; no tuple is longer.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth",
];

/// A type, and whether `null` may stand in its place.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub(super) ty: Type,
    pub(super) nullable: bool,
}

impl Typed {
    /// The type with `null` as one of its values, where it may be.
    pub(super) fn whole(self) -> Type {
        if self.nullable { Type::Nullable(Box::new(self.ty)) } else { self.ty }
    }
}

/// Lowers every schema of `components`, each under its own name.
pub(super) fn components(lowering: &mut Lowering<'_>) {
    let document = lowering.document;
    let ids: Vec<SchemaId> =
        document.components.schemas.values().map(|named| named.value).collect();
    for id in &ids {
        let draft = named_draft(&document.schemas[*id], *id);
        lowering.drafts.reserve(draft);
    }
    for id in ids {
        let ty = lowering.drafts.by_schema[&id];
        fill(lowering, id, ty);
        pending(lowering);
    }
}

/// Works out the types that references were found to, one after the other: a chain of them, however long, is no recursion.
pub(super) fn pending(lowering: &mut Lowering<'_>) {
    while let Some((id, ty)) = lowering.drafts.pending.pop() {
        fill(lowering, id, ty);
    }
}

/// The type of a schema that stands at `words` of `parent`.
pub(super) fn typed(
    lowering: &mut Lowering<'_>,
    id: SchemaId,
    parent: &Parent,
    words: &Words,
) -> Typed {
    let schema = &lowering.document.schemas[id];
    if let Some(reference) = &schema.reference {
        let ty = referenced(lowering, reference.target, &reference.text.text).ty;
        let nullable = lowering.has_null(id);
        return Typed { ty, nullable };
    }
    if let Some(only) = wrapped(lowering.document, schema) {
        let inner = typed(lowering, only, parent, words);
        return Typed {
            nullable: inner.nullable || lowering.has_null(id),
            ..inner
        };
    }
    if let Some(ty) = lowering.drafts.by_schema.get(&id) {
        return Typed {
            ty: Type::Named(*ty),
            nullable: lowering.has_null(id),
        };
    }
    let ty = inline(lowering, id, parent, words);
    Typed {
        ty,
        nullable: lowering.has_null(id),
    }
}

/// The type behind a `$ref`: a component's own, or that of a schema which only references name.
fn referenced(lowering: &mut Lowering<'_>, target: SchemaId, text: &str) -> Typed {
    let nullable = lowering.has_null(target);
    if let Some(ty) = lowering.drafts.by_schema.get(&target) {
        return Typed {
            ty: Type::Named(*ty),
            nullable,
        };
    }
    let schema = &lowering.document.schemas[target];
    let mut draft = named_draft(schema, target);
    if draft.component.is_none() {
        text.clone_into(&mut draft.title);
        draft.component = Some(pointer_words(text));
    }
    let ty = lowering.drafts.reserve(draft);
    lowering.drafts.pending.push((target, ty));
    Typed {
        ty: Type::Named(ty),
        nullable,
    }
}

/// Works out what a type with a name is.
fn fill(lowering: &mut Lowering<'_>, id: SchemaId, ty: TypeId) {
    let schema = &lowering.document.schemas[id];
    let parent = Parent::Type(ty);
    let none = Words::default();
    let shape = if let Some(reference) = &schema.reference {
        Shape::Alias(referenced(lowering, reference.target, &reference.text.text).ty)
    } else if let Some(only) = wrapped(lowering.document, schema) {
        Shape::Alias(typed(lowering, only, &parent, &none).ty)
    } else {
        match kind(lowering, schema) {
            Sort::Enumeration => {
                Shape::Enumeration(enumeration::enumeration(lowering, id))
            }
            Sort::Struct => Shape::Struct(object::object(lowering, schema, ty)),
            Sort::Union => union::union(lowering, schema, ty),
            sort => Shape::Alias(plain(lowering, id, sort, &parent, &none)),
        }
    };
    lowering.drafts.get_mut(ty).shape = Some(shape);
}

/// The type of a schema that stands inline: its own when it has properties or a list of values.
fn inline(
    lowering: &mut Lowering<'_>,
    id: SchemaId,
    parent: &Parent,
    words: &Words,
) -> Type {
    let schema = &lowering.document.schemas[id];
    let sort = kind(lowering, schema);
    if !matches!(sort, Sort::Enumeration | Sort::Struct | Sort::Union) {
        return plain(lowering, id, sort, parent, words);
    }
    let mut draft = named_draft(schema, id);
    draft.uses.push(Use {
        parent: parent.clone(),
        words: words.clone(),
    });
    let ty = lowering.drafts.reserve(draft);
    fill(lowering, id, ty);
    Type::Named(lowering.drafts.merged(ty))
}

/// The type of a schema that needs no name: one of another crate, where the configuration maps it.
fn plain(
    lowering: &mut Lowering<'_>,
    id: SchemaId,
    sort: Sort,
    parent: &Parent,
    words: &Words,
) -> Type {
    let schema = &lowering.document.schemas[id];
    let ty = own(lowering, schema, sort, parent, words);
    map::mapped(lowering, id, schema, ty)
}

/// The type that the document leads to.
fn own(
    lowering: &mut Lowering<'_>,
    schema: &Schema,
    sort: Sort,
    parent: &Parent,
    words: &Words,
) -> Type {
    match sort {
        Sort::Tuple => {
            let items = schema.prefix_items.iter().zip(ORDINALS);
            let items = items.map(|(item, ordinal)| {
                typed(lowering, *item, parent, &words.join(&Words::of(ordinal))).whole()
            });
            Type::Tuple(items.collect())
        }
        Sort::Array => {
            let Some(items) = schema.items else {
                return untyped(lowering, schema, ITEMS);
            };
            if lowering.document.schemas[items].boolean == Some(false) {
                return empty_list(lowering, schema);
            }
            let item = typed(lowering, items, parent, &plural_of_one(words));
            Type::List(Box::new(item.whole()))
        }
        Sort::Map => {
            let values = match schema.additional_properties {
                None => untyped(lowering, schema, PROPERTIES),
                Some(id) if says_nothing(&lowering.document.schemas[id]) => Type::Any,
                Some(id) => {
                    typed(lowering, id, parent, &words.join(&Words::of("value"))).whole()
                }
            };
            Type::Map(Box::new(values))
        }
        Sort::Scalar(kind) => scalar::scalar(lowering, schema, kind),
        Sort::Any => untyped(lowering, schema, VALUES),
        Sort::Refused | Sort::Enumeration | Sort::Struct | Sort::Union => Type::Any,
    }
}

// What a schema may say nothing about, and what to do about it.
const VALUES: (&str, &str) = ("its values", "give it a `type`");
const ITEMS: (&str, &str) = ("its items", "give it `items`");
const PROPERTIES: (&str, &str) = (
    "its properties",
    "give it `properties`, or `additionalProperties` with a schema, or with `true` where anything is meant",
);

/// What sort of type a schema leads to.
#[derive(Debug, Clone, Copy)]
enum Sort {
    Enumeration,
    Struct,
    Union,
    Map,
    Array,
    /// An array that `combine` left its `prefixItems`.
    Tuple,
    Scalar(Kind),
    Any,
    /// Reported already.
    Refused,
}

fn kind(lowering: &mut Lowering<'_>, schema: &Schema) -> Sort {
    if refused(lowering, schema) {
        return Sort::Refused;
    }
    if !null::branches(schema).is_empty() {
        return Sort::Union;
    }
    if enumeration::applies(schema) {
        return Sort::Enumeration;
    }
    let mut kinds = schema.kinds.iter().filter(|kind| *kind != Kind::Null);
    match (kinds.next(), kinds.next()) {
        (Some(Kind::Object), None) => object_sort(schema),
        (Some(Kind::Array), None) => array_sort(schema),
        (Some(kind), None) => Sort::Scalar(kind),
        (None, _)
            if !schema.properties.is_empty()
                || schema.additional_properties.is_some() =>
        {
            object_sort(schema)
        }
        (None, _) if is_array(schema) => array_sort(schema),
        _ => Sort::Any,
    }
}

fn array_sort(schema: &Schema) -> Sort {
    if schema.prefix_items.is_empty() { Sort::Array } else { Sort::Tuple }
}

/// Whether a schema without a type says what the items of an array are.
pub(super) fn is_array(schema: &Schema) -> bool {
    schema.items.is_some() || !schema.prefix_items.is_empty()
}

fn object_sort(schema: &Schema) -> Sort {
    if schema.properties.is_empty() { Sort::Map } else { Sort::Struct }
}

/// Reports what no type can express yet: better refused than sent wrong.
fn refused(lowering: &mut Lowering<'_>, schema: &Schema) -> bool {
    let keyword = [(schema.boolean == Some(false), "false")];
    let Some((_, keyword)) = keyword.into_iter().find(|(present, _)| *present) else {
        warn_of_unchecked(lowering, schema);
        return false;
    };
    let message = format!("a schema with `{keyword}` is not supported here");
    let help = "describe the value with `type`, `properties`, `items` or `enum`, or leave the schema out";
    let diagnostic = Diagnostic::error(Code::UnsupportedSchema, schema.span, message);
    lowering.diagnostics.push(diagnostic.help(help));
    true
}

/// Says which keywords narrow the values in a way that no type and no documentation shows.
fn warn_of_unchecked(lowering: &mut Lowering<'_>, schema: &Schema) {
    if let Some(content) = schema.content_schema {
        lowering.contents.described.insert(content, schema.span);
    }
    let keywords = [
        (schema.not.is_some(), "not"),
        (schema.contains.is_some(), "contains"),
        (schema.property_names.is_some(), "propertyNames"),
        (!schema.dependent_required.is_empty(), "dependentRequired"),
    ];
    let keywords = keywords.into_iter().filter(|(present, _)| *present);
    let keywords = keywords.map(|(_, keyword)| (keyword, schema.span));
    let conditions = schema.conditions.iter();
    let conditions = conditions.map(|found| (&*found.keyword.text, found.keyword.span));
    for (keyword, place) in keywords.chain(conditions) {
        let message = format!("`{keyword}` is not checked");
        let diagnostic = Diagnostic::warning(Code::IgnoredKeyword, place, message);
        lowering.diagnostics.push(diagnostic);
    }
}

/// Whether a schema says nothing of its values: `true` and `{}`, or `false`, with which there are none.
pub(super) fn says_nothing(schema: &Schema) -> bool {
    schema.boolean.is_some() || (schema.kinds.is_empty() && says_at_most_kinds(schema))
}

/// Whether a schema says nothing of its values but their kinds.
pub(super) fn says_at_most_kinds(schema: &Schema) -> bool {
    schema.reference.is_none()
        && schema.values.is_none()
        && schema.constant.is_none()
        && schema.properties.is_empty()
        && schema.additional_properties.is_none()
        && schema.items.is_none()
        && [&schema.all_of, &schema.one_of, &schema.any_of, &schema.prefix_items]
            .iter()
            .all(|branches| branches.is_empty())
}

/// A list that no item may stand in.
fn empty_list(lowering: &mut Lowering<'_>, schema: &Schema) -> Type {
    let message = "`items: false` is not checked: the list is always empty";
    let warning = Diagnostic::warning(Code::IgnoredKeyword, schema.span, message);
    lowering.diagnostics.push(warning);
    Type::List(Box::new(Type::Any))
}

/// Any value, with a warning that this is all that is known of `what`; none where the document says `true`.
fn untyped(
    lowering: &mut Lowering<'_>,
    schema: &Schema,
    (what, help): (&str, &str),
) -> Type {
    if schema.boolean != Some(true) {
        let (says, help) = if schema.constant.is_some() || schema.values.is_some() {
            (
                "lists whole values, but says nothing about",
                "give it `properties` or `items`, too",
            )
        } else if schema.kinds.has(Kind::Null) && schema.kinds.iter().count() == 1 {
            (
                "allows nothing but `null` for",
                "give it another `type` beside, or leave it out",
            )
        } else {
            ("says nothing about", help)
        };
        let message =
            format!("the schema {says} {what}, which become `serde_json::Value`");
        lowering.warn(Code::UntypedSchema, schema.span, message, help);
    }
    Type::Any
}

fn named_draft(schema: &Schema, id: SchemaId) -> Draft {
    let component = schema.component.as_deref();
    Draft {
        shape: None,
        docs: docs::of_schema(schema),
        deprecated: schema.deprecated,
        origin: schema.span,
        component: component.map(Words::of),
        title: component.unwrap_or_default().to_owned(),
        uses: Vec::new(),
        schemas: vec![id],
    }
}

/// The words of a reference to something that is no component: its names, without the keywords between them.
fn pointer_words(text: &str) -> Words {
    const KEYWORDS: &[&str] =
        &["#", "components", "schemas", "properties", "items", "$defs", "definitions"];
    let (file, pointer) = text.split_once('#').unwrap_or((text, ""));
    let file = file.rsplit('/').next().unwrap_or(file);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let names = pointer.split('/').filter(|token| !KEYWORDS.contains(token));
    names.fold(Words::of(stem), |words, name| words.join(&Words::of(name)))
}
