//! Configuration entries that match nothing: an exception must prove that it is still needed.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Lowering, given, map, timeout};
use crate::config::TimeoutConfig;
use crate::diagnostic::Code;
use crate::ir::Group;

/// Reports every entry that names what the document does not have.
pub(super) fn entries(lowering: &mut Lowering<'_>, groups: &[Group]) {
    operations(lowering, groups);
    given::unused(lowering);
    map::unused(lowering);
    timeout::unused(lowering);
}

/// Reports every entry that names an operation or scheme the document does not have.
fn operations(lowering: &mut Lowering<'_>, groups: &[Group]) {
    let ids: BTreeSet<&str> = groups
        .iter()
        .flat_map(|group| &group.operations)
        .map(|operation| &*operation.id)
        .collect();
    let config = lowering.config;
    let retry = config.retry.iter().flat_map(|entry| &entry.operations);
    let timeout = config.timeout.iter().flat_map(|entry| &entry.operations);
    let pages = config.pages.iter().flat_map(|entry| &entry.operations);
    let tokens = config.auth.values().filter_map(|entry| entry.token_operation.as_ref());
    let renamed = config.operations.iter().map(|entry| &entry.id);
    let bodies = config.bodies.iter().flat_map(|entry| &entry.operations);
    for id in retry
        .chain(timeout)
        .chain(pages)
        .chain(tokens)
        .chain(renamed)
        .chain(bodies.clone())
        .filter(|id| !ids.contains(id.get_ref().as_str()))
    {
        unused(lowering, id, &format!("no operation is called `{}`", id.get_ref()));
    }
    let bare: BTreeSet<&str> = groups
        .iter()
        .flat_map(|group| &group.operations)
        .filter(|operation| operation.body.is_none() || operation.variant_of.is_some())
        .map(|operation| &*operation.id)
        .collect();
    for id in bodies.filter(|id| bare.contains(id.get_ref().as_str())) {
        unused(
            lowering,
            id,
            &format!("`{}` has no request body to choose", id.get_ref()),
        );
    }
    repeated(lowering);
    let tags: BTreeSet<&str> = groups.iter().map(|group| &*group.tag).collect();
    let named = config.tags.iter().map(|entry| &entry.tag);
    for tag in named.clone().filter(|tag| !tags.contains(tag.get_ref().as_str())) {
        let message = format!("no operation has `{}` as its first tag", tag.get_ref());
        unused(lowering, tag, &message);
    }
    for tag in twice(named) {
        unused(lowering, tag, &format!("`{}` is given a name twice", tag.get_ref()));
    }
    let schemes = &lowering.document.components.security_schemes;
    for scheme in config
        .auth
        .keys()
        .filter(|scheme| !schemes.contains_key(scheme.get_ref().as_str()))
    {
        unused(
            lowering,
            scheme,
            &format!("no security scheme is called `{}`", scheme.get_ref()),
        );
    }
}

/// Reports every operation that is given the same thing by two entries.
fn repeated(lowering: &mut Lowering<'_>) {
    let config = lowering.config;
    for id in twice(config.retry.iter().flat_map(|entry| &entry.operations)) {
        unused(lowering, id, &format!("`{}` is given a class twice", id.get_ref()));
    }
    for id in twice(config.pages.iter().flat_map(|entry| &entry.operations)) {
        unused(lowering, id, &format!("`{}` is given pages twice", id.get_ref()));
    }
    let timed = |is_set: fn(&TimeoutConfig) -> bool| {
        let entries = config.timeout.iter().filter(move |entry| is_set(entry));
        twice(entries.flat_map(|entry| &entry.operations))
    };
    for id in timed(|entry| entry.seconds.is_some()) {
        unused(lowering, id, &format!("`{}` is given `seconds` twice", id.get_ref()));
    }
    for id in timed(|entry| entry.attempt_seconds.is_some()) {
        let message = format!("`{}` is given `attempt_seconds` twice", id.get_ref());
        unused(lowering, id, &message);
    }
    for id in twice(config.bodies.iter().flat_map(|entry| &entry.operations)) {
        unused(lowering, id, &format!("`{}` is given a body twice", id.get_ref()));
    }
    for id in twice(config.operations.iter().map(|entry| &entry.id)) {
        unused(lowering, id, &format!("`{}` is given a name twice", id.get_ref()));
    }
}

fn twice<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>>,
) -> Vec<&'a Spanned<String>> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| !seen.insert(id.get_ref())).collect()
}

fn unused(lowering: &mut Lowering<'_>, entry: &Spanned<String>, message: &str) {
    let help = "correct the name, or drop the entry";
    lowering.misconfigured(Code::ConfigUnused, entry, message, help);
}
