//! Where a `$ref` leads (OpenAPI 3.2.0, section 4.28; RFC 3986 and RFC 6901 for its text).

use std::collections::BTreeMap;

use super::anchor::Base;
use super::place::percent_decoded;
use super::reader::Reader;
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};

/// How many references may stand on one pointer's way.
const MAX_CROSSED: u32 = 16;

/// What a reference names, and the schema resource or the file it stands in.
pub(super) type Target = (NodeId, Base);

/// Why a reference leads nowhere.
#[derive(Debug, Clone)]
pub(super) struct Lost {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl<'a> Reader<'a> {
    /// What the reference text at `node` names; the reason is reported when it leads nowhere.
    pub(super) fn target(&mut self, node: NodeId, base: Base) -> Option<Target> {
        let Some(text) = self.tree.text(node) else {
            self.wrong_type(node, "`$ref`", "a string");
            return None;
        };
        match self.resolve(text, base) {
            Ok(target) => {
                self.refers(self.span(node), target.0);
                Some(target)
            }
            Err(lost) => {
                self.report(node, lost);
                None
            }
        }
    }

    /// What a reference's text names, seen from a schema resource or a file.
    ///
    /// What does nothing but lead on to another file is passed through.
    pub(super) fn resolve(&mut self, text: &'a str, base: Base) -> Result<Target, Lost> {
        let found = self.found(text, base)?;
        if self.tree.is_single() { Ok(found) } else { Ok(self.destination(text, found)) }
    }

    /// What a reference's text names itself.
    pub(super) fn found(&mut self, text: &'a str, base: Base) -> Result<Target, Lost> {
        if let Some(found) = self.resolved.get(&(base, text)) {
            return found.clone();
        }
        // What is met again while it is being resolved leads through itself.
        let message = format!("`{text}` leads only to other references");
        let cycle = Lost {
            code: Code::ReferenceCycle,
            message,
            help: None,
        };
        self.resolved.insert((base, text), Err(cycle.clone()));
        let found = if self.hops < MAX_CROSSED {
            self.hops += 1;
            let found = self.look_up(text, base);
            self.hops -= 1;
            found
        } else {
            Err(cycle)
        };
        self.resolved.insert((base, text), found.clone());
        found
    }

    /// Says why a reference leads nowhere.
    pub(super) fn report(&mut self, node: NodeId, lost: Lost) {
        let mut diagnostic = Diagnostic::error(lost.code, self.span(node), lost.message);
        diagnostic.help = lost.help;
        self.diagnostics.push(diagnostic);
    }

    fn look_up(&mut self, text: &'a str, base: Base) -> Result<Target, Lost> {
        let (resource, fragment) = text.split_once('#').unwrap_or((text, ""));
        let base = if resource.is_empty() {
            base
        } else {
            self.resource(text, resource, base)?
        };
        let fragment = percent_decoded(fragment);
        let found = if fragment.is_empty() {
            Ok((base, base))
        } else if fragment.starts_with('/') {
            let found = self.walk(text, &fragment, base);
            let home = self.tree.home(base);
            // Many write pointers from the document's root within a schema that has an `$id`, too.
            if found.is_err() && base != home {
                self.walk(text, &fragment, home)
            } else {
                found
            }
        } else {
            self.anchored(text, &fragment, base)
        };
        if let Ok((node, _)) = found {
            self.reach(node);
        }
        found
    }

    fn anchored(&mut self, text: &str, name: &str, base: Base) -> Result<Target, Lost> {
        let found = self.anchors.names.get(&(base, name)).copied();
        found.map(|node| (node, base)).ok_or_else(|| {
            let names = self.anchors.names.keys().map(|(_, name)| *name);
            let near =
                self.near(name, names).map(|near| format!("did you mean `#{near}`?"));
            let help = near.or_else(|| self.near_schema(name));
            Lost {
                code: Code::DanglingReference,
                message: format!("`{text}` names an anchor that no schema has"),
                help,
            }
        })
    }

    pub(super) fn near_schema(&self, name: &str) -> Option<String> {
        let components = self.tree.get(self.tree.root(), "components")?;
        let schemas = self.tree.members(self.tree.get(components, "schemas")?);
        let near =
            self.near(name, schemas.iter().map(|member| self.tree.key(member)))?;
        Some(format!("did you mean `#/components/schemas/{near}`?"))
    }

    /// Follows a JSON pointer; a reference on its way is followed, too.
    fn walk(
        &mut self,
        text: &'a str,
        pointer: &str,
        base: Base,
    ) -> Result<Target, Lost> {
        let mut node = base;
        let mut resource = base;
        let mut crossed = 0;
        for (depth, token) in pointer.split('/').skip(1).enumerate() {
            let token = token.replace("~1", "/").replace("~0", "~");
            let mut next = self.step(node, &token);
            while next.is_none() && crossed < MAX_CROSSED {
                let Some(reference) =
                    self.step(node, "$ref").and_then(|node| self.tree.text(node))
                else {
                    break;
                };
                crossed += 1;
                let (target, base) = self.resolve(reference, resource)?;
                (node, resource) = (target, base);
                next = self.step(node, &token);
            }
            node =
                next.ok_or_else(|| self.dangling(text, pointer, node, depth, &token))?;
            resource = self.anchors.base(node, resource);
        }
        Ok((node, resource))
    }

    /// What stands under a token of a pointer.
    pub(super) fn step(&mut self, node: NodeId, token: &str) -> Option<NodeId> {
        match self.tree.view(node) {
            View::Object(members) if members.len() <= 32 => self.tree.get(node, token),
            View::Object(members) => {
                let tree = self.tree;
                let index = self.indexes.entry(node).or_insert_with(|| {
                    members
                        .iter()
                        .map(|member| (tree.key(member), member.value))
                        .collect::<BTreeMap<_, _>>()
                });
                index.get(token).copied()
            }
            View::List(items) => items.get(token.parse::<usize>().ok()?).copied(),
            _ => None,
        }
    }

    fn dangling(
        &self,
        text: &str,
        pointer: &str,
        node: NodeId,
        depth: usize,
        token: &str,
    ) -> Lost {
        let parent: Vec<_> = pointer.split('/').take(depth + 1).collect();
        let parent = parent.join("/");
        let (file, _) = text.split_once('#').unwrap_or((text, ""));
        let keys = self.tree.members(node).iter().map(|member| self.tree.key(member));
        let near = self.near(token, keys).map(|near| {
            format!("{file}#{parent}/{}", near.replace('~', "~0").replace('/', "~1"))
        });
        let moved = pointer
            .strip_prefix("/definitions/")
            .filter(|_| file.is_empty())
            .map(|name| format!("#/components/schemas/{name}"));
        let help = near.or(moved).map(|near| format!("did you mean `{near}`?"));
        let place = match (file, parent.as_str()) {
            ("", "") if self.tree.home(node) == self.tree.root() => {
                "the document".to_owned()
            }
            ("", "") => "the file".to_owned(),
            (file, "") => format!("`{file}`"),
            (_, parent) => format!("`#{parent}`"),
        };
        let message = format!("`{text}` names nothing: {place} has no `{token}`");
        Lost {
            code: Code::DanglingReference,
            message,
            help,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    /// The title of what `Start` refers to, and what was told.
    fn target(reference: &str) -> (Option<String>, Vec<String>) {
        let (document, told) = rest(
            "3.1",
            &format!(
                "paths:\n  /a~b/{{c d}}: {{get: {{responses: {{'200': {{description: d, content: {{a/b: {{schema: {{title: Deep}}}}}}}}}}}}}}\n\
                 components:\n  schemas:\n    Start: {{$ref: '{reference}'}}\n    Order: {{properties: {{x: {{title: X}}}}, allOf: [{{title: First}}]}}\n\
                 \x20   Via: {{$ref: '#/components/schemas/Order'}}\n"
            ),
        );
        let start = &document.schemas[document.components.schemas["Start"].value];
        let target = start
            .reference
            .as_ref()
            .map(|reference| &document.schemas[reference.target]);
        (target.and_then(|schema| Some(schema.title.as_ref()?.text.to_string())), told)
    }

    #[test]
    fn a_pointer_leads_anywhere_in_the_document() {
        let title = |reference| {
            let (title, told) = target(reference);
            assert!(told.is_empty(), "{told:?}");
            title.unwrap_or_default()
        };
        assert_eq!(title("#/components/schemas/Order/properties/x"), "X");
        assert_eq!(title("#/components/schemas/Order/allOf/0"), "First");
        assert_eq!(
            title("#/paths/~1a~0b~1%7Bc%20d%7D/get/responses/200/content/a~1b/schema"),
            "Deep"
        );
        assert_eq!(
            title("#/components/schemas/Via/properties/x"),
            "X",
            "through another reference"
        );
        assert_eq!(
            title("openapi.yaml#/components/schemas/Order/properties/x"),
            "X",
            "by the file's own name"
        );
    }

    #[test]
    fn a_reference_to_nothing_says_where_it_ends_and_what_is_near() {
        let (_, told) = target("#/components/schemas/Ordr");
        assert_eq!(
            told,
            [
                "7 error CW1008: `#/components/schemas/Ordr` names nothing: `#/components/schemas` has no `Ordr`"
            ]
        );
        let (_, told) = target("#/components/schemas/Order/allOf/7");
        assert_eq!(told.len(), 1);
        let (_, told) = target("#Order");
        assert_eq!(
            told,
            ["7 error CW1008: `#Order` names an anchor that no schema has"]
        );
    }

    #[test]
    fn other_files_and_hosts_are_refused() {
        let (_, told) = target("common.yaml#/Order");
        assert_eq!(
            told,
            [
                "7 error CW1009: `common.yaml#/Order` leads to another file, and this document is read alone"
            ]
        );
        let (_, told) = target("https://example.com/a.json");
        assert_eq!(
            told,
            [
                "7 error CW1009: `https://example.com/a.json` leads to another host, which is never asked"
            ]
        );
    }
}
