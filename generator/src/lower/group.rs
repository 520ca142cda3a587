//! Operations by their first tag.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lowering, docs, operation, schema};
use crate::document::{Operation, PathItem, Tag};
use crate::ir::{Docs, Group};
use crate::name::{Module, Scope, Type, Value, Words};

/// What the files of the client and of the tags import, besides what no type is called anyway.
const IMPORTED: &[&str] = &[
    "ApiInfo",
    "BaseUrl",
    "ClientBuilder",
    "ClientCredentials",
    "DeepObject",
    "Form",
    "Json",
    "Label",
    "Matrix",
    "Method",
    "Mismatch",
    "PipeDelimited",
    "Retry",
    "Server",
    "Simple",
    "SpaceDelimited",
    "Token",
    "TokenError",
    "TokenOperation",
    "TokenSource",
];

/// The names that are given out across all tags.
pub(super) struct Names {
    pub(super) types: Scope<Type>,
    accessors: Scope<Value>,
    modules: Scope<Module>,
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
    let mut names = Names {
        types: Scope::with(IMPORTED),
        // What the client itself is asked.
        accessors: Scope::with(&["builder", "clone", "new"]),
        modules: Scope::default(),
        groups: BTreeMap::new(),
    };
    let document = lowering.document;
    let mut open: Vec<Open> = Vec::new();
    let used = used(lowering);
    for tag in &document.tags {
        if used.contains(&*tag.name.text) {
            names.groups.entry(tag.name.text.to_string()).or_insert(open.len());
            open.push(start(&tag.name.text, tag_docs(tag), &mut names));
        }
    }
    let mut ids = operation::Ids::default();
    for path in &document.paths {
        let item = &document.path_items[path.value.0 as usize];
        for source in &item.operations {
            let index = place(&mut open, source, &mut names);
            let methods = &mut open[index].methods;
            let scopes = &mut operation::Scopes {
                methods,
                names: &mut names,
                ids: &mut ids,
            };
            let lowered =
                operation::operation(lowering, &path.name, item, source, scopes);
            open[index].group.operations.extend(lowered);
            schema::pending(lowering);
        }
    }
    let groups = open.into_iter().map(|open| open.group);
    groups.filter(|group| !group.operations.is_empty()).collect()
}

/// The first tag of each operation.
fn used<'a>(lowering: &Lowering<'a>) -> BTreeSet<&'a str> {
    let document = lowering.document;
    let items =
        document.paths.iter().map(|path| &document.path_items[path.value.0 as usize]);
    let operations = items.flat_map(|item: &PathItem| &item.operations);
    operations
        .filter_map(|operation| operation.tags.first())
        .map(|tag| &*tag.text)
        .collect()
}

/// The position of the group that an operation belongs to; a tag the document does not list gets a group all the same.
fn place(open: &mut Vec<Open>, operation: &Operation, names: &mut Names) -> usize {
    let tag = operation.tags.first().map_or("", |tag| &*tag.text);
    if let Some(index) = names.groups.get(tag) {
        return *index;
    }
    let index = open.len();
    names.groups.insert(tag.to_owned(), index);
    open.push(start(tag, Docs::default(), names));
    index
}

fn start(tag: &str, docs: Docs, names: &mut Names) -> Open {
    let words = Words::of(if tag.is_empty() { "api" } else { tag });
    let group = Group {
        tag: tag.to_owned(),
        name: names.types.give(&words),
        module: names.modules.give(&words),
        accessor: names.accessors.give(&words),
        docs,
        operations: Vec::new(),
    };
    Open {
        group,
        methods: Scope::with(&["new"]),
    }
}

fn tag_docs(tag: &Tag) -> Docs {
    let prose = docs::prose(tag.summary.as_ref(), tag.description.as_ref());
    Docs {
        link: docs::link(tag.external_docs.as_ref()),
        ..prose
    }
}
