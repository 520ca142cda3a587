//! Files: which properties of a body of parts they are, and the types that hold them.
//!
//! In JSON a `format: binary` is text, in a part it is bytes. A component that is nothing but a body of parts has its
//! files as such; one that is also something else gets a type beside its own.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::form::property;
use super::null::{branches, is_null};
use super::schema::says_nothing;
use super::target::{target, target_id};
use super::{Lowering, body, docs, media, object};
use crate::config::Config;
use crate::diagnostic::Code;
use crate::document::{
    Document, Encoding, Kind, MediaType, Named, RequestBody, Schema, SchemaId, Version,
};
use crate::ir::{Shape, Type, TypeId};
use crate::name::Words;

/// The names of properties that are files.
type Names = BTreeSet<Box<str>>;

/// What holds files.
#[derive(Debug, Default)]
pub(super) struct Uploads {
    /// Schemas that are nothing but bodies of parts.
    own: BTreeMap<SchemaId, Names>,
    /// Schemas that are also something else.
    shared: BTreeMap<SchemaId, Names>,
    /// The types beside those of the latter, once they are made.
    beside: BTreeMap<SchemaId, TypeId>,
}

/// Finds every schema whose properties are sent as files: none, where nothing is sent.
pub(super) fn uploads(document: &Document, config: &Config) -> Uploads {
    if config.package.types_only {
        return Uploads::default();
    }
    let mut found: BTreeMap<SchemaId, (Names, BTreeSet<SchemaId>)> = BTreeMap::new();
    for content in bodies(document).flat_map(|body| &body.content) {
        let multipart = media::sent(&content.name.text)
            .is_some_and(|media| media.sort == media::MediaSort::Multipart);
        let Some(schema) = content.value.schema.filter(|_| multipart) else { continue };
        let (names, places) = found.entry(target_id(document, schema)).or_default();
        names.extend(files(document, content));
        places.insert(schema);
    }
    found.retain(|_, (names, _)| !names.is_empty());
    let mut uploads = Uploads::default();
    for (id, (names, places)) in found {
        let everywhere = document.schemas.0.iter().zip(0..).filter(|(schema, _)| {
            schema.reference.as_ref().is_some_and(|reference| reference.target == id)
        });
        let elsewhere =
            everywhere.map(|(_, at)| SchemaId(at)).any(|at| !places.contains(&at));
        if elsewhere {
            uploads.shared.insert(id, names);
        } else {
            uploads.own.insert(id, names);
        }
    }
    uploads
}

/// The type of a body of parts.
pub(super) fn body(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    operation: &Words,
    role: &str,
) -> Type {
    let target = content.value.schema.map(|schema| target_id(lowering.document, schema));
    match target.filter(|id| lowering.uploads.shared.contains_key(id)) {
        Some(id) => Type::Named(beside(lowering, id)),
        None => body::json(lowering, content, operation, role),
    }
}

/// The names of the files among the properties of a type that is worked out.
pub(super) fn names(lowering: &Lowering<'_>, ty: TypeId) -> Names {
    let uploads = &lowering.uploads;
    let beside = uploads.beside.iter().find(|(_, known)| **known == ty);
    let beside = beside.and_then(|(schema, _)| uploads.shared.get(schema));
    let schemas = &lowering.drafts.get(ty).schemas;
    let own = || schemas.iter().find_map(|schema| uploads.own.get(schema));
    beside.or_else(own).cloned().unwrap_or_default()
}

/// The type of a property that is a file, or files.
pub(super) fn file(document: &Document, property: SchemaId) -> Type {
    let several = values(document, property).any(|schema| schema.kinds.has(Kind::Array));
    if several { Type::List(Box::new(Type::File)) } else { Type::File }
}

/// Whether a property of a body of parts is a file, or several.
pub(super) fn is_file(
    document: &Document,
    property: SchemaId,
    encoding: &Named<Encoding>,
) -> bool {
    let given = encoding.value.content_type.as_ref().map(|given| &*given.text);
    is_bytes(document, property, given)
}

/// Says which properties may be a file or something else: all of what such a one holds is sent as text.
pub(super) fn warn_of_mixed(lowering: &mut Lowering<'_>, schema: &Schema) {
    for property in &schema.properties {
        if is_bytes_among_others(lowering.document, property.schema) {
            let name = &property.name;
            let message = format!(
                "`{}` may be a file or another value: it is sent as text",
                name.text
            );
            let help = "describe it as `type: string` and `format: binary` alone";
            lowering.warn(Code::UnsupportedBody, name.span, message, help);
        }
    }
}

fn bodies(document: &Document) -> impl Iterator<Item = &RequestBody> {
    let operations = document.path_items.iter().flat_map(|item| &item.operations);
    operations.filter_map(|operation| operation.body.as_deref())
}

fn files(document: &Document, content: &Named<MediaType>) -> Names {
    let Some(schema) = content.value.schema else { return Names::new() };
    let schema = target(document, schema);
    let given = |name: &str| {
        let mut encodings = content.value.encoding.iter();
        let encoding = encodings.find(|encoding| &*encoding.name.text == name)?;
        encoding.value.content_type.as_ref().map(|given| &*given.text)
    };
    let names = schema.properties.iter().map(|property| &property.name.text);
    names
        .filter(|name| {
            property(schema, name).is_some_and(|id| is_bytes(document, id, given(name)))
        })
        .cloned()
        .collect()
}

/// Whether a value is bytes, or a list of bytes, or either: then a list of one is as good as one.
fn is_bytes(document: &Document, id: SchemaId, given: Option<&str>) -> bool {
    let mut values = values(document, id).peekable();
    values.peek().is_some()
        && values.all(|schema| is_file_or_files(document, schema, given))
}

/// Whether some of the values are bytes, and others are not.
fn is_bytes_among_others(document: &Document, id: SchemaId) -> bool {
    let is_bytes = |schema| is_file_or_files(document, schema, None);
    values(document, id).any(is_bytes) && !values(document, id).all(is_bytes)
}

/// A schema, or the branches of a union, without `null`.
fn values(document: &Document, id: SchemaId) -> impl Iterator<Item = &Schema> {
    let schema = target(document, id);
    let branches = branches(schema);
    let real = branches.iter().filter(|id| !is_null(document, **id));
    let real = real.map(|id| target(document, *id));
    branches.is_empty().then_some(schema).into_iter().chain(real)
}

fn is_file_or_files(document: &Document, schema: &Schema, given: Option<&str>) -> bool {
    match schema.items.filter(|_| schema.kinds.has(Kind::Array)) {
        Some(items) => is_bytes_itself(document, target(document, items), given),
        None => is_bytes_itself(document, schema, given),
    }
}

/// By its `format` (3.0), by its `contentMediaType` or for want of a type (3.1), or by the media type that `encoding` gives
/// it.
fn is_bytes_itself(document: &Document, schema: &Schema, given: Option<&str>) -> bool {
    let kinds = schema.kinds.iter().filter(|kind| *kind != Kind::Null);
    if !kinds.eq([Kind::String]) && !schema.kinds.is_empty() {
        return false;
    }
    let is_bytes = |named: &str| {
        let first = named.split(',').next().unwrap_or_default().trim();
        let media = media::received(first);
        first == "*/*" || (!media.foreign && media.sort == media::MediaSort::Bytes)
    };
    let own =
        schema.content_media_type.as_ref().filter(|_| schema.content_encoding.is_none());
    let binary = schema.format.as_ref().is_some_and(|format| &*format.text == "binary");
    let untyped = document.version > Version::V3_0
        && schema.boolean.is_none()
        && says_nothing(schema);
    let listed = schema.values.is_some() || schema.constant.is_some();
    let by_media_type = own.map(|own| &*own.text).or(given).is_some_and(is_bytes);
    binary || (!listed && ((untyped && given.is_none()) || by_media_type))
}

/// The type of a schema with its files as such, beside the one that has them as text.
fn beside(lowering: &mut Lowering<'_>, id: SchemaId) -> TypeId {
    if let Some(known) = lowering.uploads.beside.get(&id) {
        return *known;
    }
    let schema = &lowering.document.schemas[id];
    let name = schema.component.as_deref().unwrap_or("body");
    let ty = lowering.drafts.reserve(Draft {
        shape: None,
        docs: docs::of_schema(schema),
        deprecated: schema.deprecated,
        origin: schema.span,
        component: Some(Words::of(name).join(&Words::of("form"))),
        title: name.to_owned(),
        uses: Vec::new(),
        schemas: Vec::new(),
    });
    lowering.uploads.beside.insert(id, ty);
    let shape = Shape::Struct(object::object(lowering, schema, ty));
    lowering.drafts.get_mut(ty).shape = Some(shape);
    ty
}
