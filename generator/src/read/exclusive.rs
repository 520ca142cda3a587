//! Keys of one object that exclude each other.

use super::reader::Reader;
use super::tree::NodeId;
use crate::diagnostic::{Code, Diagnostic};

impl Reader<'_> {
    /// Warns about each pair of keys that both stand in the object.
    pub(super) fn exclude(&mut self, node: NodeId, noun: &str, pairs: &[[&str; 2]]) {
        for [one, other] in pairs {
            let spans = [one, other].map(|key| {
                let mut members = self.tree.members(node).iter();
                let member = members.find(|member| self.tree.key(member) == *key)?;
                Some(self.tree.key_span(member))
            });
            if let [Some(first), Some(second)] = spans {
                let message =
                    format!("`{one}` and `{other}` exclude each other in {noun}");
                self.diagnostics.push(
                    Diagnostic::warning(Code::BadValue, second, message)
                        .related(first, "the other one")
                        .help("remove one of them"),
                );
            }
        }
    }
}
