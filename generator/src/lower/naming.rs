//! Names for all types, once all are known.
//!
//! A component has its own name. An inline type is named after what holds it and the property it stands at; where equal
//! ones stand at several places, after the words those properties end with: `address` and `delivery_address` are an
//! `Address`.

use std::collections::BTreeSet;

use toml::Spanned;

use super::draft::{Draft, Drafts, Parent, Use};
use super::rename::Renames;
use super::{Lowering, given};
use crate::ir::{Behind, Direction, Shape, Type as Ty, TypeDef, TypeId};
use crate::name::{Module, Scope, Type, TypeName, Words};

/// Every type with its name and module.
pub(super) fn named(lowering: &mut Lowering<'_>, renames: &Renames<'_>) -> Vec<TypeDef> {
    let drafts = std::mem::take(&mut lowering.drafts);
    let names = names(lowering, &drafts, renames);
    // A module within one of its own name reads as a mistake.
    let mut modules = Scope::<Module>::with(&["models"]);
    let mut types = Vec::with_capacity(drafts.types.len());
    for (draft, (words, name)) in drafts.types.into_iter().zip(names) {
        let title = if draft.title.is_empty() { name.to_string() } else { draft.title };
        types.push(TypeDef {
            module: modules.give(&words),
            name,
            docs: draft.docs,
            title,
            deprecated: draft.deprecated,
            direction: Direction::default(),
            derives: Vec::new(),
            behind: Behind::default(),
            shape: draft.shape.unwrap_or(Shape::Alias(Ty::Any)),
            origin: draft.origin,
        });
    }
    types
}

/// Components are named before inline types, so that no inline type takes a component's name; what the configuration
/// names in between, so that it takes none either.
fn names(
    lowering: &mut Lowering<'_>,
    drafts: &Drafts,
    renames: &Renames<'_>,
) -> Vec<(Words, TypeName)> {
    let words: Vec<Words> = {
        let mut known = vec![None; drafts.types.len()];
        (0..drafts.types.len())
            .map(|index| words(drafts, renames, index, &mut known))
            .collect()
    };
    let mut scope = Scope::<Type>::default();
    let mut names: Vec<Option<TypeName>> = vec![None; words.len()];
    for pass in 0..=2 {
        for (index, draft) in drafts.types.iter().enumerate() {
            let configured = renamed(draft, renames);
            if pass == turn(draft, configured.is_some()) {
                if let Some(name) = configured {
                    given::words(lowering, name, &scope, &[]);
                }
                names[index] = Some(scope.give(&words[index]));
            }
        }
    }
    words.into_iter().zip(names.into_iter().flatten()).collect()
}

/// When a type is named: components first, then those with a configured name, then the others.
fn turn(draft: &Draft, configured: bool) -> usize {
    match (&draft.component, configured) {
        (_, true) => 1,
        (Some(_), false) => 0,
        (None, false) => 2,
    }
}

fn renamed<'a>(draft: &Draft, renames: &Renames<'a>) -> Option<&'a Spanned<String>> {
    draft.schemas.iter().find_map(|schema| renames.get(schema)).copied()
}

fn words(
    drafts: &Drafts,
    renames: &Renames<'_>,
    index: usize,
    known: &mut [Option<Words>],
) -> Words {
    if let Some(words) = &known[index] {
        return words.clone();
    }
    let draft = &drafts.types[index];
    let words = renamed(draft, renames)
        .map(|name| Words::of(name.get_ref()))
        .or_else(|| draft.component.clone())
        .unwrap_or_else(|| {
            let uses = places(&draft.uses);
            let shared = uses.iter().map(|place| place.words.clone());
            let shared = shared.reduce(|a, b| a.common_end(&b)).unwrap_or_default();
            match uses.as_slice() {
                [_, _, ..] if !shared.is_empty() => shared,
                [place, ..] => match &place.parent {
                    Parent::Type(TypeId(parent)) => {
                        words(drafts, renames, *parent as usize, known)
                            .join(&place.words)
                    }
                    Parent::Root(words) => words.join(&place.words),
                },
                [] => shared,
            }
        });
    known[index] = Some(words.clone());
    words
}

/// The places of a type, the first alone of those in one operation: it keeps its name there when it is sent in one more media
/// type.
fn places(uses: &[Use]) -> Vec<&Use> {
    let mut roots = BTreeSet::new();
    let mut places: Vec<&Use> = uses.iter().collect();
    places.retain(|place| match &place.parent {
        Parent::Root(words) => roots.insert(words.as_slice()),
        Parent::Type(_) => true,
    });
    places
}
