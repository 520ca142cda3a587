//! What the configuration says of schemas, by where they stand.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::Lowering;
use crate::config::{Config, EnumConfig, FieldConfig};
use crate::diagnostic::{Code, Diagnostics};
use crate::document::{Document, SchemaId};
use crate::name::{Role, Scope, Words, are_same, is_name};

/// The entries of the configuration by the schemas they name, and which of them are of use.
#[derive(Debug, Default)]
pub(super) struct Given<'a> {
    enums: BTreeMap<SchemaId, &'a EnumConfig>,
    fields: BTreeMap<SchemaId, &'a FieldConfig>,
    used: BTreeSet<SchemaId>,
}

impl<'a> Given<'a> {
    /// Finds the schema of each entry; those that name none are left to [`unused`].
    pub(super) fn find(
        document: &Document,
        config: &'a Config,
        diagnostics: &Diagnostics,
    ) -> Self {
        let at =
            |pointer: &Spanned<String>| at(document, pointer.get_ref(), diagnostics);
        let enums = config.enums.iter();
        let fields = config.fields.iter();
        Self {
            enums: enums.filter_map(|entry| Some((at(&entry.at)?, entry))).collect(),
            fields: fields.filter_map(|entry| Some((at(&entry.at)?, entry))).collect(),
            used: BTreeSet::new(),
        }
    }

    /// What is said of an enum.
    pub(super) fn of_enum(&mut self, id: SchemaId) -> Option<&'a EnumConfig> {
        let entry = *self.enums.get(&id)?;
        self.used.insert(id);
        Some(entry)
    }

    /// What is said of a property.
    pub(super) fn of_field(&mut self, id: SchemaId) -> Option<&'a FieldConfig> {
        let entry = *self.fields.get(&id)?;
        self.used.insert(id);
        Some(entry)
    }
}

/// Reports each entry that was of no use.
pub(super) fn unused(lowering: &mut Lowering<'_>) {
    let Given { enums, fields, used } = &lowering.given;
    let is_used = |found: Option<&SchemaId>| found.is_some_and(|id| used.contains(id));
    let mut wrong = Vec::new();
    for entry in &lowering.config.enums {
        let mut found = enums.iter();
        let found = found.find(|(_, other)| std::ptr::eq(**other, entry));
        if !is_used(found.map(|(id, _)| id)) {
            wrong.push((&entry.at, "no enum of texts stands"));
        }
    }
    for entry in &lowering.config.fields {
        let mut found = fields.iter();
        let found = found.find(|(_, other)| std::ptr::eq(**other, entry));
        if !is_used(found.map(|(id, _)| id)) {
            wrong.push((&entry.at, "no property that becomes a field stands"));
        }
    }
    for (at, what) in wrong {
        let message = format!("{what} at `{}`, or another entry names it", at.get_ref());
        let help = "name the schema itself, not a reference to it; or drop the entry";
        lowering.misconfigured(Code::ConfigUnused, at, message, help);
    }
}

/// The words of a name that the configuration gives; reported where it is none, or is another's already: one that was given
/// out, or that the document has for one of `others`.
pub(super) fn words<R: Role>(
    lowering: &mut Lowering<'_>,
    name: &Spanned<String>,
    scope: &Scope<R>,
    others: &[Words],
) -> Words {
    let words = Words::of(name.get_ref());
    let is_taken = !scope.is_free(&words)
        || others.iter().any(|other| are_same::<R>(&words, other));
    let message = if words.is_empty() {
        format!("`{}` has nothing that a name could be made of", name.get_ref())
    } else if !is_name::<R>(&words) {
        format!("`{}` is no name that can be given", name.get_ref())
    } else if is_taken {
        format!("the name `{}` is given to something else", name.get_ref())
    } else {
        return words;
    };
    lowering.misconfigured(Code::ConfigName, name, message, "choose another name");
    words
}

/// The schema at a JSON pointer (RFC 6901).
pub(super) fn at(
    document: &Document,
    pointer: &str,
    diagnostics: &Diagnostics,
) -> Option<SchemaId> {
    let Some(rest) = pointer.strip_prefix("#/components/schemas/") else {
        // What operations hold is found by its place.
        let pointer = pointer.strip_prefix('#')?;
        let mut schemas = document.schemas.0.iter().zip(0..);
        let found = schemas.find(|(schema, _)| {
            diagnostics.pointer(schema.span).is_some_and(|found| found == pointer)
        });
        return found.map(|(_, index)| SchemaId(index));
    };
    let mut tokens = rest.split('/');
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
            "prefixItems" => {
                *schema.prefix_items.get(tokens.next()?.parse::<usize>().ok()?)?
            }
            "additionalProperties" => schema.additional_properties?,
            "allOf" => *schema.all_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            "oneOf" => *schema.one_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            "anyOf" => *schema.any_of.get(tokens.next()?.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(id)
}
