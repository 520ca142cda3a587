//! The Callback Object (OpenAPI 3.2.0, section 4.18).

use super::reader::Reader;
use super::tree::NodeId;
use crate::document::{Callback, Named};

impl Reader<'_> {
    /// `callbacks` of an operation.
    pub(super) fn callbacks(&mut self, node: NodeId) -> Vec<Named<Callback>> {
        let members = self.map(node, "`callbacks`");
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.callback(member.value)?,
                })
            })
            .collect()
    }

    /// One callback, or what it refers to.
    pub(super) fn callback(&mut self, node: NodeId) -> Option<Callback> {
        let target = self.follow(node, "a callback")?.node;
        let members = self.object(target, "a callback")?;
        let paths = members
            .iter()
            .filter(|member| !self.tree.key(member).starts_with("x-"))
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.path_item_id(member.value)?,
                })
            })
            .collect();
        Some(Callback { paths })
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn a_callback_may_lead_back_to_its_own_path() {
        let (document, told) = rest(
            "3.1",
            "paths:\n  /a: {post: {callbacks: {done: {$ref: '#/components/callbacks/D'}}}}\ncomponents: {callbacks: {D: {'{$url}': {$ref: '#/paths/~1a'}, x-a: 1}}}\n",
        );
        let item = &document.path_items[document.paths[0].value.0 as usize];
        let callback = &item.operations[0].callbacks[0];
        assert_eq!(
            (&*callback.name.text, &*callback.value.paths[0].name.text),
            ("done", "{$url}")
        );
        assert_eq!(callback.value.paths[0].value, document.paths[0].value);
        assert!(told.is_empty());
    }
}
