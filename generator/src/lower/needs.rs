//! What the formats of an API's values ask the crate for.

use std::collections::BTreeSet;

use crate::ir::{Dependency, Format, Group, Type, TypeDef, Webhook};

/// The formats whose types are of a crate, or of a part of the runtime, that others do without.
const NEEDING: &[Format] = &[
    Format::DateTime,
    Format::Duration,
    Format::Uuid,
    Format::Base64,
    Format::Base64Url,
];

/// The features without which a crate that the configuration names does not do for a format.
const FEATURES: &[(Format, &str, &str)] =
    &[(Format::Uuid, "uuid", "serde"), (Format::Base64, "base64", "alloc")];

/// The formats among those of all values that ask for something.
pub(super) fn formats(
    types: &mut [TypeDef],
    groups: &mut [Group],
    webhooks: &[Webhook],
) -> BTreeSet<Format> {
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    let called = operations.flat_map(|operation| operation.types_mut());
    let held = types.iter_mut().flat_map(TypeDef::types_mut);
    let mutable = called.chain(held).map(|ty| &*ty);
    let all = mutable.chain(webhooks.iter().map(|webhook| &webhook.ty));
    let formats = all.flat_map(Type::leaves).filter_map(|leaf| match leaf {
        Type::Text(format) => Some(*format),
        _ => None,
    });
    formats.filter(|format| NEEDING.contains(format)).collect()
}

/// Adds to the crates that the configuration names what the formats need of them.
pub(super) fn features(dependencies: &mut [Dependency], formats: &BTreeSet<Format>) {
    for (format, name, feature) in FEATURES {
        let needed = formats.contains(format)
            || (*format == Format::Base64 && formats.contains(&Format::Base64Url));
        for dependency in dependencies.iter_mut().filter(|given| given.name == *name) {
            if needed && !dependency.features.iter().any(|known| known == feature) {
                dependency.features.push((*feature).to_owned());
            }
        }
    }
}
