//! Members of objects that are to be taken for absent.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::{Kind, NodeId, Tree};

impl Tree {
    /// Forgets the members at these JSON pointers; the nodes below them stay without being found.
    pub(in crate::read) fn leave_out(&mut self, pointers: &BTreeSet<String>) {
        if !pointers.is_empty() {
            self.leave_out_below(self.root, "", pointers);
        }
    }

    /// Forgets the members below `node`, which stands at `place`: no deeper than the pointers are long.
    fn leave_out_below(
        &mut self,
        node: NodeId,
        place: &str,
        pointers: &BTreeSet<String>,
    ) {
        let Kind::Object(mut slice) = self.nodes[self.index(node)].kind else { return };
        let mut kept = slice.start as usize;
        for index in slice.range() {
            let member = self.members[index];
            let token = self.key(&member).replace('~', "~0").replace('/', "~1");
            let pointer = format!("{place}/{token}");
            if pointers.contains(&pointer) {
                slice.len -= 1;
                continue;
            }
            let below = format!("{pointer}/");
            let mut next = pointers
                .range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
            if next.next().is_some_and(|next| next.starts_with(&below)) {
                self.leave_out_below(member.value, &pointer, pointers);
            }
            self.members[kept] = member;
            kept += 1;
        }
        let index = self.index(node);
        self.nodes[index].kind = Kind::Object(slice);
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::BTreeSet;

    use crate::diagnostic::Source;
    use crate::read::yaml;

    #[test]
    fn what_is_left_out_is_not_found_and_the_rest_is() {
        let text = "paths:\n  /a/b: {get: 1, put: 2, post: 3}\n  /a: 4\n  /c: 5\n";
        let source = Source::new("a.yaml", text);
        let mut tree = yaml::read(&source, 0).unwrap().finish().0.unwrap();
        let pointers = ["/paths/~1a~1b/put", "/paths/~1a", "/none"];
        tree.leave_out(&BTreeSet::from(pointers.map(str::to_owned)));
        let paths = tree.get(tree.root(), "paths").unwrap();
        let keys = |node| {
            let members = tree.members(node).iter();
            members.map(|member| tree.key(member)).collect::<Vec<_>>()
        };
        assert_eq!(keys(paths), ["/a/b", "/c"]);
        assert_eq!(keys(tree.get(paths, "/a/b").unwrap()), ["get", "post"]);
    }
}
