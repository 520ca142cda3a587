//! What a Reference Object may share: read once, however often it is referred to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reader::Reader;
use super::tree::NodeId;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Text, Version};

/// How many shared objects may stand within each other, by reference or not.
const MAX_NESTED: u32 = 40;

/// How many references may follow each other.
pub(super) const MAX_CHAIN: usize = 100;

/// What has been read, by where it stands.
pub(super) type Shared<T> = BTreeMap<NodeId, Progress<T>>;

/// How far the reading of a shared object has come.
#[derive(Debug)]
pub(super) enum Progress<T> {
    /// It is being read.
    Begun,
    /// It has been read; nothing when it is of no use, which was reported.
    Done(Option<Arc<T>>),
}

/// Something that a Reference Object may stand for.
pub(super) trait Sharable: Clone {
    /// What it is called, with its article.
    const NOUN: &'static str;

    /// Where those read so far are kept.
    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self>;

    /// Reads it at `node`, which is no Reference Object.
    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self>;

    /// Puts the reference's own `summary` and `description` (3.1) in place of its own.
    fn describe(&mut self, summary: Option<Text>, description: Option<Text>);
}

/// A Reference Object's end.
pub(super) struct Followed {
    /// What is no Reference Object.
    pub(super) node: NodeId,
    /// The outermost `summary` beside the references.
    pub(super) summary: Option<Text>,
    /// The outermost `description` beside them.
    pub(super) description: Option<Text>,
}

impl Reader<'_> {
    /// Reads what stands at `node`, or what it refers to.
    pub(super) fn shared<T: Sharable>(&mut self, node: NodeId) -> Option<Arc<T>> {
        let Followed {
            node: target,
            summary,
            description,
        } = self.follow(node, T::NOUN)?;
        let value = self.once::<T>(target, node)?;
        if summary.is_none() && description.is_none() {
            return Some(value);
        }
        let mut own = T::clone(&value);
        own.describe(summary, description);
        Some(Arc::new(own))
    }

    /// Follows references until something else stands there.
    pub(super) fn follow(&mut self, node: NodeId, noun: &str) -> Option<Followed> {
        let mut followed = Followed {
            node,
            summary: None,
            description: None,
        };
        let mut seen = BTreeSet::new();
        while let Some(reference) = self.tree.get(followed.node, "$ref") {
            if !seen.insert(followed.node) || seen.len() > MAX_CHAIN {
                let message =
                    format!("the reference to {noun} leads only to other references");
                self.error(Code::ReferenceCycle, self.span(node), message);
                return None;
            }
            self.beside(&mut followed);
            (followed.node, _) = self.target(reference, self.tree.home(reference))?;
        }
        Some(followed)
    }

    fn once<T: Sharable>(&mut self, node: NodeId, from: NodeId) -> Option<Arc<T>> {
        match T::table(self).get(&node) {
            Some(Progress::Done(value)) => return value.clone(),
            Some(Progress::Begun) => {
                let message = format!("{} contains itself", T::NOUN);
                self.error(Code::ReferenceCycle, self.span(from), message);
                return None;
            }
            None => {}
        }
        if self.nested >= MAX_NESTED {
            let message = format!(
                "more than {MAX_NESTED} objects stand within each other by reference"
            );
            self.error(Code::TooDeep, self.span(from), message);
            return None;
        }
        self.nested += 1;
        T::table(self).insert(node, Progress::Begun);
        let value = T::read(self, node).map(Arc::new);
        T::table(self).insert(node, Progress::Done(value.clone()));
        self.nested -= 1;
        value
    }

    /// Takes what a Reference Object says beside its reference, and reports what it may not say.
    fn beside(&mut self, followed: &mut Followed) {
        for member in self.tree.members(followed.node) {
            let key = self.tree.key(member);
            match key {
                "summary" | "description" if self.version == Version::V3_0 => {}
                "summary" if followed.summary.is_none() => {
                    followed.summary =
                        self.prose(member.value, "`summary` beside `$ref`");
                }
                "description" if followed.description.is_none() => {
                    followed.description =
                        self.prose(member.value, "`description` beside `$ref`");
                }
                "$ref" | "summary" | "description" => {}
                _ if key.starts_with("x-") => {}
                _ => {
                    let message =
                        format!("`{key}` stands beside `$ref`, which hides it");
                    self.diagnostics.push(
                        Diagnostic::warning(Code::BesideReference, self.tree.key_span(member), message)
                            .help("write it where the reference leads, or write the object out in place of the reference"),
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;
    use std::fmt::Write;

    #[test]
    fn a_chain_of_references_ends_at_the_object_itself() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  responses:\n    A: {$ref: '#/components/responses/B'}\n    B: {$ref: '#/components/responses/C'}\n    C: {description: d}\n",
        );
        assert!(told.is_empty());
        let responses = &document.components.responses;
        assert!(std::sync::Arc::ptr_eq(&responses["A"], &responses["C"]));
        assert_eq!(responses["A"].component.as_deref(), Some("C"));
    }

    #[test]
    fn references_that_only_lead_to_each_other_are_refused() {
        let (_, told) = rest(
            "3.1",
            "paths: {}\ncomponents:\n  responses:\n    A: {$ref: '#/components/responses/B'}\n    B: {$ref: '#/components/responses/A'}\n",
        );
        let expected = [
            "6 error CW1010: the reference to a response leads only to other references",
            "7 error CW1010: the reference to a response leads only to other references",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_the_reference_hides_is_named() {
        let (_, told) = rest(
            "3.0",
            "paths: {/a: {parameters: [{$ref: '#/components/parameters/P', required: true, description: d}]}}\ncomponents: {parameters: {P: {name: p, in: query, schema: {}}}}\n",
        );
        assert_eq!(
            told,
            ["3 warning CW1014: `required` stands beside `$ref`, which hides it"]
        );
    }

    #[test]
    fn objects_within_objects_by_reference_end_at_a_limit() {
        let mut text = String::from("paths: {}\ncomponents:\n  headers:\n");
        for index in 0..100 {
            let next = index + 1;
            let _ = writeln!(
                text,
                "    H{index}: {{content: {{a/b: {{encoding: {{p: {{headers: {{h: {{$ref: '#/components/headers/H{next}'}}}}}}}}}}}}}}"
            );
        }
        text.push_str("    H100: {schema: {}}\n");
        let (_, told) = rest("3.1", &text);
        assert!(told[0].contains(
            "error CW1012: more than 40 objects stand within each other by reference"
        ));
    }
}
