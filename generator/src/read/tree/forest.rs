//! The trees of one document, which may lie in several files: their nodes are numbered through.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Member, NodeId, Tree, View};
use crate::diagnostic::{FileId, Span};

/// The document's own tree, and those of the files that its references lead to.
#[derive(Debug, Clone)]
pub(in crate::read) struct Forest {
    entry: Arc<Tree>,
    others: Vec<Arc<Tree>>,
}

impl Forest {
    /// A document's own tree alone.
    pub(in crate::read) fn new(entry: Tree) -> Self {
        Self {
            entry: Arc::new(entry),
            others: Vec::new(),
        }
    }

    /// Adds a file's tree; its position among all, the document's own being the first.
    pub(in crate::read) fn add(&mut self, mut tree: Tree) -> usize {
        let last = self.others.last().unwrap_or(&self.entry);
        let nodes = u32::try_from(last.nodes.len()).unwrap_or(u32::MAX);
        tree.number_from(last.first.saturating_add(nodes));
        self.others.push(Arc::new(tree));
        self.others.len()
    }

    /// The same without these members: of the document's own tree by their JSON pointers, of others by the number of
    /// their file, `#` and the pointer.
    pub(in crate::read) fn without(&self, left_out: &BTreeSet<String>) -> Self {
        let mut forest = self.clone();
        let mut cut: BTreeMap<FileId, BTreeSet<String>> = BTreeMap::new();
        for place in left_out {
            let (file, pointer) = match place.split_once('#') {
                Some((file, pointer)) if !place.starts_with('/') => {
                    (file.parse().map_or(self.entry.file, FileId), pointer)
                }
                _ => (self.entry.file, place.as_str()),
            };
            cut.entry(file).or_default().insert(pointer.to_owned());
        }
        let all = std::iter::once(&mut forest.entry).chain(&mut forest.others);
        for tree in all {
            if let Some(pointers) = cut.get(&tree.file) {
                Arc::make_mut(tree).leave_out(pointers);
            }
        }
        forest
    }

    /// Whether the document has no file but its own.
    pub(in crate::read) fn is_single(&self) -> bool {
        self.others.is_empty()
    }

    /// Every tree, the document's own first.
    pub(in crate::read) fn trees(&self) -> impl Iterator<Item = &Arc<Tree>> {
        std::iter::once(&self.entry).chain(&self.others)
    }

    /// The tree at a position.
    pub(in crate::read) fn tree(&self, position: usize) -> Option<&Arc<Tree>> {
        self.trees().nth(position)
    }

    /// The position of a node's tree.
    pub(in crate::read) fn position(&self, id: NodeId) -> usize {
        self.others.partition_point(|tree| tree.first <= id.0)
    }

    /// The outermost node of the file in which a node stands.
    pub(in crate::read) fn home(&self, id: NodeId) -> NodeId {
        self.of(id).root()
    }

    /// The outermost node of the document's own tree.
    pub(in crate::read) fn root(&self) -> NodeId {
        self.entry.root()
    }

    /// Where a node stands.
    pub(in crate::read) fn span(&self, id: NodeId) -> Span {
        self.of(id).span(id)
    }

    /// What a node is.
    pub(in crate::read) fn view(&self, id: NodeId) -> View<'_> {
        self.of(id).view(id)
    }

    /// A string node's string.
    pub(in crate::read) fn text(&self, id: NodeId) -> Option<&str> {
        self.of(id).text(id)
    }

    /// An object's members; none for anything else.
    pub(in crate::read) fn members(&self, id: NodeId) -> &[Member] {
        self.of(id).members(id)
    }

    /// The value under a key.
    pub(in crate::read) fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.of(id).get(id, key)
    }

    /// A member's key.
    pub(in crate::read) fn key(&self, member: &Member) -> &str {
        self.of(member.value).key(member)
    }

    /// Where a member's key stands.
    pub(in crate::read) fn key_span(&self, member: &Member) -> Span {
        self.of(member.value).key_span(member)
    }

    /// The tree in which a node stands; its children stand in the same.
    fn of(&self, id: NodeId) -> &Tree {
        match self.position(id) {
            0 => &self.entry,
            position => &self.others[position - 1],
        }
    }
}

impl Tree {
    /// Numbers the nodes, counted from 0 so far, on from those of the trees before.
    fn number_from(&mut self, first: u32) {
        let moved = |id: NodeId| NodeId(id.0.saturating_add(first));
        self.first = first;
        self.root = moved(self.root);
        for member in &mut self.members {
            member.value = moved(member.value);
        }
        for item in &mut self.items {
            *item = moved(*item);
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Forest;
    use crate::diagnostic::{FileId, Source};
    use crate::read::tree::{Tree, View};
    use crate::read::yaml;

    fn tree(file: u16, text: &str) -> Tree {
        let mut source = Source::new("a.yaml", text);
        source.file = FileId(file);
        yaml::read(&source, 0).unwrap().finish().0.unwrap()
    }

    #[test]
    fn each_node_is_found_in_the_tree_it_stands_in() {
        let mut forest = Forest::new(tree(0, "a: [one]\n"));
        assert_eq!(forest.add(tree(4, "b: {c: two}\n")), 1);
        assert_eq!(forest.add(tree(5, "three\n")), 2);
        let second = forest.tree(1).unwrap().root();
        let inner = forest.get(second, "b").unwrap();
        let two = forest.get(inner, "c").unwrap();
        assert_eq!(forest.text(two), Some("two"));
        assert_eq!((forest.span(two).file, forest.home(two)), (FileId(4), second));
        let third = forest.tree(2).unwrap().root();
        assert_eq!((forest.text(third), forest.position(third)), (Some("three"), 2));
        let first = forest.get(forest.root(), "a").unwrap();
        let View::List(items) = forest.view(first) else { unreachable!() };
        assert_eq!(forest.text(items[0]), Some("one"));
        assert_eq!(forest.key(&forest.members(second)[0]), "b");
    }
}
