//! `paths`, `webhooks` and the Path Item Object (OpenAPI 3.2.0, sections 4.8 and 4.9).

use std::collections::BTreeSet;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::shared::MAX_CHAIN;
use super::tree::{Member, NodeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Named, PathItem, PathItemId, Place, Verb, Version, Webhook};

const KEYS: Keys = Keys {
    noun: "a path item",
    keys: &[
        key("$ref"),
        key("summary"),
        key("description"),
        key("servers"),
        key("parameters"),
        key("get"),
        key("put"),
        key("post"),
        key("delete"),
        key("options"),
        key("head"),
        key("patch"),
        key("trace"),
        since(Version::V3_2, "query"),
        since(Version::V3_2, "additionalOperations"),
    ],
};

impl<'a> Reader<'a> {
    /// `paths` of the document.
    pub(super) fn paths(&mut self, node: NodeId) -> Vec<Named<PathItemId>> {
        let members = self.map(node, "`paths`");
        members
            .iter()
            .filter(|member| !self.tree.key(member).starts_with("x-"))
            .filter_map(|member| {
                let mut name = self.key(member);
                if !name.text.starts_with('/') {
                    let rooted = format!("/{}", name.text);
                    let message = format!(
                        "the path `{}` does not begin with `/`; it was read as `{rooted}`",
                        name.text
                    );
                    self.warn(Code::BadValue, name.span, message);
                    name.text = rooted.into();
                }
                Some(Named {
                    name,
                    value: self.path_item_id(member.value)?,
                })
            })
            .collect()
    }

    /// `webhooks` of the document.
    pub(super) fn webhooks(&mut self, node: NodeId) -> Vec<Webhook> {
        let members = self.map(node, "`webhooks`");
        members
            .iter()
            .filter_map(|member| {
                let path_item = self.path_item_id(member.value)?;
                Some(Webhook {
                    name: self.key(member),
                    path_item,
                })
            })
            .collect()
    }

    /// The number of the path item at `node` or where it refers to; it is read later.
    pub(super) fn path_item_id(&mut self, node: NodeId) -> Option<PathItemId> {
        let target = self.path_item_target(node)?;
        if let Some(id) = self.path_item_ids.get(&target) {
            return Some(*id);
        }
        let id = PathItemId(u32::try_from(self.path_items.len()).ok()?);
        self.path_items.push(PathItem {
            span: self.span(target),
            ..PathItem::default()
        });
        self.path_item_ids.insert(target, id);
        self.waiting_path_items.push_back((target, id));
        Some(id)
    }

    /// Reads the path item at `node`.
    pub(super) fn path_item(&mut self, node: NodeId) -> PathItem {
        let mut item = PathItem {
            span: self.span(node),
            ..PathItem::default()
        };
        for (name, member) in self.fields(node, KEYS).unwrap_or_default() {
            let value = member.value;
            match name {
                "summary" => {
                    item.summary = self.prose(value, "`summary` of a path item");
                }
                "description" => {
                    item.description = self.prose(value, "`description` of a path item");
                }
                "servers" => item.servers = self.servers(value),
                "parameters" => item.parameters = self.parameters(value),
                "additionalOperations" => self.additional_operations(value, &mut item),
                "$ref" => {}
                _ => {
                    let verb = verb(name);
                    item.operations
                        .extend(verb.and_then(|verb| self.operation(verb, value)));
                }
            }
        }
        self.check_querystrings(&item);
        item
    }

    /// `in: querystring` is the whole query, so that it stands alone (OpenAPI 3.2.0, section 4.12.1).
    fn check_querystrings(&mut self, item: &PathItem) {
        for operation in &item.operations {
            let all = item.parameters.iter().chain(&operation.parameters);
            let queries: Vec<_> = all
                .filter(|parameter| {
                    matches!(parameter.place, Place::Query | Place::Querystring)
                })
                .collect();
            let whole =
                queries.iter().find(|parameter| parameter.place == Place::Querystring);
            if let Some(whole) = whole
                && queries.len() > 1
            {
                let name = &whole.name;
                let message = format!(
                    "the parameter `{}` is the whole query, and there are others beside it",
                    name.text
                );
                self.diagnostics.push(
                    Diagnostic::error(Code::BadValue, name.span, message)
                        .related(operation.span, "in this operation"),
                );
            }
        }
    }

    fn additional_operations(&mut self, node: NodeId, item: &mut PathItem) {
        for member in self.map(node, "`additionalOperations`") {
            let method = self.tree.key(member);
            if let Some(known) = verb(&method.to_ascii_lowercase())
                .filter(|_| method.to_ascii_uppercase() == method)
            {
                let message = format!(
                    "`{method}` of `additionalOperations` has a key of its own in a path item"
                );
                let help = format!(
                    "write `{}` beside `additionalOperations`",
                    method.to_ascii_lowercase()
                );
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::BadValue,
                        self.tree.key_span(member),
                        message,
                    )
                    .help(help),
                );
                item.operations.extend(self.operation(known, member.value));
            } else {
                item.operations
                    .extend(self.operation(Verb::Other(method.into()), member.value));
            }
        }
    }

    /// Where a path item stands, references followed.
    fn path_item_target(&mut self, node: NodeId) -> Option<NodeId> {
        let mut target = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = self.tree.get(target, "$ref") {
            if !seen.insert(target) || seen.len() > MAX_CHAIN {
                let message =
                    "the reference to a path item leads only to other references";
                self.error(Code::ReferenceCycle, self.span(node), message);
                return None;
            }
            for member in self.tree.members(target) {
                self.beside_path_item(member);
            }
            (target, _) = self.target(reference, self.tree.home(reference))?;
        }
        self.object(target, "a path item")?;
        Some(target)
    }

    /// What a path item says beside its `$ref` has no defined meaning, so it may not decide anything.
    fn beside_path_item(&mut self, member: &'a Member) {
        let name = self.tree.key(member);
        if matches!(name, "$ref" | "summary" | "description") || name.starts_with("x-") {
            return;
        }
        let message = format!(
            "`{name}` stands beside the `$ref` of a path item, where OpenAPI leaves its meaning open"
        );
        self.diagnostics.push(
            Diagnostic::error(
                Code::BesideReference,
                self.tree.key_span(member),
                message,
            )
            .help("write it where the reference leads, or write the path item out"),
        );
    }
}

fn verb(key: &str) -> Option<Verb> {
    Some(match key {
        "get" => Verb::Get,
        "put" => Verb::Put,
        "post" => Verb::Post,
        "delete" => Verb::Delete,
        "options" => Verb::Options,
        "head" => Verb::Head,
        "patch" => Verb::Patch,
        "trace" => Verb::Trace,
        "query" => Verb::Query,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::document::Verb;
    use crate::read::testing::rest;

    #[test]
    fn operations_stand_in_the_order_of_the_source() {
        let (document, told) = rest(
            "3.2",
            "paths:\n  /a:\n    post: {}\n    query: {}\n    get: {}\n    additionalOperations: {COPY: {}, copy: {}}\n    parameters: [{name: p, in: query, schema: {}}]\n",
        );
        let item = &document.path_items[0];
        let verbs: Vec<_> =
            item.operations.iter().map(|operation| operation.verb.clone()).collect();
        let other = |name: &str| Verb::Other(name.into());
        assert_eq!(
            verbs,
            [Verb::Post, Verb::Query, Verb::Get, other("COPY"), other("copy")]
        );
        assert_eq!(item.parameters.len(), 1);
        assert!(told.is_empty());
    }

    #[test]
    fn a_path_item_by_reference_is_the_same_path_item() {
        let (document, told) = rest(
            "3.1",
            "paths:\n  /a: {$ref: '#/components/pathItems/I'}\n  /b: {$ref: '#/paths/~1a'}\ncomponents: {pathItems: {I: {get: {}}}}\n",
        );
        assert_eq!(document.paths[0].value, document.paths[1].value);
        assert_eq!(document.components.path_items["I"], document.paths[0].value);
        assert!(told.is_empty());
    }

    #[test]
    fn operations_beside_a_reference_are_not_lost_in_silence() {
        let (_, told) = rest(
            "3.1",
            "paths:\n  /a: {$ref: '#/paths/~1b', get: {}, summary: s}\n  /b: {}\n",
        );
        let expected = "4 error CW1014: `get` stands beside the `$ref` of a path item, where OpenAPI leaves its meaning open";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn path_items_that_only_refer_to_each_other_are_refused() {
        let (document, told) = rest(
            "3.1",
            "paths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n",
        );
        assert!(document.paths.is_empty());
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("4 error CW1010"));
    }

    #[test]
    fn a_whole_query_stands_alone() {
        let whole = "{name: q, in: querystring, content: {a/b: {}}}";
        let (_, told) = rest(
            "3.2",
            &format!(
                "paths:\n  /a:\n    parameters: [{whole}]\n    get: {{parameters: [{{name: p, in: query, schema: {{}}}}]}}\n    put: {{}}\n"
            ),
        );
        assert_eq!(
            told,
            [
                "5 error CW1011: the parameter `q` is the whole query, and there are others beside it"
            ]
        );
    }
}
