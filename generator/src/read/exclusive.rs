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

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn keys_that_exclude_each_other_are_reported() {
        let (_, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  examples:\n    a: {value: 1, externalValue: u}\n  headers:\n    b: {schema: {}, example: 1, examples: {}}\n",
        );
        let expected = [
            "6 warning CW1011: `value` and `externalValue` exclude each other in an example",
            "8 warning CW1011: `example` and `examples` exclude each other in a header",
        ];
        assert_eq!(told, expected);
    }
}
