//! Which texts of a tree may name other files.

use super::Tree;

impl Tree {
    /// The text of each `$ref` that leads out of the tree, and of each entry of a `mapping` that looks like a file.
    ///
    /// What only looks like a reference, in an example for instance, is among them: whether it is one shows in reading.
    pub(in crate::read) fn outward(&self) -> impl Iterator<Item = &str> {
        let named = move |name| {
            self.members.iter().filter(move |member| self.key(member) == name)
        };
        let references = ["$ref", "$dynamicRef", "$recursiveRef"].into_iter();
        let references = references.flat_map(named).map(|member| member.value);
        let mapped = named("mapping").flat_map(|member| {
            self.members(member.value).iter().map(|member| member.value)
        });
        let mapped = mapped.chain(named("defaultMapping").map(|member| member.value));
        let like_files = |text: &&str| text.contains(['/', '.']);
        let mapped = mapped.filter_map(|node| self.text(node)).filter(like_files);
        let all = references.filter_map(|node| self.text(node)).chain(mapped);
        all.filter(|text| !text.starts_with('#'))
    }

    /// What schemas of the tree, or the tree itself, are named by `$id` or `$self`.
    pub(in crate::read) fn names(&self) -> impl Iterator<Item = &str> {
        let names =
            |member: &&super::Member| matches!(self.key(member), "$id" | "$self");
        let all = self.members.iter().filter(names);
        all.filter_map(|member| self.text(member.value))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::diagnostic::Source;
    use crate::read::yaml;

    #[test]
    fn what_stands_in_the_tree_itself_is_not_outward() {
        let text = "a: {$ref: '#/b'}\nb: [{$ref: c.yaml#/d}]\nmapping: {x: Cat, y: ./dog.yaml}\n";
        let source = Source::new("a.yaml", text);
        let tree = yaml::read(&source, 0).unwrap().finish().0.unwrap();
        assert_eq!(tree.outward().collect::<Vec<_>>(), ["c.yaml#/d", "./dog.yaml"]);
    }
}
