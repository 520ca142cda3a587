//! Types of other crates in place of those that the document leads to.

use std::collections::BTreeMap;

use super::{Lowering, given};
use crate::config::{Config, DependencyConfig, MapConfig};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::{Document, Schema, SchemaId};
use crate::ir::{Dependency, Mapped, Type, TypePath};

/// The longest path of a type.
const LONGEST: usize = 400;

/// Names that need no crate.
const KNOWN: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32",
    "u64", "u128", "Box", "Option", "String", "Vec",
];

/// What every crate depends on, perhaps with fewer features than a type needs.
const OURS: &[&str] = &["jiff", "secrecy", "serde", "serde_json"];

/// What every client depends on beside it.
const OF_CLIENTS: &[&str] = &[
    "axum",
    "base64",
    "bytes",
    "http",
    "percent-encoding",
    "quick-xml",
    "reqwest",
    "reqwest-middleware",
    "tokio",
    "tracing",
];

/// The mappings, and which of them are of use.
#[derive(Debug, Default)]
pub(super) struct Maps<'a> {
    list: Vec<(&'a MapConfig, TypePath, bool)>,
    by_schema: BTreeMap<SchemaId, usize>,
    by_format: BTreeMap<&'a str, usize>,
}

/// Reads the mappings; what is wrong with one is reported, and it is not used.
pub(super) fn maps<'a>(
    document: &Document,
    config: &'a Config,
    diagnostics: &mut Diagnostics,
) -> Maps<'a> {
    let mut maps = Maps::default();
    for entry in &config.maps {
        let index = maps.list.len();
        let Some(path) = path(entry.ty.get_ref()) else {
            let message = format!("`{}` is no path of a type", entry.ty.get_ref());
            let help =
                "write it from its crate on, as `::chrono::DateTime<::chrono::Utc>`";
            report(diagnostics, config.place(&entry.ty), message, help);
            continue;
        };
        match (&entry.at, &entry.format) {
            (Some(at), None) => {
                if let Some(id) = given::at(document, at.get_ref(), diagnostics) {
                    maps.by_schema.insert(id, index);
                }
            }
            (None, Some(format)) => {
                maps.by_format.insert(format.get_ref(), index);
            }
            _ => {
                let message = "a mapping has either `at` or `format`".to_owned();
                let help = "say which values have the type: one schema's, or a format's";
                report(diagnostics, config.place(&entry.ty), message, help);
            }
        }
        maps.list.push((entry, path, false));
    }
    maps
}

/// The type of a schema's values: the one that a mapping gives, in place of the one that the document leads to.
pub(super) fn mapped(
    lowering: &mut Lowering<'_>,
    id: SchemaId,
    schema: &Schema,
    wire: Type,
) -> Type {
    let maps = &mut lowering.maps;
    let by_format = || {
        let format = schema.format.as_ref()?;
        let scalar = !matches!(wire, Type::List(_) | Type::Map(_));
        maps.by_format.get(&*format.text).filter(|_| scalar)
    };
    let Some(index) = maps.by_schema.get(&id).or_else(by_format).copied() else {
        return wire;
    };
    let (entry, path, used) = &mut maps.list[index];
    *used = true;
    let sample = entry.sample.as_ref();
    Type::Mapped(Box::new(Mapped {
        path: path.clone(),
        wire,
        sample: sample.and_then(|sample| serde_json::to_string(sample).ok()),
    }))
}

/// Reports each mapping that no value has.
pub(super) fn unused(lowering: &mut Lowering<'_>) {
    let config = lowering.config;
    for (entry, _, used) in &lowering.maps.list {
        let Some(place) = entry.at.as_ref().or(entry.format.as_ref()) else { continue };
        if !used {
            let message = format!("no value of the document is `{}`", place.get_ref());
            let help = "name a schema that is neither a reference, an object with properties, an enum nor a union; or drop the entry";
            lowering.diagnostics.push(
                Diagnostic::error(Code::ConfigUnused, config.place(place), message)
                    .help(help),
            );
        }
    }
}

/// The crates that the mapped types are to be found in, by name.
pub(super) fn dependencies(
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Dependency> {
    let mut found: BTreeMap<&str, Dependency> = BTreeMap::new();
    for given in config.maps.iter().filter_map(|entry| entry.dependency.as_ref()) {
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

fn dependency(given: &DependencyConfig) -> Dependency {
    Dependency {
        name: given.name.get_ref().clone(),
        version: given.version.get_ref().clone(),
        features: given.features.clone(),
        default_features: given.default_features.unwrap_or(true),
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn is_requirement(version: &str) -> bool {
    version.contains(|c: char| c.is_ascii_digit())
        && version
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " .,*^~<>=+-".contains(c))
}

fn report(diagnostics: &mut Diagnostics, place: Span, message: String, help: &str) {
    diagnostics.push(Diagnostic::error(Code::ConfigMap, place, message).help(help));
}

/// The path that a text is: only names and, between angle brackets, other paths.
fn path(text: &str) -> Option<TypePath> {
    if text.len() > LONGEST {
        return None;
    }
    part(&syn::parse_str::<syn::Type>(text).ok()?)
}

fn part(ty: &syn::Type) -> Option<TypePath> {
    let syn::Type::Path(syn::TypePath { qself: None, path, .. }) = ty else {
        return None;
    };
    let mut segments = Vec::new();
    for segment in &path.segments {
        let arguments = match &segment.arguments {
            syn::PathArguments::None => Vec::new(),
            syn::PathArguments::AngleBracketed(given) => {
                let given = given.args.iter().map(|argument| match argument {
                    syn::GenericArgument::Type(ty) => part(ty),
                    _ => None,
                });
                given.collect::<Option<Vec<_>>>()?
            }
            syn::PathArguments::Parenthesized(_) => return None,
        };
        let name = segment.ident.to_string();
        if name.starts_with("r#") {
            return None;
        }
        segments.push((name, arguments));
    }
    let absolute = path.leading_colon.is_some();
    let known =
        matches!(segments.as_slice(), [(name, _)] if KNOWN.contains(&name.as_str()));
    (absolute && segments.len() > 1 || !absolute && known)
        .then_some(TypePath { absolute, segments })
}

#[cfg(test)]
mod tests {
    use super::{OF_CLIENTS, OURS, path};

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

    #[test]
    fn only_paths_are_types() {
        for text in
            ["::a::B", "u128", "::std::collections::BTreeMap<String, Vec<::a::B<u8>>>"]
        {
            assert!(path(text).is_some(), "{text}");
        }
        for text in [
            "",
            "a::B",
            "crate::B",
            "Thing",
            "::a",
            "(u8, u8)",
            "[u8; { panic!() }]",
            "&'static str",
            "::a::B<'static>",
            "::a::B<{ 1 }>",
            "<u8 as ::a::B>::C",
            "fn() -> u8",
            "::a::B; fn f() {}",
            "dyn ::a::B",
            "::a::m!()",
            "::a::r#type",
        ] {
            assert!(path(text).is_none(), "{text}");
        }
        assert!(path(&"Vec<".repeat(90)).is_none());
    }
}
