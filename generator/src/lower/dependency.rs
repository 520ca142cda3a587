//! Crates that the generated one depends on for types and traits that the configuration names.

use std::collections::BTreeMap;

use super::map::report;
use super::{Lowering, derive, map};
use crate::config::{Config, DependencyConfig};
use crate::diagnostic::Diagnostics;
use crate::ir::{Dependency, Group, TypeDef, Webhook};

/// What every crate depends on, perhaps with fewer features than a type needs.
const OURS: &[&str] = &["jiff", "secrecy", "serde", "serde_json"];

/// What every client depends on beside it.
const OF_CLIENTS: &[&str] = &[
    "axum",
    "base64",
    "bytes",
    "futures-core",
    "http",
    "http-body",
    "percent-encoding",
    "quick-xml",
    "reqwest",
    "reqwest-middleware",
    "tokio",
    "tracing",
];

/// The crates that the configuration names, by name; what is wrong with one is reported.
pub(super) fn given(config: &Config, diagnostics: &mut Diagnostics) -> Vec<Dependency> {
    let mut found: BTreeMap<&str, Dependency> = BTreeMap::new();
    let of_maps = config.maps.iter().filter_map(|entry| entry.dependency.as_ref());
    let of_derives = config.derives.iter().filter_map(|entry| entry.dependency.as_ref());
    for given in of_maps.chain(of_derives) {
        let name = given.name.get_ref().as_str();
        let place = config.place(&given.name);
        let dependency = dependency(given);
        if let Some(other) = found.get(name).filter(|other| **other != dependency) {
            let message = format!("`{}` is given twice, and otherwise", other.name);
            report(diagnostics, place, message, "give the crate the same way each time");
        } else if OURS.contains(&name)
            || (OF_CLIENTS.contains(&name) && !config.package.types_only)
        {
            let message = format!("the generated crate depends on `{name}` anyway");
            report(diagnostics, place, message, "drop the dependency");
        } else if !is_name(name) {
            let message = format!("`{name}` is no name of a crate");
            report(diagnostics, place, message, "write it as in a manifest");
        } else if !is_requirement(given.version.get_ref()) {
            let message = format!("`{}` is no version", given.version.get_ref());
            let place = config.place(&given.version);
            report(diagnostics, place, message, "write it as in a manifest: `1.2`");
        }
        found.insert(name, dependency);
    }
    found.into_values().collect()
}

/// Those that something of the API still names, now that it is narrowed to a selection.
pub(super) fn kept(
    mut given: Vec<Dependency>,
    (lowering, derives): (&Lowering<'_>, &[derive::Derive<'_>]),
    (groups, webhooks): (&mut [Group], &mut [Webhook]),
    types: &mut [TypeDef],
) -> Vec<Dependency> {
    let mut needed = derive::needed(derives, types);
    let called = groups.iter_mut().flat_map(|group| &mut group.operations);
    let called = called.flat_map(|operation| operation.types_mut());
    let sent = webhooks.iter_mut().map(|webhook| &mut webhook.ty);
    let held = types.iter_mut().flat_map(TypeDef::types_mut);
    needed.extend(map::needed(&lowering.maps, called.chain(sent).chain(held)));
    given.retain(|dependency| needed.contains(&dependency.name));
    given
}

fn dependency(given: &DependencyConfig) -> Dependency {
    Dependency {
        name: given.name.get_ref().clone(),
        version: given.version.get_ref().clone(),
        features: given.features.clone(),
        default_features: given.default_features.unwrap_or(true),
    }
}

/// Whether a text can be the name of a crate.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn is_requirement(version: &str) -> bool {
    version.contains(|c: char| c.is_ascii_digit())
        && version
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " .,*^~<>=+-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{OF_CLIENTS, OURS};

    #[test]
    fn the_crates_that_are_there_are_those_of_the_runtime() {
        let manifest = include_str!("../../runtime/Cargo.toml");
        let section = manifest.split("[dependencies]\n").nth(1).unwrap_or_default();
        let lines = section.lines().take_while(|line| !line.is_empty());
        let runtime: Vec<&str> =
            lines.filter_map(|line| line.split(['.', ' ']).next()).collect();
        let mut ours = [OURS, OF_CLIENTS].concat();
        ours.sort_unstable();
        assert_eq!(ours, runtime);
    }
}
