//! Types of other crates in place of those that the document leads to.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::{Lowering, given};
use crate::config::{Config, MapConfig};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::{Document, Schema, SchemaId};
use crate::ir::{Mapped, Type, TypePath};

/// The longest path of a type.
const LONGEST: usize = 400;

/// The most angle brackets in it.
const DEEPEST: usize = 8;

/// Names that need no crate.
const KNOWN: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32",
    "u64", "u128", "Box", "Option", "String", "Vec",
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
                let found = given::at(document, at.get_ref(), diagnostics);
                if found.is_some_and(|id| maps.by_schema.insert(id, index).is_some()) {
                    twice(diagnostics, config, at);
                    continue;
                }
            }
            (None, Some(format)) => {
                if maps.by_format.insert(format.get_ref(), index).is_some() {
                    twice(diagnostics, config, format);
                    continue;
                }
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

fn twice(diagnostics: &mut Diagnostics, config: &Config, place: &Spanned<String>) {
    let message = format!("`{}` is mapped twice", place.get_ref());
    report(diagnostics, config.place(place), message, "drop one of the entries");
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
        let scalar = !matches!(wire, Type::List(_) | Type::Tuple(_) | Type::Map(_));
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
    let maps = &lowering.maps;
    let unused = maps.list.iter().enumerate().filter(|(_, (.., used))| !used);
    for (index, (entry, ..)) in unused {
        let leads_somewhere = maps.by_schema.values().any(|known| *known == index);
        let (place, message, help) = match (&entry.at, &entry.format) {
            (Some(at), None) if leads_somewhere => (
                at,
                format!("no value of `{}` can be mapped", at.get_ref()),
                "name a schema that is neither a reference, an object with properties, an enum nor a union; or drop the entry",
            ),
            (Some(at), None) => (
                at,
                format!("no schema of the document stands at `{}`", at.get_ref()),
                "correct the pointer, or drop the entry",
            ),
            (None, Some(format)) => (
                format,
                format!(
                    "no value that can be mapped has the format `{}`",
                    format.get_ref()
                ),
                "correct the name, or drop the entry: enums keep their own types",
            ),
            _ => continue,
        };
        lowering.diagnostics.push(
            Diagnostic::error(Code::ConfigUnused, config.place(place), message)
                .help(help),
        );
    }
}

/// The crates of mapped types that something of the API still has.
pub(super) fn needed<'t>(
    maps: &Maps<'_>,
    types: impl Iterator<Item = &'t mut Type>,
) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for ty in types {
        for leaf in ty.leaves() {
            if let Type::Mapped(mapped) = leaf {
                paths.insert(&mapped.path);
            }
        }
    }
    let used = maps.list.iter().filter(|(_, path, _)| paths.contains(path));
    let dependencies = used.filter_map(|(entry, ..)| entry.dependency.as_ref());
    dependencies.map(|dependency| dependency.name.get_ref().clone()).collect()
}

/// Reports what is wrong with a mapping, or with the crate that one names.
pub(super) fn report(
    diagnostics: &mut Diagnostics,
    place: Span,
    message: String,
    help: &str,
) {
    diagnostics.push(Diagnostic::error(Code::ConfigMap, place, message).help(help));
}

/// The path that a text is: only names and, between angle brackets, other paths.
fn path(text: &str) -> Option<TypePath> {
    // The parser goes down by itself, and no brackets but these are part of a path.
    let deep = text.matches('<').count() > DEEPEST;
    if deep || text.len() > LONGEST || text.contains(['(', '[', '{', '&', '*']) {
        return None;
    }
    part(&syn::parse_str::<syn::Type>(text).ok()?)
}

/// The path that a trait is: only names, from a crate on, and not what types have anyway.
pub(super) fn path_of_trait(text: &str) -> Option<TypePath> {
    let path = path(text)?;
    let plain = path.segments.iter().all(|(_, arguments)| arguments.is_empty());
    let serde = path.segments.first().is_some_and(|(name, _)| name == "serde");
    (path.absolute && plain && !serde).then_some(path)
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
    use super::path;

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
        for nested in ["Vec<", "(", "[", "&"] {
            assert!(path(&nested.repeat(90)).is_none());
        }
    }
}
