//! Strings, booleans, numbers and whole literals of a document.

use std::fmt::Display;

use super::reader::Reader;
use super::scalar::json_number;
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Member, Number, Text, Value, ValueKind};

impl<'a> Reader<'a> {
    /// A string that decides something.
    ///
    /// A number or boolean is taken by its text, so an unquoted `version: 1.10` is `1.10`.
    pub(super) fn text(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<Text> {
        let text = self.loose_text(node, what);
        if text.is_none() {
            self.wrong_type(node, what, "a string");
        }
        text
    }

    /// A string for people only: anything else is left out with a warning.
    pub(super) fn prose(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<Text> {
        let text = self.loose_text(node, what);
        if text.is_none() {
            let found = self.tree.view(node).noun();
            let message = format!("{what} must be a string; {found} was left out");
            self.warn(Code::WrongType, self.span(node), message);
        }
        text
    }

    /// A list of strings.
    pub(super) fn texts(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Vec<Text> {
        let items = self.list(node, what);
        items
            .iter()
            .filter_map(|item| self.text(*item, format_args!("each of {what}")))
            .collect()
    }

    /// `true` or `false`; the strings of these names are taken for them.
    pub(super) fn flag(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<bool> {
        let value = match self.tree.view(node) {
            View::Bool(value) => return Some(value),
            View::Null => {
                self.warn(
                    Code::WrongType,
                    self.span(node),
                    format!("{what} is null and was left out"),
                );
                return None;
            }
            View::Text("true" | "True") => true,
            View::Text("false" | "False") => false,
            _ => {
                self.wrong_type(node, what, "a boolean");
                return None;
            }
        };
        let message =
            format!("{what} must be a boolean; the string was read as `{value}`");
        self.warn(Code::WrongType, self.span(node), message);
        Some(value)
    }

    /// A whole number from 0; `10.0` and `"10"` are taken for it.
    pub(super) fn count(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<u64> {
        let (written, exact) = match self.tree.view(node) {
            View::Number(digits) => (json_number(digits)?, true),
            View::Text(text) => (text.to_owned(), false),
            _ => {
                self.wrong_type(node, what, "a whole number");
                return None;
            }
        };
        let whole =
            written.split_once('.').map_or(written.as_str(), |(whole, fraction)| {
                if fraction.bytes().all(|byte| byte == b'0') { whole } else { "" }
            });
        let parsed = whole.parse().ok().or_else(|| whole_of_exponent(&written));
        match parsed {
            Some(_) if exact => {}
            Some(_) => {
                let message =
                    format!("{what} must be a number; the string was read as one");
                self.warn(Code::WrongType, self.span(node), message);
            }
            None => {
                let message = format!(
                    "{what} must be a whole number from 0, but this is `{written}`"
                );
                self.error(Code::BadValue, self.span(node), message);
            }
        }
        parsed
    }

    /// A number; a string of digits is taken for it.
    pub(super) fn number(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<Number> {
        let (digits, exact) = match self.tree.view(node) {
            View::Number(digits) => (json_number(digits), true),
            View::Text(text) if text.parse::<f64>().is_ok() => {
                (json_number(text), false)
            }
            _ => {
                self.wrong_type(node, what, "a number");
                return None;
            }
        };
        let span = self.span(node);
        let Some(digits) = digits else {
            self.error(Code::BadValue, span, format!("{what} must be a finite number"));
            return None;
        };
        if !exact {
            self.warn(
                Code::WrongType,
                span,
                format!("{what} must be a number; the string was read as one"),
            );
        }
        Some(Number(Text { text: digits.into(), span }))
    }

    /// Any JSON value, as data: a `$ref` within it is a property like any other.
    pub(super) fn value(&mut self, node: NodeId) -> Value {
        let kind = match self.tree.view(node) {
            View::Null => ValueKind::Null,
            View::Bool(value) => ValueKind::Bool(value),
            View::Text(text) => ValueKind::String(text.into()),
            View::Number(digits) => {
                if let Some(digits) = json_number(digits) {
                    ValueKind::Number(digits.into())
                } else {
                    let message = format!(
                        "`{digits}` is not a number in JSON; it was read as a string"
                    );
                    self.warn(Code::BadValue, self.span(node), message);
                    ValueKind::String(digits.into())
                }
            }
            View::List(items) => {
                ValueKind::Array(items.iter().map(|item| self.value(*item)).collect())
            }
            View::Object(members) => ValueKind::Object(
                members
                    .iter()
                    .map(|member| Member {
                        name: self.tree.key(member).into(),
                        value: self.value(member.value),
                    })
                    .collect(),
            ),
        };
        Value {
            span: self.span(node),
            kind,
        }
    }

    fn loose_text(&mut self, node: NodeId, what: impl Display + Copy) -> Option<Text> {
        let (text, exact): (&'a str, bool) = match self.tree.view(node) {
            View::Text(text) => (text, true),
            View::Number(digits) => (digits, false),
            View::Bool(true) => ("true", false),
            View::Bool(false) => ("false", false),
            View::Null | View::List(_) | View::Object(_) => return None,
        };
        let span = self.span(node);
        if !exact {
            let message = format!("{what} must be a string; this was read as `{text}`");
            self.diagnostics.push(
                Diagnostic::warning(Code::WrongType, span, message)
                    .help(format!("write it in quotes: \"{text}\"")),
            );
        }
        Some(Text { text: text.into(), span })
    }
}

/// `1e3` as a whole number.
fn whole_of_exponent(written: &str) -> Option<u64> {
    let (mantissa, exponent) = written.split_once(['e', 'E'])?;
    let power = 10_u64.checked_pow(exponent.trim_start_matches('+').parse().ok()?)?;
    mantissa.parse::<u64>().ok()?.checked_mul(power)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::{Value, ValueKind};
    use crate::read::testing::{rest, schema};

    fn shown(value: &Value) -> String {
        match &value.kind {
            ValueKind::Null => "null".into(),
            ValueKind::Bool(value) => value.to_string(),
            ValueKind::Number(digits) => digits.to_string(),
            ValueKind::String(text) => format!("{text:?}"),
            ValueKind::Array(items) => {
                format!("{:?}", items.iter().map(shown).collect::<Vec<_>>())
            }
            ValueKind::Object(members) => {
                let members = members
                    .iter()
                    .map(|member| format!("{}={}", member.name, shown(&member.value)));
                members.collect::<Vec<_>>().join(";")
            }
        }
    }

    #[test]
    fn a_value_is_data_with_the_digits_of_the_source() {
        let (schema, told) =
            schema("3.1", "const: {$ref: '#/x', b: [1.10, 0x1F, true, ~, yes, .5]}\n");
        let shown = shown(&schema.constant.unwrap());
        assert_eq!(
            shown,
            r##"$ref="#/x";b=["1.10", "31", "true", "null", "\"yes\"", "0.5"]"##
        );
        assert!(told.is_empty());
    }

    #[test]
    fn counts_and_flags_are_healed_where_they_are_plain() {
        let text = "type: string\nminLength: 1.0\nmaxLength: '10'\nmaxItems: 1e2\nreadOnly: 'true'\nminItems: -1\nminProperties: 1.5\n";
        let (schema, told) = schema("3.1", text);
        let limits = &schema.limits;
        assert_eq!(
            (limits.min_length, limits.max_length, limits.max_items),
            (Some(1), Some(10), Some(100))
        );
        assert_eq!(
            (schema.read_only, limits.min_items, limits.min_properties),
            (true, None, None)
        );
        let expected = [
            "9 warning CW1006: `maxLength` must be a number; the string was read as one",
            "11 warning CW1006: `readOnly` of a schema must be a boolean; the string was read as `true`",
            "12 error CW1011: `minItems` must be a whole number from 0, but this is `-1`",
            "13 error CW1011: `minProperties` must be a whole number from 0, but this is `1.5`",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn numbers_beyond_every_type_are_kept_and_infinity_is_refused() {
        let (schema, told) =
            schema("3.1", "minimum: -9223372036854776000000\nmaximum: .inf\n");
        assert_eq!(&*schema.limits.minimum.unwrap().0.text, "-9223372036854776000000");
        assert_eq!(told, ["8 error CW1011: `maximum` must be a finite number"]);
    }

    #[test]
    fn prose_of_the_wrong_type_is_left_out_with_a_warning() {
        let (document, told) =
            rest("3.1", "paths: {}\ntags: [{name: a, description: {b: c}}]\n");
        assert_eq!(document.tags[0].description, None);
        assert_eq!(
            told,
            [
                "4 warning CW1006: `description` of a tag must be a string; an object was left out"
            ]
        );
    }
}
