//! Traits that the configuration gives to types beside their own.

mod known;

use std::collections::BTreeSet;

use toml::Spanned;

use self::known::{Known, Parts};
use super::{Lowering, given, map};
use crate::config::DeriveConfig;
use crate::diagnostic::Code;
use crate::ir::{Shape, TypeDef, TypeId, TypePath};

/// An entry of the configuration: which types have which traits.
pub(super) struct Derive<'a> {
    entry: &'a DeriveConfig,
    /// One type, or all.
    on: Option<TypeId>,
    known: Vec<(Known, &'a Spanned<String>)>,
    other: Vec<TypePath>,
}

/// Reads the entries while it is known which schema became which type; what is wrong with one is reported.
pub(super) fn derives<'a>(lowering: &mut Lowering<'a>) -> Vec<Derive<'a>> {
    let mut found = Vec::new();
    for entry in &lowering.config.derives {
        let on = match (&entry.at, entry.all) {
            (None, true) => None,
            (Some(at), false) => match type_at(lowering, at) {
                Some(id) => Some(id),
                None => continue,
            },
            _ => {
                let message = "a derive has either `at` or `all = true`".to_owned();
                let help =
                    "say which types have the traits: one schema's, or all that can";
                lowering.misconfigured(Code::ConfigDerive, &entry.why, message, help);
                continue;
            }
        };
        let (mut known, mut other) = (Vec::new(), Vec::new());
        for name in &entry.traits {
            if let Some(one) = Known::named(name.get_ref()) {
                known.push((one, name));
            } else if let Some(path) = map::path_of_trait(name.get_ref()) {
                other.push(path);
            } else {
                let message = format!("`{}` is no trait to derive", name.get_ref());
                let help = "name one of `Eq`, `Hash`, `PartialOrd`, `Ord`, `Default` and `Copy`, or write its path from \
                            its crate on, as `::my_crate::Trait`";
                lowering.misconfigured(Code::ConfigDerive, name, message, help);
            }
        }
        found.push(Derive { entry, on, known, other });
    }
    found
}

/// The type of the schema at a pointer.
fn type_at(lowering: &mut Lowering<'_>, at: &Spanned<String>) -> Option<TypeId> {
    let schema = given::at(lowering.document, at.get_ref(), lowering.diagnostics);
    let id = schema.and_then(|schema| lowering.drafts.by_schema.get(&schema).copied());
    if id.is_none() {
        let message = format!("no type stands at `{}`", at.get_ref());
        let help = "name the schema itself, not a reference to it; or drop the entry";
        lowering.misconfigured(Code::ConfigUnused, at, message, help);
    }
    id
}

/// Gives the traits to the types that can have them; where one cannot that an entry names, that is reported.
pub(super) fn derived(
    lowering: &mut Lowering<'_>,
    derives: &[Derive<'_>],
    types: &mut [TypeDef],
) {
    if derives.is_empty() {
        return;
    }
    let mut given = vec![Vec::new(); types.len()];
    let parts = Parts::of(types);
    for known in Known::ALL {
        let asked = asked(derives, known, types.len());
        let has = parts.having(known, &asked);
        for (index, has) in has.iter().enumerate() {
            if *has && !known::natural(&types[index], known) {
                given[index].push(known.path());
            }
        }
        for derive in derives {
            tell(lowering, derive, known, (types, &has));
        }
    }
    for derive in derives {
        for path in &derive.other {
            for (index, ty) in types.iter().enumerate() {
                let meant = derive.on.is_none_or(|on| on.0 as usize == index);
                let is_alias = matches!(ty.shape, Shape::Alias(_));
                if meant && !is_alias && !given[index].contains(path) {
                    given[index].push(path.clone());
                }
                if meant && is_alias && derive.on.is_some() {
                    let message = format!(
                        "`{}` is another name for a type, and derives nothing",
                        ty.name
                    );
                    lowering.misconfigured(
                        Code::ConfigDerive,
                        at(derive.entry),
                        message,
                        "drop the entry",
                    );
                }
            }
        }
    }
    for (ty, given) in types.iter_mut().zip(given) {
        ty.derives = given;
    }
}

/// Which types are to have a trait: by name, or with all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    No,
    WithAll,
    ByName,
}

fn asked(derives: &[Derive<'_>], known: Known, types: usize) -> Vec<Asked> {
    let mut asked = vec![Asked::No; types];
    let of =
        |derive: &&Derive<'_>| derive.known.iter().any(|(other, _)| other.brings(known));
    for derive in derives.iter().filter(of) {
        match derive.on {
            Some(id) => asked[id.0 as usize] = Asked::ByName,
            None => {
                for one in asked.iter_mut().filter(|one| **one == Asked::No) {
                    *one = Asked::WithAll;
                }
            }
        }
    }
    asked
}

/// Reports an entry whose trait no type has because of it.
fn tell(
    lowering: &mut Lowering<'_>,
    derive: &Derive<'_>,
    known: Known,
    (types, has): (&[TypeDef], &[bool]),
) {
    let Some((_, name)) = derive.known.iter().find(|(other, _)| *other == known) else {
        return;
    };
    let natural = |index: usize| known::natural(&types[index], known);
    let Some(TypeId(on)) = derive.on else {
        if !(0..types.len()).any(|index| has[index] && !natural(index)) {
            let message = format!("no type has `{}` because of it", known.name());
            lowering.misconfigured(Code::ConfigUnused, name, message, "drop the trait");
        }
        return;
    };
    let index = on as usize;
    let ty = &types[index];
    if natural(index) {
        let message = format!("`{}` has `{}` anyway", ty.name, known.name());
        lowering.misconfigured(Code::ConfigUnused, name, message, "drop the trait");
    } else if !has[index] {
        // That it has not itself is no reason, where it holds one of its own.
        let mut others = has.to_vec();
        others[index] = true;
        let lacking = known::lacking(types, index, known, (&others, true));
        let message = format!(
            "`{}` cannot have `{}`: {}",
            ty.name,
            known.name(),
            lacking.unwrap_or_default()
        );
        let help = "drop the trait; or give it to the type of that part, too, where that can have it";
        lowering.misconfigured(Code::ConfigDerive, name, message, help);
    }
}

/// Where an entry says which type it means.
fn at(entry: &DeriveConfig) -> &Spanned<String> {
    entry.at.as_ref().unwrap_or(&entry.why)
}

/// The crates of traits that a type still has.
pub(super) fn needed(derives: &[Derive<'_>], types: &[TypeDef]) -> BTreeSet<String> {
    let given: BTreeSet<&TypePath> = types.iter().flat_map(|ty| &ty.derives).collect();
    let used = derives
        .iter()
        .filter(|derive| derive.other.iter().any(|path| given.contains(path)));
    let dependencies = used.filter_map(|derive| derive.entry.dependency.as_ref());
    dependencies.map(|dependency| dependency.name.get_ref().clone()).collect()
}
