//! `minimum`, `maxLength`, `minItems` and their like.

use std::fmt::Display;

use super::super::reader::Reader;
use super::super::tree::{NodeId, View};
use super::Draft;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Number, Version};

impl Reader<'_> {
    /// Reads a limit; false when the keyword is none.
    pub(super) fn limit(
        &mut self,
        draft: &mut Draft,
        name: &str,
        value: NodeId,
    ) -> bool {
        let what = format_args!("`{name}`");
        let limits = &mut draft.schema.limits;
        match name {
            "minimum" => limits.minimum = self.number(value, what),
            "maximum" => limits.maximum = self.number(value, what),
            "multipleOf" => limits.multiple_of = self.number(value, what),
            "exclusiveMinimum" => {
                (limits.exclusive_minimum, draft.exclusive[0]) =
                    self.exclusive(value, what);
            }
            "exclusiveMaximum" => {
                (limits.exclusive_maximum, draft.exclusive[1]) =
                    self.exclusive(value, what);
            }
            "minLength" => limits.min_length = self.count(value, what),
            "maxLength" => limits.max_length = self.count(value, what),
            "minItems" => limits.min_items = self.count(value, what),
            "maxItems" => limits.max_items = self.count(value, what),
            "minContains" => draft.schema.min_contains = self.count(value, what),
            "maxContains" => draft.schema.max_contains = self.count(value, what),
            "minProperties" => limits.min_properties = self.count(value, what),
            "maxProperties" => limits.max_properties = self.count(value, what),
            _ => return false,
        }
        true
    }

    /// Turns 3.0's boolean exclusive limits into the numbers that they make of the others.
    pub(super) fn finish_limits(&mut self, draft: &mut Draft) {
        let limits = &mut draft.schema.limits;
        let [minimum, maximum] = draft.exclusive;
        let mut without = Vec::new();
        if minimum {
            limits.exclusive_minimum = limits.minimum.take();
            without.extend(
                limits.exclusive_minimum.is_none().then_some("exclusiveMinimum"),
            );
        }
        if maximum {
            limits.exclusive_maximum = limits.maximum.take();
            without.extend(
                limits.exclusive_maximum.is_none().then_some("exclusiveMaximum"),
            );
        }
        for keyword in without {
            let limit = if keyword.ends_with("Minimum") { "minimum" } else { "maximum" };
            let message = format!("`{keyword}: true` says nothing without `{limit}`");
            let node = self.tree.get(draft.node, keyword).unwrap_or(draft.node);
            self.warn(Code::BadValue, self.span(node), message);
        }
    }

    /// An exclusive limit: a number since 3.1, a boolean in 3.0.
    fn exclusive(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> (Option<Number>, bool) {
        let old = self.version == Version::V3_0;
        if let View::Bool(value) = self.tree.view(node) {
            if !old {
                let message = format!(
                    "{what} is a number since OpenAPI 3.1; the boolean was read as in 3.0"
                );
                let help = "write the limit itself in place of `true`";
                self.diagnostics.push(
                    Diagnostic::warning(Code::OtherVersion, self.span(node), message)
                        .help(help),
                );
            }
            return (None, value);
        }
        let number = self.number(node, what);
        if old && number.is_some() {
            let message = format!(
                "{what} is a boolean in OpenAPI 3.0; the number was read as in 3.1"
            );
            self.warn(Code::OtherVersion, self.span(node), message);
        }
        (number, false)
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::schema;

    /// The inclusive and exclusive minimum, and what was told.
    fn minimum(
        version: &str,
        text: &str,
    ) -> (Option<String>, Option<String>, Vec<String>) {
        let (schema, told) = schema(version, text);
        let shown = |number: &Option<crate::document::Number>| {
            Some(number.as_ref()?.0.text.to_string())
        };
        (shown(&schema.limits.minimum), shown(&schema.limits.exclusive_minimum), told)
    }

    #[test]
    fn a_boolean_makes_the_limit_exclusive() {
        let text = "minimum: 1.50\nexclusiveMinimum: true\n";
        assert_eq!(minimum("3.0", text), (None, Some("1.50".into()), vec![]));
        let (inclusive, exclusive, told) = minimum("3.1", text);
        assert_eq!((inclusive, exclusive, told.len()), (None, Some("1.50".into()), 1));
        let text = "exclusiveMinimum: false\nminimum: 1\n";
        assert_eq!(minimum("3.0", text), (Some("1".into()), None, vec![]));
        let (_, exclusive, told) = minimum("3.0", "exclusiveMinimum: true\n");
        assert_eq!((exclusive, told), (None, vec!["7 warning CW1011: `exclusiveMinimum: true` says nothing without `minimum`".into()]));
    }

    #[test]
    fn a_number_is_an_exclusive_limit_of_its_own() {
        let text = "exclusiveMinimum: 0\nminimum: -5\n";
        assert_eq!(minimum("3.1", text), (Some("-5".into()), Some("0".into()), vec![]));
        let (_, exclusive, told) = minimum("3.0", text);
        assert_eq!((exclusive, told.len()), (Some("0".into()), 1));
    }

    #[test]
    fn a_string_of_digits_is_a_number_and_other_strings_are_not() {
        let (inclusive, _, told) = minimum("3.1", "minimum: '5'\n");
        assert_eq!((inclusive, told.len()), (Some("5".into()), 1));
        let (inclusive, _, told) = minimum("3.1", "minimum: five\n");
        assert_eq!(
            (inclusive, told),
            (
                None,
                vec![
                    "7 error CW1006: `minimum` must be a number, but this is a string"
                        .into()
                ]
            )
        );
    }
}
