//! The Example Object (OpenAPI 3.2.0, section 4.19).

use std::sync::Arc;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Example, Named, Text, Version};

const KEYS: Keys = Keys {
    noun: "an example",
    keys: &[
        key("summary"),
        key("description"),
        since(Version::V3_2, "dataValue"),
        since(Version::V3_2, "serializedValue"),
        key("value"),
        key("externalValue"),
    ],
};

const EXCLUSIVE: &[[&str; 2]] = &[
    ["value", "dataValue"],
    ["value", "serializedValue"],
    ["value", "externalValue"],
    ["serializedValue", "externalValue"],
];

impl Reader<'_> {
    /// `example`: a value without a name.
    pub(super) fn bare_example(&mut self, node: NodeId) -> Named<Arc<Example>> {
        let span = self.span(node);
        let value = Some(self.value(node));
        let example = Example {
            summary: None,
            description: None,
            value,
            elsewhere: None,
            span,
        };
        Named {
            name: Text { text: "".into(), span },
            value: Arc::new(example),
        }
    }

    /// `examples` of a parameter, header or media type.
    pub(super) fn examples(&mut self, node: NodeId) -> Vec<Named<Arc<Example>>> {
        if let View::List(items) = self.tree.view(node) {
            let message = "`examples` must be an object here; the array was read as examples without names";
            self.diagnostics.push(
                Diagnostic::warning(Code::WrongType, self.span(node), message)
                    .help("only `examples` within a schema is an array"),
            );
            return items.iter().map(|item| self.bare_example(*item)).collect();
        }
        let members = self.map(node, "`examples`");
        members
            .iter()
            .filter_map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.shared(member.value)?,
                })
            })
            .collect()
    }
}

impl Sharable for Example {
    const NOUN: &'static str = "an example";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.examples
    }

    fn describe(&mut self, summary: Option<Text>, description: Option<Text>) {
        self.summary = summary.or(self.summary.take());
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let span = reader.span(node);
        let mut example = Self {
            summary: None,
            description: None,
            value: None,
            elsewhere: None,
            span,
        };
        if !matches!(reader.tree.view(node), View::Object(_)) {
            let message = "an example must be an object with `value`; this was read as the value itself";
            reader.warn(Code::WrongType, span, message);
            example.value = Some(reader.value(node));
            return Some(example);
        }
        reader.exclude(node, KEYS.noun, EXCLUSIVE);
        for (name, member) in reader.fields(node, KEYS)? {
            let what = format_args!("`{name}` of an example");
            match name {
                "summary" => example.summary = reader.prose(member.value, what),
                "description" => example.description = reader.prose(member.value, what),
                "value" | "dataValue" => {
                    example.value = Some(reader.value(member.value));
                }
                _ => example.elsewhere = reader.prose(member.value, what),
            }
        }
        Some(example)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::ValueKind;
    use crate::read::testing::rest;

    #[test]
    fn examples_are_data_and_never_followed() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\ncomponents:\n  examples:\n    A: {summary: s, description: d, value: {$ref: '#/nowhere'}}\n    B: {dataValue: 1, serializedValue: '1'}\n    C: {$ref: '#/components/examples/A', summary: t}\n",
        );
        assert!(told.is_empty());
        let examples = &document.components.examples;
        let ValueKind::Object(members) = &examples["A"].value.as_ref().unwrap().kind
        else {
            unreachable!()
        };
        assert_eq!(&*members[0].name, "$ref");
        assert_eq!(&*examples["B"].elsewhere.as_ref().unwrap().text, "1");
        assert_eq!(&*examples["C"].summary.as_ref().unwrap().text, "t");
        assert_eq!(&*examples["C"].description.as_ref().unwrap().text, "d");
    }

    #[test]
    fn a_list_of_examples_and_a_bare_value_are_healed() {
        let (document, told) = rest(
            "3.1",
            "paths:\n  /a: {parameters: [{name: p, in: query, schema: {}, examples: [1, 2]}, {name: q, in: query, schema: {}, examples: {a: 3}}]}\n",
        );
        let parameters = &document.path_items[0].parameters;
        assert_eq!((parameters[0].examples.len(), parameters[1].examples.len()), (2, 1));
        let expected = [
            "4 warning CW1006: `examples` must be an object here; the array was read as examples without names",
            "4 warning CW1006: an example must be an object with `value`; this was read as the value itself",
        ];
        assert_eq!(told, expected);
    }
}
