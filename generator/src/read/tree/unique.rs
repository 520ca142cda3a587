//! Each key of an object once: duplicates are noted, and YAML's `<<` adds what is not there.

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::build::{Builder, Frame, Stop};
use crate::diagnostic::{Code, Diagnostic};

/// Objects larger than this look for duplicate keys by sorting.
const SMALL_OBJECT: usize = 16;

impl Builder {
    /// Of the members since `first`, keeps the first of each key and notes the others, which are joined with it where
    /// that can be meant.
    pub(super) fn drop_duplicates(&mut self, first: usize) -> Result<(), Stop> {
        let repeated = self.repeated(first);
        for (later, earlier) in &repeated {
            if self.join(*earlier, *later)? {
                continue;
            }
            let (later, earlier) = (self.members[*later], self.members[*earlier]);
            let message = format!("the key `{}` stands twice", self.tree.key(&later));
            self.found.push(
                Diagnostic::error(
                    Code::DuplicateKey,
                    self.tree.key_span(&later),
                    message,
                )
                .label("the second one")
                .related(self.tree.key_span(&earlier), "the first one")
                .help(
                    "remove or rename one of them: readers disagree on which one holds",
                ),
            );
        }
        if repeated.is_empty() {
            return Ok(());
        }
        let mut later = repeated.iter().map(|(later, _)| *later).peekable();
        let all = self.members.split_off(first);
        let kept =
            (first..).zip(all).filter(|(index, _)| later.next_if_eq(index).is_none());
        self.members.extend(kept.map(|(_, member)| member));
        Ok(())
    }

    /// Each member whose key an earlier one has, and that earlier one, in source order.
    fn repeated(&self, first: usize) -> Vec<(usize, usize)> {
        let key = |index: usize| self.tree.key(&self.members[index]);
        let all = first..self.members.len();
        if all.len() <= SMALL_OBJECT {
            return all
                .clone()
                .filter_map(|index| {
                    let earlier =
                        (first..index).find(|earlier| key(*earlier) == key(index))?;
                    Some((index, earlier))
                })
                .collect();
        }
        let mut seen = BTreeMap::new();
        all.filter_map(|index| {
            let earlier = *seen.entry(key(index)).or_insert(index);
            (earlier != index).then_some((index, earlier))
        })
        .collect()
    }

    /// Adds what YAML's `<<` names, as far as the object does not say it itself.
    pub(super) fn merge(&mut self, frame: &mut Frame) -> Result<(), Stop> {
        for (node, span) in std::mem::take(&mut frame.merges) {
            let sources = match self.tree.nodes[node.index()].kind {
                Kind::List(slice) => self.tree.items[slice.range()].to_vec(),
                _ => vec![node],
            };
            for source in sources {
                let Kind::Object(slice) = self.tree.nodes[source.index()].kind else {
                    return Err(Box::new(
                        Diagnostic::error(Code::Syntax, span, "`<<` merges something that is not an object")
                            .help("let `<<` name an object, or a list of objects, by an alias such as `*defaults`"),
                    ));
                };
                self.spend(u64::from(slice.len), span)?;
                let merged = self.tree.members[slice.range()].to_vec();
                let known: BTreeSet<&str> = self.members[frame.first..]
                    .iter()
                    .map(|member| self.tree.key(member))
                    .collect();
                let added: Vec<_> = merged
                    .into_iter()
                    .filter(|member| !known.contains(self.tree.key(member)))
                    .collect();
                self.tree.in_order = false;
                self.members.extend(added);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::diagnostic::{Code, Source};
    use crate::read::{json, yaml};

    #[test]
    fn the_second_of_two_keys_is_noted_in_small_and_large_objects() {
        for count in [2, 40] {
            let members: Vec<_> =
                (0..count).map(|index| format!("\"k{index}\": {index}")).collect();
            let text = format!("{{{}, \"k1\": 99, \"k1\": 100}}", members.join(", "));
            let (tree, notes) =
                json::read(&Source::new("a.json", text), 0).unwrap().finish();
            assert_eq!(notes.len(), 2);
            assert!(notes.iter().all(|note| note.code == Code::DuplicateKey));
            let tree = tree.unwrap();
            assert_eq!(tree.members(tree.root()).len(), count);
        }
    }

    #[test]
    fn a_merge_key_adds_what_the_object_does_not_say_itself() {
        let text = "a: &a {x: 1, y: 2}\nb: &b {z: 3}\nc:\n  y: 9\n  <<: [*a, *b]\n  '<<': quoted\n";
        let source = Source::new("a.yaml", text);
        let (tree, notes) = yaml::read(&source, 0).unwrap().finish();
        let tree = tree.unwrap();
        let merged = tree.get(tree.root(), "c").unwrap();
        let members = tree.members(merged).iter().map(|member| {
            let span = tree.span(member.value);
            format!("{}={}", tree.key(member), &source.text[source.range(span)])
        });
        assert_eq!(members.collect::<Vec<_>>(), ["y=9", "<<=quoted", "x=1", "z=3"]);
        assert!(notes.is_empty());
    }

    #[test]
    fn merging_what_is_no_object_is_refused() {
        let source = Source::new("a.yaml", "<<: 1\n");
        let stop = yaml::read(&source, 0).err().unwrap();
        assert_eq!(stop.code, Code::Syntax);
    }
}
