//! Two objects under one key that are parts of one: two blocks of `paths`, say, or of the responses of `components`.

use std::collections::BTreeSet;

use super::build::{Builder, Stop, slice};
use super::{Kind, NodeId, Slice};
use crate::diagnostic::{Code, Diagnostic};

/// How many objects may be open around one whose members are joined: below `components` and its maps, a key that stands
/// twice names two things.
const SHALLOW: usize = 1;

impl Builder {
    /// Joins a later member's object with that of an earlier one of the same key, with a warning; not where they share a
    /// key, or are no objects, or where two things of one name are likelier than two parts of a thing.
    pub(super) fn join(&mut self, earlier: usize, later: usize) -> Result<bool, Stop> {
        if self.open.len() > SHALLOW {
            return Ok(false);
        }
        let (first, second) = (self.members[earlier], self.members[later]);
        let kind = |node: NodeId| self.tree.nodes[node.index()].kind;
        let (Kind::Object(one), Kind::Object(other)) =
            (kind(first.value), kind(second.value))
        else {
            return Ok(false);
        };
        let span = self.tree.key_span(&second);
        self.spend(u64::from(one.len) + u64::from(other.len), span)?;
        if self.share_a_key(one, other) {
            return Ok(false);
        }
        let mut all = self.tree.members[one.range()].to_vec();
        all.extend_from_slice(&self.tree.members[other.range()]);
        let start = self.tree.members.len();
        self.tree.members.extend(all);
        let joined = slice(&(start..self.tree.members.len()));
        // What stands in either is looked for where the whole stands.
        let (one, other) = (self.tree.span(first.value), self.tree.span(second.value));
        // By an alias, the second may stand before the first.
        let (start, end) = (one.start.min(other.start), one.end.max(other.end));
        let place = start as usize..end as usize;
        self.members[earlier].value = self.node(Kind::Object(joined), &place);
        self.tree.in_order = false;
        let key = self.tree.key(&second);
        let message = format!("the key `{key}` stands twice; both were read as one");
        self.found.push(
            Diagnostic::warning(Code::DuplicateKey, span, message)
                .label("the second one")
                .related(self.tree.key_span(&first), "the first one")
                .help("write what stands below the second one below the first"),
        );
        Ok(true)
    }

    fn share_a_key(&self, one: Slice, other: Slice) -> bool {
        let members = |slice: Slice| self.tree.members[slice.range()].iter();
        let known: BTreeSet<&str> =
            members(one).map(|member| self.tree.key(member)).collect();
        members(other).any(|member| known.contains(self.tree.key(member)))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::diagnostic::{Outline, Severity, Source};
    use crate::read::yaml;

    #[test]
    fn parts_of_one_object_are_joined_and_things_of_one_name_are_not() {
        let text = "paths: {/a: {get: 1}, /b: {}, /a: {put: 2}, /a: {get: 3}}\npaths: {/c: {}}\ndeep: {d: {s: {x: 1}, s: {y: 2}}}\n";
        let source = Source::new("a.yaml", text);
        let (tree, notes) = yaml::read(&source, 0).unwrap().finish();
        let tree = tree.unwrap();
        let keys = |place: &[&str]| {
            let node =
                place.iter().fold(tree.root(), |node, key| tree.get(node, key).unwrap());
            let members = tree.members(node).iter();
            members.map(|member| tree.key(member)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(keys(&[]), "paths deep");
        assert_eq!(keys(&["paths"]), "/a /b /c");
        assert_eq!(keys(&["paths", "/a"]), "get put");
        assert_eq!(keys(&["deep", "d", "s"]), "x");
        let pointer = |written: &str| {
            let start = text.find(written).unwrap();
            tree.pointer(source.span(start..start + written.len()))
        };
        assert_eq!(pointer("put"), "/paths/~1a/put");
        assert_eq!(pointer("/b"), "/paths/~1b");
        assert_eq!(pointer("/c"), "/paths/~1c");
        let severities: Vec<_> = notes.iter().map(|note| note.severity).collect();
        let (warning, error) = (Severity::Warning, Severity::Error);
        assert_eq!(severities, [warning, error, error, warning]);
    }

    #[test]
    fn what_aliases_name_is_joined_in_either_order() {
        let text = "x: &x {a: 1}\ny: &y {b: 2}\npaths: *y\npaths: *x\n";
        let source = Source::new("a.yaml", text);
        let (tree, _) = yaml::read(&source, 0).unwrap().finish();
        let tree = tree.unwrap();
        let joined = tree.get(tree.root(), "paths").unwrap();
        assert_eq!(tree.members(joined).len(), 2);
        assert_eq!(&text[source.range(tree.span(joined))], "&x {a: 1}\ny: &y {b: 2}");
    }
}
