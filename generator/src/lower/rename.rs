//! Names that the configuration gives to schemas.

use std::collections::BTreeMap;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, SchemaId};
use crate::name::Words;

/// The configured names by schema; an entry that names no schema is an error.
pub(super) fn renames(lowering: &mut Lowering<'_>) -> BTreeMap<SchemaId, Words> {
    let mut renames = BTreeMap::new();
    for entry in &lowering.config.types {
        match at(lowering.document, entry.at.get_ref()) {
            Some(schema) => {
                renames.insert(schema, Words::of(entry.name.get_ref()));
            }
            None => {
                let message = format!("no schema stands at `{}`", entry.at.get_ref());
                let help =
                    "name a schema under `#/components/schemas/`, or drop the entry";
                let place = lowering.config.place(&entry.at);
                lowering.diagnostics.push(
                    Diagnostic::error(Code::ConfigUnused, place, message).help(help),
                );
            }
        }
    }
    renames
}

/// The schema at a JSON pointer that begins in `components.schemas` (RFC 6901).
fn at(document: &Document, pointer: &str) -> Option<SchemaId> {
    let mut tokens = pointer.strip_prefix("#/components/schemas/")?.split('/');
    let unescape = |token: &str| token.replace("~1", "/").replace("~0", "~");
    let mut id = document.components.schemas.get(&*unescape(tokens.next()?))?.value;
    while let Some(token) = tokens.next() {
        let schema = &document.schemas[id];
        id = match token {
            "properties" => {
                let name = unescape(tokens.next()?);
                schema
                    .properties
                    .iter()
                    .find(|property| *property.name.text == *name)?
                    .schema
            }
            "items" => schema.items?,
            "additionalProperties" => schema.additional_properties?,
            "allOf" => *schema.all_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            "oneOf" => *schema.one_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            "anyOf" => *schema.any_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(id)
}
