//! Names that the configuration gives to schemas.

use std::collections::BTreeMap;

use super::{Lowering, given};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::SchemaId;
use crate::name::Words;

/// The configured names by schema; an entry that names no schema is an error.
pub(super) fn renames(lowering: &mut Lowering<'_>) -> BTreeMap<SchemaId, Words> {
    let mut renames = BTreeMap::new();
    for entry in &lowering.config.types {
        match given::at(lowering.document, entry.at.get_ref(), lowering.diagnostics) {
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
