//! A schema with a list of strings to an enum.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Lowering, given};
use crate::config::EnumConfig;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Schema, SchemaId, Value, ValueKind};
use crate::ir::{Enumeration, Variant};
use crate::name::{Scope, Variant as VariantRole, Words};

/// Whether a schema lists strings, perhaps with `null` among them, and nothing else.
pub(super) fn applies(schema: &Schema) -> bool {
    let mut any = false;
    for value in listed(schema) {
        match value.kind {
            ValueKind::String(_) => any = true,
            ValueKind::Null => {}
            _ => return false,
        }
    }
    any
}

/// The enum of a schema that lists strings.
///
/// It is open, unless the configuration closes it: a value that a later document adds is kept, so that it does not fail a
/// whole response.
pub(super) fn enumeration(lowering: &mut Lowering<'_>, id: SchemaId) -> Enumeration {
    let document = lowering.document;
    let given = lowering.given.of_enum(id);
    let open = given.is_none_or(|entry| !entry.closed);
    let mut names = Scope::<VariantRole>::with(if open { &["Unknown"] } else { &[] });
    let others: Vec<Words> = match given {
        Some(entry) if !entry.names.is_empty() => {
            let texts =
                listed(&document.schemas[id]).filter_map(|value| match &value.kind {
                    ValueKind::String(text) => Some(&**text),
                    _ => None,
                });
            texts
                .filter(|text| !entry.names.contains_key(*text))
                .map(Words::of)
                .collect()
        }
        _ => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    let mut variants = Vec::new();
    for value in listed(&document.schemas[id]) {
        let ValueKind::String(text) = &value.kind else { continue };
        if !seen.insert(&**text) {
            let message = format!("the value `{text}` stands twice in `enum`");
            lowering.diagnostics.push(Diagnostic::warning(
                Code::DuplicateEnumValue,
                value.span,
                message,
            ));
            continue;
        }
        let wanted = given.and_then(|entry| entry.names.get(&**text));
        let words = match wanted {
            Some(name) => given::words(lowering, name, &names, &others),
            None => Words::of(text),
        };
        variants.push(Variant {
            name: names.give(&words),
            wire: text.to_string(),
        });
    }
    if let Some(entry) = given {
        warn_of_unused(lowering, entry, &seen);
    }
    Enumeration { variants, open }
}

/// Reports names for values that are not listed, and an entry that says nothing.
fn warn_of_unused(
    lowering: &mut Lowering<'_>,
    entry: &EnumConfig,
    listed: &BTreeSet<&str>,
) {
    let mut report = |at: &Spanned<String>, message: &str| {
        let help = "correct the entry, or drop it";
        lowering.misconfigured(Code::ConfigUnused, at, message, help);
    };
    for value in
        entry.names.keys().filter(|value| !listed.contains(value.get_ref().as_str()))
    {
        let message = format!("the enum does not list `{}`", value.get_ref());
        report(value, &message);
    }
    if !entry.closed && entry.names.is_empty() {
        report(&entry.at, "the entry says nothing that is not so anyway");
    }
}

/// Whether a literal is `null`.
pub(super) fn is_null(value: &Value) -> bool {
    value.kind == ValueKind::Null
}

fn listed(schema: &Schema) -> impl Iterator<Item = &Value> {
    schema.values.iter().flatten().chain(&schema.constant)
}
