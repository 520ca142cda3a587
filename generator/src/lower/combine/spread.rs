//! Keywords beside `oneOf` and `anyOf`, which hold for each branch.

use super::kinds::annotations;
use super::{Combining, bare, index};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Discriminator, Kind, Kinds, Named, Schema, SchemaId, Text};

/// Leaves a union with nothing beside it.
pub(super) fn siblings(combining: &mut Combining<'_>, id: SchemaId) {
    requirements(combining, id);
    let schema = &combining.schemas[index(id)];
    if !bare::is_union(schema) {
        return;
    }
    let null = schema.kinds.has(Kind::Null);
    let both = !schema.one_of.is_empty() && !schema.any_of.is_empty();
    if !bare::shapes_beyond_kind(schema) && !both {
        let schema = &mut combining.schemas[index(id)];
        schema.kinds = Kinds::default();
        schema.nullable |= null;
        return;
    }
    spread(combining, id);
}

/// Drops unions whose branches only say which properties must stand together: no type can show that.
fn requirements(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &combining.schemas[index(id)];
    let drops = |branches: &[SchemaId]| {
        let mut branches = branches.iter().map(|id| &combining.schemas[index(*id)]);
        branches.len() > 0 && bare::shapes(schema) && branches.all(bare::only_requires)
    };
    let (one_of, any_of) = (drops(&schema.one_of), drops(&schema.any_of));
    let schema = &mut combining.schemas[index(id)];
    for (dropped, branches, keyword) in
        [(one_of, &mut schema.one_of, "oneOf"), (any_of, &mut schema.any_of, "anyOf")]
    {
        if dropped {
            branches.clear();
            let message = format!(
                "which properties must stand together by `{keyword}` is not checked"
            );
            let place = schema.span;
            let diagnostic = Diagnostic::warning(Code::IgnoredKeyword, place, message);
            combining.diagnostics.push(diagnostic);
        }
    }
}

/// Makes each branch satisfy what stands beside the union.
fn spread(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &combining.schemas[index(id)];
    let whole = annotations(schema);
    let mut common = Schema {
        one_of: Vec::new(),
        discriminator: None,
        component: None,
        title: None,
        description: None,
        nullable: false,
        kinds: schema.kinds.without(Kind::Null),
        ..schema.clone()
    };
    let null = schema.kinds.has(Kind::Null);
    let discriminator = schema.discriminator.clone();
    let mut branches = schema.one_of.clone();
    if branches.is_empty() {
        branches = std::mem::take(&mut common.any_of);
    }
    let common = combining.add(common);
    let mut spread = Vec::with_capacity(branches.len());
    for branch in &branches {
        let target = combining.target(*branch);
        let made = if combining.schemas[index(target)].kinds == Kinds::of(Kind::Null) {
            *branch
        } else {
            combining.both(common, *branch)
        };
        if made != *branch && combining.schemas[index(made)].title.is_none() {
            combining.schemas[index(made)].title = title(combining, target);
        }
        spread.push((target, made));
    }
    let discriminator =
        discriminator.map(|discriminator| mapped(combining, discriminator, &spread));
    combining.schemas[index(id)] = Schema {
        one_of: spread.into_iter().map(|(_, made)| made).collect(),
        discriminator,
        nullable: whole.nullable || null,
        ..whole
    };
}

/// What a branch is called: by its component.
fn title(combining: &Combining<'_>, target: SchemaId) -> Option<Text> {
    let schema = &combining.schemas[index(target)];
    let text = schema.component.clone();
    text.map(|text| Text { text, span: schema.span }).or_else(|| schema.title.clone())
}

/// The mapping to the branches as they now are; the names that components have by themselves are written out.
fn mapped(
    combining: &Combining<'_>,
    discriminator: Discriminator,
    spread: &[(SchemaId, SchemaId)],
) -> Discriminator {
    let made = |id: SchemaId| {
        let target = combining.target(id);
        spread.iter().find(|(branch, _)| *branch == target).map_or(id, |(_, made)| *made)
    };
    let named = |target: SchemaId| {
        discriminator.mapping.iter().any(|entry| combining.target(entry.value) == target)
    };
    let implied = spread.iter().filter(|(target, _)| !named(*target));
    let implied = implied.filter_map(|(target, made)| {
        Some(Named {
            name: title(combining, *target)?,
            value: *made,
        })
    });
    let implied: Vec<_> = implied.collect();
    let mapping = discriminator.mapping.iter().map(|entry| Named {
        name: entry.name.clone(),
        value: made(entry.value),
    });
    Discriminator {
        mapping: mapping.chain(implied).collect(),
        default: discriminator.default.map(made),
        ..discriminator
    }
}
