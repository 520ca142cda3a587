//! `$ref` and `$dynamicRef` of schemas.

use super::super::anchor::Base;
use super::super::reader::Reader;
use super::super::tree::NodeId;
use super::Draft;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Reference, SchemaId, Text};

impl Reader<'_> {
    /// The schema that the reference text at `node` names.
    pub(super) fn schema_reference(
        &mut self,
        node: NodeId,
        base: Base,
    ) -> Option<Reference> {
        let (target, base) = self.target(node, base)?;
        self.reference_to(node, target, base)
    }

    /// A reference whose text stands at `node`, to what was found.
    fn reference_to(
        &mut self,
        node: NodeId,
        target: NodeId,
        base: Base,
    ) -> Option<Reference> {
        if target == self.tree.root() {
            let message = "this leads to the whole document, which is no schema";
            self.diagnostics.push(
                Diagnostic::error(Code::DanglingReference, self.span(node), message)
                    .help("name the schema: `#/components/schemas/…`"),
            );
            return None;
        }
        let target = self.schema_id(target, base)?;
        Some(Reference {
            text: self.reference_text(node)?,
            target,
        })
    }

    /// A `$ref`, `$dynamicRef` or `$recursiveRef` among other keywords; those after the first join `allOf`.
    pub(super) fn schema_reference_keyword(
        &mut self,
        draft: &mut Draft,
        name: &str,
        node: NodeId,
    ) {
        let found = match name {
            "$ref" => self.schema_reference(node, draft.base),
            "$dynamicRef" => self.dynamic_reference(node, draft.base),
            _ => self.recursive_reference(node, draft.base),
        };
        let Some(found) = found else {
            // That was reported; what is left must not look as if it said nothing of its own accord.
            draft.schema.boolean = Some(true);
            return;
        };
        if draft.schema.reference.is_none() {
            draft.schema.reference = Some(found);
        } else {
            draft.schema.all_of.push(found.target);
        }
    }

    /// Reports schemas that are only references to each other, so that no chain of references is endless afterwards.
    pub(in crate::read) fn report_schema_cycles(&mut self) {
        // 0: not seen; otherwise the walk that saw it first.
        let mut seen = vec![0; self.schemas.len()];
        for start in 0..self.schemas.len() {
            let mut at = start;
            while seen[at] == 0 {
                seen[at] = start + 1;
                let Some(reference) = &self.schemas[at].reference else { break };
                let next = reference.target.0 as usize;
                if seen[next] == start + 1 {
                    self.report_schema_cycle(at);
                    break;
                }
                at = next;
            }
        }
    }

    fn report_schema_cycle(&mut self, last: usize) {
        let Some(reference) = self.schemas[last].reference.take() else { return };
        self.schemas[last].boolean = Some(true);
        let text = &reference.text;
        let message =
            format!("`{}` leads back to itself through references alone", text.text);
        self.diagnostics.push(
            Diagnostic::error(Code::ReferenceCycle, text.span, message)
                .help("let one of the schemas say something besides `$ref`"),
        );
    }

    /// `$dynamicRef` (JSON Schema 2020-12, 8.2.3.2): resolved when only one schema bears the anchor, so that it cannot
    /// depend on the way there; one whose anchor is not dynamic is a `$ref`.
    fn dynamic_reference(&mut self, node: NodeId, base: Base) -> Option<Reference> {
        let text = self.tree.text(node).unwrap_or_default();
        let name = text.split_once('#').map_or("", |(_, name)| name);
        let bearers = self.anchors.dynamic.get(name).cloned().unwrap_or_default();
        let found = self.resolve(text, base);
        let at_first = found.as_ref().ok().map(|found| found.0);
        let is_dynamic = bearers.iter().any(|bearer| Some(bearer.0) == at_first);
        match (found, &bearers[..]) {
            (Ok(_), _) if !is_dynamic => self.schema_reference(node, base),
            (_, []) => self.schema_reference(node, base),
            (_, [(target, base)]) => {
                self.refers(self.span(node), *target);
                self.reference_to(node, *target, *base)
            }
            _ => {
                self.depends_on_the_way(node, "$dynamicRef");
                None
            }
        }
    }

    /// `$recursiveRef` (JSON Schema 2019-09, 8.2.4.2): `#`, the resource itself, unless several can be recursed to.
    fn recursive_reference(&mut self, node: NodeId, base: Base) -> Option<Reference> {
        let recursive = &self.anchors.recursive;
        if recursive.len() > 1 && recursive.contains(&base) {
            self.depends_on_the_way(node, "$recursiveRef");
            return None;
        }
        self.schema_reference(node, base)
    }

    fn depends_on_the_way(&mut self, node: NodeId, keyword: &str) {
        let message = format!(
            "which schema this `{keyword}` names depends on the way to it; any value is allowed here"
        );
        self.diagnostics.push(
            Diagnostic::warning(Code::DynamicReference, self.span(node), message)
                .label("several schemas bear this anchor")
                .help("refer to one of them by `$ref`"),
        );
    }

    /// The schema that a text of `discriminator` names: a component, or a reference.
    pub(super) fn named_schema(&mut self, node: NodeId, base: Base) -> Option<SchemaId> {
        if let Some(component) = self.component_named(node) {
            self.refers(self.span(node), component);
            return self.component_schema(component);
        }
        let (target, base) = self.target(node, base)?;
        self.schema_id(target, base)
    }

    /// The component whose name stands at `node`: one of the document, or of the file in which the name stands.
    fn component_named(&self, node: NodeId) -> Option<NodeId> {
        let name = self.tree.text(node)?;
        let roots = [self.tree.root(), self.tree.home(node)];
        roots.into_iter().find_map(|root| {
            let components = self.tree.get(root, "components")?;
            self.tree.get(self.tree.get(components, "schemas")?, name)
        })
    }

    fn reference_text(&self, node: NodeId) -> Option<Text> {
        Some(Text {
            text: self.tree.text(node)?.into(),
            span: self.span(node),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn schemas_that_only_refer_to_each_other_are_refused_once_and_cut() {
        let (document, told) = rest(
            "3.0",
            "paths: {}\ncomponents:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/C'}\n    C: {$ref: '#/components/schemas/B'}\n    D: {$ref: '#/components/schemas/D'}\n",
        );
        let expected = [
            "8 error CW1010: `#/components/schemas/B` leads back to itself through references alone",
            "9 error CW1010: `#/components/schemas/D` leads back to itself through references alone",
        ];
        assert_eq!(told, expected);
        for start in 0..document.schemas.0.len() {
            let mut schema = &document.schemas.0[start];
            let mut hops = 0;
            while let Some(reference) = &schema.reference {
                schema = &document.schemas[reference.target];
                hops += 1;
                assert!(hops < 10);
            }
        }
    }

    #[test]
    fn both_kinds_of_reference_hold_together() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/B', $dynamicRef: '#c'}, B: {}, C: {$dynamicAnchor: c}}}\n",
        );
        assert!(told.is_empty());
        let id = |name: &str| document.components.schemas[name].value;
        let schema = &document.schemas[id("A")];
        assert_eq!(
            schema.reference.as_ref().map(|reference| reference.target),
            Some(id("B"))
        );
        assert_eq!(schema.all_of, [id("C")]);
    }
}
