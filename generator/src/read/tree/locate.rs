//! From a span to a JSON pointer.

use super::{NodeId, Tree, View};
use crate::diagnostic::{Outline, Span};

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
    /// The child that contains the span, by its token; without its node when the span is that of its key.
    fn towards(&self, node: NodeId, span: Span) -> Option<(String, Option<NodeId>)> {
        match self.view(node) {
            View::List(items) => {
                let index =
                    items.iter().position(|item| self.span(*item).contains(span))?;
                Some((index.to_string(), Some(items[index])))
            }
            View::Object(members) => members.iter().find_map(|member| {
                let token = || self.key(member).to_owned();
                if self.key_span(member).contains(span) {
                    Some((token(), None))
                } else if self.span(member.value).contains(span) {
                    Some((token(), Some(member.value)))
                } else {
                    None
                }
            }),
            _ => None,
        }
    }
}
