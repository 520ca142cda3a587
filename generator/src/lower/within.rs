//! Values within values, which no style of a parameter but `deepObject` writes (OpenAPI 3.2.0, "Style Examples").

use super::Lowering;
use super::null::{branches, is_null};
use super::schema::is_array;
use super::target::target;
use crate::diagnostic::Code;
use crate::document::{Document, Kind, Parameter, Schema, SchemaId};
use crate::ir::ParamStyle;

/// How deep unions within unions are looked into.
const DEEPEST: usize = 4;

/// Says of a parameter that some of its values cannot be sent: those that hold lists or objects in lists or objects.
pub(super) fn warn(
    lowering: &mut Lowering<'_>,
    parameter: &Parameter,
    schema: SchemaId,
    style: ParamStyle,
) {
    let nests = match style {
        ParamStyle::Json | ParamStyle::Urlencoded | ParamStyle::DeepObject => false,
        _ => holds_structure(lowering.document, schema, 0),
    };
    if !nests {
        return;
    }
    let name = &parameter.name;
    let message = format!(
        "a list or an object within the value of `{}` has no form in the style of the parameter: a call with one fails before it is sent",
        name.text
    );
    let help =
        "give the parameter `style: deepObject`, or `content` of `application/json`";
    lowering.warn(Code::UnsupportedParameter, name.span, message, help);
}

/// Whether the items of a list, or the properties of an object, may be lists or objects themselves.
fn holds_structure(document: &Document, id: SchemaId, depth: usize) -> bool {
    let schema = target(document, id);
    let mut inner = branches(schema).iter().filter(|id| !is_null(document, **id));
    if depth < DEEPEST && inner.any(|id| holds_structure(document, *id, depth + 1)) {
        return true;
    }
    let items = schema.items.iter().chain(&schema.prefix_items);
    let items = items.filter(|_| is_array(schema));
    let properties = schema.properties.iter().map(|property| &property.schema);
    let held = items.chain(properties).chain(&schema.additional_properties);
    held.into_iter().any(|id| is_structure(document, *id, depth))
}

/// Whether all values of a schema, but `null`, are lists or objects.
fn is_structure(document: &Document, id: SchemaId, depth: usize) -> bool {
    let schema = target(document, id);
    let mut inner =
        branches(schema).iter().filter(|id| !is_null(document, **id)).peekable();
    if inner.peek().is_some() {
        return depth < DEEPEST
            && inner.all(|id| is_structure(document, *id, depth + 1));
    }
    let mut kinds = schema.kinds.iter().filter(|kind| *kind != Kind::Null).peekable();
    let is_listed = kinds.peek().is_some()
        && kinds.all(|kind| matches!(kind, Kind::Object | Kind::Array));
    is_listed || schema.kinds.is_empty() && has_members(schema)
}

fn has_members(schema: &Schema) -> bool {
    is_array(schema)
        || !schema.properties.is_empty()
        || schema.additional_properties.is_some()
}
