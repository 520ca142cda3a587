//! Operations by their first tag.

use super::{Lowering, docs, operation, schema};
use crate::document::{Operation, PathItem, Tag};
use crate::ir::{Docs, Group};
use crate::name::{Module, Scope, Type, Value, Words};

/// The names that are given out across all tags.
pub(super) struct Names {
    pub(super) types: Scope<Type>,
    accessors: Scope<Value>,
    modules: Scope<Module>,
}

/// A group being filled, and the method names it has given out.
struct Open {
    group: Group,
    methods: Scope<Value>,
}

/// Lowers every operation of `paths` into the group of its first tag, groups in the order of `tags`.
pub(super) fn groups(lowering: &mut Lowering<'_>) -> Vec<Group> {
    let mut names = Names {
        types: Scope::default(),
        // What the client itself is asked.
        accessors: Scope::with(&["builder", "clone", "new"]),
        modules: Scope::default(),
    };
    let document = lowering.document;
    let mut open: Vec<Open> = Vec::new();
    for tag in &document.tags {
        if is_used(lowering, &tag.name.text) {
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

fn is_used(lowering: &Lowering<'_>, tag: &str) -> bool {
    let items = lowering
        .document
        .paths
        .iter()
        .map(|path| &lowering.document.path_items[path.value.0 as usize]);
    let mut operations = items.flat_map(|item: &PathItem| &item.operations);
    operations
        .any(|operation| operation.tags.first().is_some_and(|first| &*first.text == tag))
}

/// The position of the group that an operation belongs to; a tag the document does not list gets a group all the same.
fn place(open: &mut Vec<Open>, operation: &Operation, names: &mut Names) -> usize {
    let tag = operation.tags.first().map_or("", |tag| &*tag.text);
    if let Some(index) = open.iter().position(|open| open.group.tag == tag) {
        return index;
    }
    open.push(start(tag, Docs::default(), names));
    open.len() - 1
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
