//! Which file or schema resource a reference leads to, and what is called after it.

use std::borrow::Cow;

use super::absent::{elsewhere, lost};
use super::anchor::Base;
use super::bundle::File;
use super::place::{self, stem};
use super::reader::Reader;
use super::reference::{Lost, Target};
use super::shared::MAX_CHAIN;
use super::tree::NodeId;
use crate::diagnostic::{Code, Diagnostic};

/// The maps of a file that is no OpenAPI document whose keys are names of schemas.
const DEFINITIONS: [&str; 2] = ["definitions", "$defs"];

impl<'a> Reader<'a> {
    /// The schema resource or the file that a reference's text before `#` names.
    pub(super) fn resource(
        &mut self,
        text: &str,
        resource: &str,
        base: Base,
    ) -> Result<Base, Lost> {
        let from = self.bundle.path(self.tree.position(base));
        if let Some(found) = self.anchors.resource(base, from, resource) {
            return Ok(found);
        }
        let Some(path) = place::file(from, resource) else {
            return Err(elsewhere(text, resource));
        };
        let from_id = self.anchors.uri(base).and_then(|uri| place::file(uri, resource));
        let path = from_id.filter(|path| self.bundle.has(path)).unwrap_or(path);
        match self.bundle.file(&path) {
            Some(File::Read(position)) => {
                let tree = self.tree.tree(*position);
                Ok(tree.map_or(self.tree.root(), |tree| tree.root()))
            }
            Some(File::Broken(told)) => {
                for told in told {
                    self.diagnostics.push(told.clone());
                }
                let message = format!("`{text}` leads to a file that cannot be read");
                Err(lost(Code::UnreadFile, message, None))
            }
            Some(File::Unread(reason)) => Err(self.absent(text, &path, Some(reason))),
            Some(File::Wanted) | None => Err(self.absent(text, &path, None)),
        }
    }

    /// Says which schemas and files have a URI that is too long to be one.
    pub(super) fn report_long_names(&mut self) {
        for node in &self.anchors.too_long {
            let mut named = ["$id", "$self"].into_iter();
            let named = named.find_map(|key| self.tree.get(*node, key));
            let message = format!("this URI has more than {} bytes", place::LONGEST);
            let span = self.tree.span(named.unwrap_or(*node));
            let found = Diagnostic::error(Code::TooLarge, span, message);
            self.diagnostics.push(found.help("give the schema a shorter `$id`"));
        }
    }

    /// Notes that a reference leads into a file, and says what is wrong with its text.
    pub(super) fn reach(&mut self, node: NodeId) {
        let position = self.tree.position(node);
        if position > 0 && self.reached.insert(position) {
            for told in self.bundle.told(position) {
                self.diagnostics.push(told.clone());
            }
        }
    }

    /// The end of references that do nothing but lead on to another file, beginning with one of this text.
    ///
    /// It is called by the first key under which one of them finds it, or by its file's name.
    pub(super) fn destination(&mut self, text: &'a str, found: Target) -> Target {
        let (mut name, mut last, mut target) = (key_named(text), text, found);
        for _ in 0..MAX_CHAIN {
            if let Some(end) = self.stand_ins.get(&target.0) {
                return *end;
            }
            let inner = self.tree.position(target.0) > 0;
            let Some((text, next)) = self.led_on(target).filter(|_| inner) else {
                let name = name.or_else(|| self.file_named(last, target.0));
                if let (Some(name), true) = (name, inner) {
                    self.components.entry(target.0).or_insert(name);
                }
                return target;
            };
            name = name.or_else(|| key_named(text));
            (last, target) = (text, next);
        }
        found
    }

    /// Lets what lies in another file bear the name of the component that only refers to it.
    pub(super) fn name_after_component(&mut self, node: NodeId, name: &'a str) {
        let found = self.led_on((node, self.tree.home(node)));
        let Some((text, found)) = found else { return };
        let target = self.destination(text, found);
        if self.tree.position(target.0) > 0 && self.claimed.insert(target.0) {
            self.components.insert(target.0, name.into());
            self.stand_ins.insert(node, target);
        }
    }

    /// The reference that is all of a node, and where it leads, when that is another file.
    fn led_on(&mut self, (node, base): Target) -> Option<(&'a str, Target)> {
        let [only] = self.tree.members(node) else { return None };
        let text = self.tree.text(only.value)?;
        if self.tree.key(only) != "$ref" || text.starts_with('#') {
            return None;
        }
        let base = self.anchors.base(node, base);
        let found = self.found(text, base).ok()?;
        (self.tree.home(found.0) != self.tree.home(node)).then_some((text, found))
    }

    /// The name of the file that a reference names as a whole.
    fn file_named(&self, text: &str, node: NodeId) -> Option<Cow<'a, str>> {
        let whole = text.split_once('#').is_none_or(|(_, rest)| rest.is_empty());
        let path = self.bundle.path(self.tree.position(node));
        whole.then(|| stem(path).into())
    }
}

/// The key that a reference's text ends in, when it is that of a map of named things.
fn key_named(text: &str) -> Option<Cow<'static, str>> {
    let (_, pointer) = text.split_once("#/")?;
    let pointer = place::percent_decoded(pointer);
    let tokens: Vec<&str> = pointer.split('/').collect();
    match tokens[..] {
        [name] | ["components", _, name] => Some(unescaped(name)),
        [map, name] if DEFINITIONS.contains(&map) => Some(unescaped(name)),
        _ => None,
    }
}

/// A token of a JSON pointer (RFC 6901).
fn unescaped(token: &str) -> Cow<'static, str> {
    token.replace("~1", "/").replace("~0", "~").into()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::read::testing::files;

    const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n";

    fn with(components: &str, others: &[(&str, &str)]) -> (Document, Vec<String>) {
        let text = format!("{HEAD}components:\n  schemas:\n{components}");
        let mut all = vec![("openapi.yaml", text.as_str())];
        all.extend(others);
        files(&all)
    }

    /// The names of all schemas that have one, in their order.
    fn names(document: &Document) -> Vec<&str> {
        let all = document.schemas.0.iter();
        all.filter_map(|schema| schema.component.as_deref()).collect()
    }

    #[test]
    fn a_component_that_only_refers_to_a_file_is_what_stands_there() {
        let (document, told) = with(
            "    Pet: {$ref: ./schemas/animal.yaml}\n    Tag: {$ref: 'schemas/all.json#/Label'}\n",
            &[
                (
                    "schemas/animal.yaml",
                    "type: object\nproperties:\n  self: {$ref: '../openapi.yaml#/components/schemas/Pet'}\n  tag: {$ref: all.json#/Label}\n",
                ),
                ("schemas/all.json", "{\"Label\": {\"$ref\": \"one.yaml\"}}"),
                ("schemas/one.yaml", "type: string\n"),
            ],
        );
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(names(&document), ["Pet", "Tag"]);
        assert_eq!(document.schemas.0.len(), 4, "no schema is there twice");
        let schemas = &document.components.schemas;
        let pet = &document.schemas[schemas["Pet"].value];
        let targets: Vec<_> = pet
            .properties
            .iter()
            .filter_map(|property| document.schemas[property.schema].reference.as_ref())
            .map(|reference| reference.target)
            .collect();
        assert_eq!(targets, [schemas["Pet"].value, schemas["Tag"].value]);
    }

    #[test]
    fn what_no_component_names_is_called_by_its_key_or_its_file() {
        let (document, told) = with(
            "    A:\n      properties:\n        a: {$ref: b/Inner.v2.yaml}\n        b: {$ref: 'b/defs.json#/definitions/One%20Two'}\n        c: {$ref: 'b/list.yaml#/Thing'}\n        d: {$ref: 'b/Inner.v2.yaml#/properties/x'}\n",
            &[
                ("b/Inner.v2.yaml", "properties: {x: {type: string}}\n"),
                (
                    "b/defs.json",
                    "{\"definitions\": {\"One Two\": {\"type\": \"string\"}}}",
                ),
                ("b/list.yaml", "Thing: {$ref: thing-1.yaml}\n"),
                ("b/thing-1.yaml", "type: string\n"),
            ],
        );
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(names(&document), ["A", "Inner.v2", "One Two", "Thing"]);
    }

    #[test]
    fn each_problem_is_said_where_it_lies_and_once() {
        let (_, told) = with(
            "    A: {$ref: gone.yaml}\n    B: {$ref: broken.yaml}\n    C: {$ref: 'part.yaml#/Nmae'}\n    D: {$ref: part.yaml#/Name}\n    E: {example: {$ref: broken2.yaml}}\n",
            &[
                ("broken.yaml", "a: [\n"),
                ("broken2.yaml", "a: [\n"),
                ("part.yaml", "Name:\n  typ: string\n  items: {$ref: ../up.yaml}\n"),
            ],
        );
        assert_eq!(
            told,
            [
                "openapi.yaml:6 error CW1016: `gone.yaml` leads nowhere: there is no file `gone.yaml`",
                "openapi.yaml:7 error CW1016: `broken.yaml` leads to a file that cannot be read",
                "openapi.yaml:8 error CW1008: `part.yaml#/Nmae` names nothing: `part.yaml` has no `Nmae`",
                "broken.yaml:2 error CW1001: this is not YAML: while parsing a node, did not find expected node content",
                "part.yaml:2 warning CW1005: `typ` is not a key of a schema; it was left out",
                "part.yaml:3 error CW1016: `../up.yaml` leads nowhere: there is no file `../up.yaml`",
            ]
        );
    }

    #[test]
    fn files_that_only_lead_to_each_other_are_refused() {
        let (_, told) = with(
            "    A: {$ref: a.yaml}\n    S: {$ref: openapi.yaml}\n",
            &[("a.yaml", "$ref: b.yaml\n"), ("b.yaml", "$ref: ./a.yaml\n")],
        );
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("openapi.yaml:7 error CW1008"), "{told:?}");
        assert!(told[1].contains("error CW1010"), "{told:?}");
    }

    #[test]
    fn a_chain_of_files_is_followed() {
        let texts: Vec<(String, String)> = (0..60)
            .map(|index| {
                (format!("{index}.yaml"), format!("$ref: {}.yaml\n", index + 1))
            })
            .collect();
        let mut others: Vec<(&str, &str)> =
            texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        others.push(("60.yaml", "type: string\n"));
        let (document, told) = with("    A: {$ref: 0.yaml}\n", &others);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(names(&document), ["A"]);
    }
}
