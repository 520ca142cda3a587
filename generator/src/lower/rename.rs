//! Names that the configuration gives to schemas.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Lowering, given};
use crate::config::TypeConfig;
use crate::diagnostic::Code;
use crate::document::SchemaId;

/// The configured names by schema.
pub(super) type Renames<'a> = BTreeMap<SchemaId, &'a Spanned<String>>;

/// The configured names by schema; an entry that names no schema, or one that is no type, is an error.
pub(super) fn renames<'a>(lowering: &mut Lowering<'a>) -> Renames<'a> {
    let mut renames = BTreeMap::new();
    for entry in &lowering.config.types {
        let pointer = entry.at.get_ref();
        match given::at(lowering.document, pointer, lowering.diagnostics) {
            Some(schema) if lowering.drafts.by_schema.contains_key(&schema) => {
                renames.insert(schema, &entry.name);
            }
            Some(_) => {
                let message =
                    format!("what stands at `{pointer}` has no type of its own");
                unused(lowering, entry, message);
            }
            None => unused(lowering, entry, format!("no schema stands at `{pointer}`")),
        }
    }
    renames
}

fn unused(lowering: &mut Lowering<'_>, entry: &TypeConfig, message: String) {
    let help = "name a schema under `#/components/schemas/`, or drop the entry";
    lowering.misconfigured(Code::ConfigUnused, &entry.at, message, help);
}
