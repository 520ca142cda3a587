//! Operations by their first tag.

use std::collections::{BTreeMap, BTreeSet};

use super::tag::Tags;
use super::{Lowering, feature, given, operation, schema};
use crate::diagnostic::Span;
use crate::document::{Document, Operation, PathItem};
use crate::ir::{Docs, Group};
use crate::name::{Feature, Module, Scope, Type, Value, Words};

/// What the files of the client and of the tags import, besides what no type is called anyway.
const IMPORTED: &[&str] = &[
    "ApiInfo",
    "BaseUrl",
    "ClientBuilder",
    "ClientCredentials",
    "Cookie",
    "DeepObject",
    "Form",
    "Json",
    "Label",
    "Matrix",
    "Mismatch",
    "PipeDelimited",
    "Request",
    "Retry",
    "Schemes",
    "Server",
    "Simple",
    "SpaceDelimited",
    "Token",
    "TokenError",
    "TokenOperation",
    "TokenSource",
];

/// What it imports beside them where a list comes in pages.
const IMPORTED_FOR_PAGES: &[&str] = &["Found", "Paged", "Paging"];

/// The names that are given out across all tags.
pub(super) struct Names {
    pub(super) types: Scope<Type>,
    accessors: Scope<Value>,
    modules: Scope<Module>,
    /// Where each tag has a feature.
    features: Option<Scope<Feature>>,
    /// The position of each tag's group.
    groups: BTreeMap<String, usize>,
}

/// A group being filled, and the method names it has given out.
struct Open {
    group: Group,
    methods: Scope<Value>,
}

/// Lowers every operation of `paths` into the group of its first tag, groups in the order of `tags`.
pub(super) fn groups(lowering: &mut Lowering<'_>) -> Vec<Group> {
    let has_pages = !lowering.config.pages.is_empty();
    let more = if has_pages { IMPORTED_FOR_PAGES } else { &[] };
    let mut names = Names {
        types: Scope::with(&[IMPORTED, more].concat()),
        // What the client itself is asked.
        accessors: Scope::with(&["builder", "clone", "new"]),
        modules: Scope::default(),
        features: feature::names(lowering.config),
        groups: BTreeMap::new(),
    };
    let document = lowering.document;
    let mut open: Vec<Open> = Vec::new();
    let tags = Tags::of(document);
    let used: BTreeSet<&str> =
        sources(document).filter_map(|operation| tags.grouping(operation)).collect();
    for tag in &document.tags {
        if used.contains(&*tag.name.text) {
            names.groups.entry(tag.name.text.to_string()).or_insert(open.len());
            let docs = tags.docs(tag);
            open.push(start(lowering, &tag.name.text, docs, &mut names));
        }
    }
    let mut ids = operation::Ids::default();
    for path in &document.paths {
        let item = &document.path_items[path.value.0 as usize];
        for source in &item.operations {
            let index = place(lowering, &mut open, tags.grouping(source), &mut names);
            let methods = &mut open[index].methods;
            let scopes = &mut operation::Scopes {
                methods,
                names: &mut names,
                ids: &mut ids,
            };
            let lowered =
                operation::operation(lowering, &path.name, item, source, scopes);
            open[index].group.operations.extend(lowered.into_iter().flatten());
            schema::pending(lowering);
        }
    }
    let groups = open.into_iter().map(|open| open.group);
    groups.filter(|group| !group.operations.is_empty()).collect()
}

/// Every operation of `paths`.
pub(super) fn sources(document: &Document) -> impl Iterator<Item = &Operation> + Clone {
    let items = document.paths.iter();
    let items = items.map(|path| &document.path_items[path.value.0 as usize]);
    items.flat_map(|item: &PathItem| &item.operations)
}

/// The places of each operation, by that of its source: its group, and where it stands there. Paths that share a path item
/// have an operation each of one source.
pub(super) fn by_origin(groups: &[Group]) -> BTreeMap<Span, Vec<(usize, usize)>> {
    let mut places: BTreeMap<Span, Vec<_>> = BTreeMap::new();
    for (group, each) in groups.iter().enumerate() {
        for (index, operation) in each.operations.iter().enumerate() {
            places.entry(operation.origin).or_default().push((group, index));
        }
    }
    places
}

/// The position of the group of a tag; one the document does not list gets a group all the same.
fn place(
    lowering: &mut Lowering<'_>,
    open: &mut Vec<Open>,
    tag: Option<&str>,
    names: &mut Names,
) -> usize {
    let tag = tag.unwrap_or_default();
    if let Some(index) = names.groups.get(tag) {
        return *index;
    }
    let index = open.len();
    names.groups.insert(tag.to_owned(), index);
    open.push(start(lowering, tag, Docs::default(), names));
    index
}

/// The tags of operations that the configuration does not name.
fn others(lowering: &Lowering<'_>) -> Vec<Words> {
    let tags = sources(lowering.document).filter_map(|source| source.tags.first());
    let tags: BTreeSet<&str> = tags.map(|tag| &*tag.text).collect();
    let named = &lowering.config.tags;
    let is_named = |tag: &&str| named.iter().any(|entry| entry.tag.get_ref() == *tag);
    tags.into_iter().filter(|tag| !is_named(tag)).map(Words::of).collect()
}

fn start(lowering: &mut Lowering<'_>, tag: &str, docs: Docs, names: &mut Names) -> Open {
    let mut entries = lowering.config.tags.iter();
    let words = match entries.find(|entry| entry.tag.get_ref() == tag) {
        Some(entry) => {
            let others = others(lowering);
            given::words(lowering, &entry.name, &names.accessors, &others)
        }
        None => Words::of(if tag.is_empty() { "api" } else { tag }),
    };
    let group = Group {
        tag: tag.to_owned(),
        name: names.types.give(&words),
        module: names.modules.give(&words),
        feature: names.features.as_mut().map(|features| features.give(&words)),
        accessor: names.accessors.give(&words),
        docs,
        operations: Vec::new(),
    };
    Open {
        group,
        methods: Scope::with(&["new"]),
    }
}
