//! The texts of a discriminator by which the branches of a union are told.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::null::branches;
use super::tell::{end, listed};
use crate::diagnostic::Code;
use crate::document::{Discriminator, SchemaId};

/// How deep unions within unions are looked into.
const DEEPEST: usize = 16;

/// The texts that a mapping gives to schemas.
type Mapped = BTreeMap<SchemaId, Vec<String>>;

/// The texts for each branch; `None` where one of them has none, or two share one.
///
/// The mapping goes first, then what the branch lists for the property, then its name (OpenAPI 3.2.0, "Discriminator
/// Object"). A branch that is a union has those of its own branches, too.
pub(super) fn tags(
    lowering: &mut Lowering<'_>,
    discriminator: Option<&Discriminator>,
    ids: &[SchemaId],
) -> Option<Vec<Vec<String>>> {
    let discriminator = discriminator?;
    let mut looked = Look {
        property: &discriminator.property.text,
        maps: vec![mapped(lowering, discriminator)],
        seen: BTreeSet::new(),
    };
    let mut tags: Vec<Vec<String>> =
        ids.iter().map(|id| looked.own(lowering, *id)).collect();
    let own: BTreeSet<String> = tags.iter().flatten().cloned().collect();
    for (id, found) in ids.iter().zip(&mut tags) {
        looked.seen.clear();
        // What stands beside a union and within it, as heirs of heirs do, is meant directly.
        for text in looked.within(lowering, *id) {
            if !own.contains(&text) && !found.contains(&text) {
                found.push(text);
            }
        }
        if found.is_empty() {
            let (_, schema) = end(lowering, *id);
            found.extend(schema.component.as_deref().map(str::to_owned));
        }
    }
    let mut seen = BTreeSet::new();
    let told = tags.iter().all(|tags| !tags.is_empty())
        && tags.iter().flatten().all(|tag| seen.insert(tag.as_str()));
    if !told {
        let message = "the discriminator does not tell every branch from the others; their shapes do where they can";
        let help = "give each branch a value in `mapping`";
        lowering.warn(Code::AmbiguousUnion, discriminator.span, message, help);
        return None;
    }
    for entry in &discriminator.mapping {
        if !seen.contains(&*entry.name.text) {
            let message = format!(
                "`{}` of the mapping leads to no branch: such a value is kept as it came",
                entry.name.text
            );
            let help = "name the schema in `oneOf` or `anyOf`, too";
            lowering.warn(Code::AmbiguousUnion, entry.name.span, message, help);
        }
    }
    Some(tags)
}

fn mapped(lowering: &Lowering<'_>, discriminator: &Discriminator) -> Mapped {
    let mut mapped = Mapped::new();
    for entry in &discriminator.mapping {
        let (target, _) = end(lowering, entry.value);
        mapped.entry(target).or_default().push(entry.name.text.to_string());
    }
    mapped
}

/// A look through a branch for what is said of the discriminator.
struct Look<'d> {
    property: &'d str,
    /// The mappings around the place, the outermost first: it speaks of what it names, those within of the rest.
    maps: Vec<Mapped>,
    /// The unions that were looked into.
    seen: BTreeSet<SchemaId>,
}

impl Look<'_> {
    /// What a mapping, else the schema itself, says of a branch.
    fn own(&self, lowering: &Lowering<'_>, id: SchemaId) -> Vec<String> {
        let (target, schema) = end(lowering, id);
        if let Some(found) = self.maps.iter().find_map(|mapped| mapped.get(&target)) {
            return found.clone();
        }
        let mut properties = schema.properties.iter();
        let found = properties.find(|known| &*known.name.text == self.property);
        let listed = found.and_then(|found| listed(lowering, found.schema));
        listed.into_iter().flatten().map(|value| value.to_string()).collect()
    }

    /// What is said of the branches of a branch.
    fn within(&mut self, lowering: &Lowering<'_>, id: SchemaId) -> Vec<String> {
        let (target, schema) = end(lowering, id);
        let is_union = !branches(schema).is_empty();
        if !is_union || self.maps.len() > DEEPEST || !self.seen.insert(target) {
            return Vec::new();
        }
        let inner = schema.discriminator.as_ref();
        let inner = inner.filter(|inner| &*inner.property.text == self.property);
        let inner = inner.map(|inner| mapped(lowering, inner)).unwrap_or_default();
        self.maps.push(inner);
        let mut texts = Vec::new();
        for branch in branches(schema) {
            texts.extend(self.own(lowering, *branch));
            texts.extend(self.within(lowering, *branch));
        }
        self.maps.pop();
        texts
    }
}
