//! A schema with `properties` to a struct.

use std::collections::BTreeSet;

use super::draft::Parent;
use super::schema::{Typed, typed};
use super::target::target;
use super::{Lowering, docs, given, secret, upload};
use crate::diagnostic::Code;
use crate::document::{Property, Schema};
use crate::ir::{Access, Field, Presence, Struct, Type, TypeId};
use crate::name::{Scope, Value, Words};

/// The struct of an object schema; inline types within it are named after `id`.
pub(super) fn object(
    lowering: &mut Lowering<'_>,
    schema: &Schema,
    id: TypeId,
) -> Struct {
    let parent = Parent::Type(id);
    // `new` is the constructor's.
    let mut names = Scope::<Value>::with(&["new"]);
    let required: BTreeSet<&str> =
        schema.required.iter().map(|name| &*name.text).collect();
    let files = upload::names(lowering, id);
    let mut fields = Vec::with_capacity(schema.properties.len());
    for property in &schema.properties {
        let required = required.contains(&*property.name.text);
        fields.push(if files.contains(&property.name.text) {
            file(lowering, property, required, &mut names)
        } else {
            field(lowering, property, required, &parent, &mut names)
        });
    }
    warn_of_unknown_required(lowering, schema);
    let rest = rest(lowering, schema, &parent);
    let rest = rest.map(|ty| (names.give(&Words::of("additional_properties")), ty));
    Struct { fields, rest, nests: false }
}

fn field(
    lowering: &mut Lowering<'_>,
    property: &Property,
    required: bool,
    parent: &Parent,
    names: &mut Scope<Value>,
) -> Field {
    let words = Words::of(&property.name.text);
    let typed = typed(lowering, property.schema, parent, &words);
    of(lowering, property, required, typed, names)
}

/// A property that is sent as a file: there is none in place of `null`.
fn file(
    lowering: &mut Lowering<'_>,
    property: &Property,
    required: bool,
    names: &mut Scope<Value>,
) -> Field {
    let ty = upload::file(lowering.document, property.schema);
    let required = required && !lowering.has_null(property.schema);
    of(lowering, property, required, Typed { ty, nullable: false }, names)
}

fn of(
    lowering: &mut Lowering<'_>,
    property: &Property,
    required: bool,
    Typed { ty, nullable }: Typed,
    names: &mut Scope<Value>,
) -> Field {
    let words = Words::of(&property.name.text);
    let schema = &lowering.document.schemas[property.schema];
    let presence = match (required, nullable) {
        (true, false) => Presence::Required,
        (true, true) => Presence::RequiredNullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    };
    let meant = target(lowering.document, property.schema);
    let read_only = schema.read_only || meant.read_only;
    let access = match (read_only, schema.write_only || meant.write_only) {
        (true, false) => Access::ReadOnly,
        (false, true) => Access::WriteOnly,
        _ => Access::Both,
    };
    let name = match lowering.given.of_field(property.schema) {
        Some(entry) => given::words(lowering, &entry.name, names, &[]),
        None => words.clone(),
    };
    Field {
        name: names.give(&name),
        wire: property.name.text.to_string(),
        ty: secret::hidden(ty, &words),
        presence,
        access,
        owed: false,
        left_out: false,
        docs: docs::of_schema(schema),
        deprecated: schema.deprecated,
    }
}

/// The type of properties that the schema allows beside the ones it names.
fn rest(lowering: &mut Lowering<'_>, schema: &Schema, parent: &Parent) -> Option<Type> {
    let id = schema.additional_properties?;
    match lowering.document.schemas[id].boolean {
        Some(false) => None,
        Some(true) => Some(Type::Any),
        None => {
            Some(typed(lowering, id, parent, &Words::of("additional property")).whole())
        }
    }
}

fn warn_of_unknown_required(lowering: &mut Lowering<'_>, schema: &Schema) {
    for name in &schema.required {
        if !schema.properties.iter().any(|property| property.name.text == name.text) {
            let message =
                format!("`{}` is required but not among the properties", name.text);
            lowering.warn(
                Code::IgnoredKeyword,
                name.span,
                message,
                "describe it in `properties`",
            );
        }
    }
}
