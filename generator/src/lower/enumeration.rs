//! A schema with a list of strings to an enum.

use std::collections::BTreeSet;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Schema, Value, ValueKind};
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
/// It is open: a value that a later document adds is kept, so that it does not fail a whole response.
pub(super) fn enumeration(lowering: &mut Lowering<'_>, schema: &Schema) -> Enumeration {
    let mut names = Scope::<VariantRole>::with(&["Unknown"]);
    let mut seen = BTreeSet::new();
    let mut variants = Vec::new();
    for value in listed(schema) {
        let ValueKind::String(text) = &value.kind else { continue };
        if !seen.insert(text) {
            let message = format!("the value `{text}` stands twice in `enum`");
            lowering.diagnostics.push(Diagnostic::warning(
                Code::DuplicateEnumValue,
                value.span,
                message,
            ));
            continue;
        }
        variants.push(Variant {
            name: names.give(&Words::of(text)),
            wire: text.to_string(),
        });
    }
    Enumeration { variants, open: true }
}

/// Whether a literal is `null`.
pub(super) fn is_null(value: &Value) -> bool {
    value.kind == ValueKind::Null
}

fn listed(schema: &Schema) -> impl Iterator<Item = &Value> {
    schema.values.iter().flatten().chain(&schema.constant)
}
