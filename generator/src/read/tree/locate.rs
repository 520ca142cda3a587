//! From a span to a JSON pointer.

use super::{NodeId, Tree, View};
use crate::diagnostic::{Outline, Span};

/// A child of a node: its token, and its node unless only its key is meant.
type Child = (String, Option<NodeId>);

impl Outline for Tree {
    fn pointer(&self, span: Span) -> String {
        let mut pointer = String::new();
        let mut node = self.root();
        while let Some((token, child)) = self.towards(node, span) {
            pointer.push('/');
            pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
            match child {
                Some(child) => node = child,
                None => break,
            }
        }
        pointer
    }
}

impl Tree {
    /// The child that contains the span.
    fn towards(&self, node: NodeId, span: Span) -> Option<Child> {
        match self.view(node) {
            View::List(items) => {
                let start = |item: &NodeId| self.span(*item).start;
                let after = items.partition_point(|item| start(item) <= span.start);
                self.near(after, items.len(), |index| {
                    let found = self.span(items[index]).contains(span);
                    found.then(|| (index.to_string(), Some(items[index])))
                })
            }
            View::Object(members) => {
                let after =
                    members.partition_point(|member| member.key_start <= span.start);
                self.near(after, members.len(), |index| {
                    let member = &members[index];
                    let token = || self.key(member).to_owned();
                    if self.key_span(member).contains(span) {
                        return Some((token(), None));
                    }
                    let found = self.span(member.value).contains(span);
                    found.then(|| (token(), Some(member.value)))
                })
            }
            _ => None,
        }
    }

    /// What is found just before position `after`, or anywhere when the children may be out of order.
    fn near(
        &self,
        after: usize,
        count: usize,
        at: impl Fn(usize) -> Option<Child>,
    ) -> Option<Child> {
        let found = (after.saturating_sub(2)..after).rev().find_map(&at);
        if found.is_some() || self.in_order {
            return found;
        }
        (0..count).find_map(at)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::diagnostic::{Outline, Source};
    use crate::read::yaml;

    #[test]
    fn every_node_and_key_has_its_pointer() {
        let text = "paths:\n  /a~b:\n    get:\n      - 1\n      - {x: two}\n  \"\u{e9}\": three\n";
        let source = Source::new("a.yaml", text);
        let tree = yaml::read(&source, 0).unwrap().finish().0.unwrap();
        let pointer = |written: &str| {
            let start = text.find(written).unwrap();
            tree.pointer(source.span(start..start + written.len()))
        };
        assert_eq!(pointer("paths"), "/paths");
        assert_eq!(pointer("get"), "/paths/~1a~0b/get");
        assert_eq!(pointer("1"), "/paths/~1a~0b/get/0");
        assert_eq!(pointer("two"), "/paths/~1a~0b/get/1/x");
        assert_eq!(pointer("three"), "/paths/\u{e9}");
        assert_eq!(pointer(text), "");
    }

    #[test]
    fn what_an_alias_repeats_is_found_where_it_is_written() {
        let text = "a: &x {one: 1}\nb:\n  <<: *x\n  two: 2\nc: [*x, 3]\n";
        let source = Source::new("a.yaml", text);
        let tree = yaml::read(&source, 0).unwrap().finish().0.unwrap();
        let pointer = |start: usize| tree.pointer(source.span(start..start + 1));
        assert_eq!(pointer(text.find('1').unwrap()), "/a/one");
        assert_eq!(pointer(text.find('2').unwrap()), "/b/two");
        assert_eq!(pointer(text.find('3').unwrap()), "/c/1");
    }
}
