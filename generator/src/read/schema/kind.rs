//! `type` and `nullable`.

use super::super::reader::Reader;
use super::super::tree::{NodeId, View};
use super::Draft;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Kind, Kinds, Version};

const NAMES: [(&str, Kind); 7] = [
    ("null", Kind::Null),
    ("boolean", Kind::Boolean),
    ("integer", Kind::Integer),
    ("number", Kind::Number),
    ("string", Kind::String),
    ("array", Kind::Array),
    ("object", Kind::Object),
];

/// Names of other type systems and what they are here.
const FOREIGN: [(&str, &str); 14] = [
    ("int", "`type: integer`"),
    ("int32", "`type: integer` and `format: int32`"),
    ("int64", "`type: integer` and `format: int64`"),
    ("long", "`type: integer` and `format: int64`"),
    ("float", "`type: number` and `format: float`"),
    ("double", "`type: number` and `format: double`"),
    ("decimal", "`type: number`"),
    ("bool", "`type: boolean`"),
    ("date", "`type: string` and `format: date`"),
    ("datetime", "`type: string` and `format: date-time`"),
    ("date-time", "`type: string` and `format: date-time`"),
    ("uuid", "`type: string` and `format: uuid`"),
    ("file", "`type: string` and `format: binary`"),
    ("any", "no `type` at all"),
];

/// Whether strings are the only values that these kinds allow, `null` apart.
pub(super) fn only_strings(kinds: Kinds) -> bool {
    kinds.has(Kind::String)
        && kinds.iter().all(|kind| matches!(kind, Kind::String | Kind::Null))
}

/// Puts `nullable` among the kinds.
pub(super) fn finish_kinds(draft: &mut Draft) {
    let schema = &mut draft.schema;
    if draft.nullable && schema.kinds.is_empty() {
        schema.nullable = true;
    } else if draft.nullable {
        schema.kinds.insert(Kind::Null);
    }
}

impl Reader<'_> {
    /// `type`: a name or, since 3.1, an array of names.
    pub(super) fn kinds(&mut self, node: NodeId) -> Kinds {
        let mut kinds = Kinds::default();
        let items = match self.tree.view(node) {
            View::List(items) => items,
            _ => std::slice::from_ref(&node),
        };
        if let View::List(_) = self.tree.view(node)
            && self.version == Version::V3_0
        {
            let message =
                "an array of types is of OpenAPI 3.1; it was read all the same";
            self.warn(Code::OtherVersion, self.span(node), message);
        }
        for item in items {
            if let Some(kind) = self.kind(*item) {
                kinds.insert(kind);
            }
        }
        kinds
    }

    fn kind(&mut self, node: NodeId) -> Option<Kind> {
        let name = match self.tree.view(node) {
            View::Text(name) => name,
            View::Null => {
                let message =
                    "the type null must be a string; it was read as `\"null\"`";
                self.diagnostics.push(
                    Diagnostic::warning(Code::WrongType, self.span(node), message)
                        .help("write it in quotes: \"null\""),
                );
                return Some(Kind::Null);
            }
            _ => {
                self.wrong_type(node, "`type`", "a string or an array of strings");
                return None;
            }
        };
        if let Some((_, kind)) = NAMES.iter().find(|(known, _)| *known == name) {
            if *kind == Kind::Null && self.version == Version::V3_0 {
                let message =
                    "the type `null` is of OpenAPI 3.1; it was read all the same";
                self.warn(Code::OtherVersion, self.span(node), message);
            }
            return Some(*kind);
        }
        self.other_kind(node, name)
    }

    fn other_kind(&mut self, node: NodeId, name: &str) -> Option<Kind> {
        let lower = name.trim().to_ascii_lowercase();
        if let Some((known, kind)) = NAMES.iter().find(|(known, _)| *known == lower) {
            let message = format!("the type `{name}` was read as `{known}`");
            self.warn(Code::BadValue, self.span(node), message);
            return Some(*kind);
        }
        let foreign = FOREIGN.iter().find(|(foreign, _)| *foreign == lower);
        let help = match (foreign, self.near(&lower, NAMES.map(|(known, _)| known))) {
            (Some((_, ours)), _) => format!("write {ours}"),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => {
                "write one of `string`, `number`, `integer`, `boolean`, `array`, `object`, `null`".to_owned()
            }
        };
        let message = format!("`{name}` is not a type of JSON Schema");
        self.diagnostics.push(
            Diagnostic::error(Code::BadValue, self.span(node), message).help(help),
        );
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::testing::schema;

    fn kinds(version: &str, text: &str) -> (Vec<Kind>, bool, Vec<String>) {
        let (schema, told) = schema(version, text);
        (schema.kinds.iter().collect(), schema.nullable, told)
    }

    #[test]
    fn nullable_is_a_kind_beside_a_type_and_a_flag_without_one() {
        assert_eq!(
            kinds("3.0", "type: string\nnullable: true\n"),
            (vec![Kind::Null, Kind::String], false, vec![])
        );
        assert_eq!(
            kinds("3.0", "nullable: true\nallOf: [{}]\n"),
            (vec![], true, vec![])
        );
        assert_eq!(
            kinds("3.0", "nullable: false\ntype: object\n"),
            (vec![Kind::Object], false, vec![])
        );
        let (found, _, told) = kinds("3.1", "type: string\nnullable: true\n");
        assert_eq!((found, told.len()), (vec![Kind::Null, Kind::String], 1));
    }

    #[test]
    fn lists_of_types_may_hold_an_unquoted_null() {
        let (found, _, told) = kinds("3.1", "type: [integer, null]\n");
        assert_eq!(found, [Kind::Null, Kind::Integer]);
        assert_eq!(
            told,
            [
                "7 warning CW1006: the type null must be a string; it was read as `\"null\"`"
            ]
        );
        let (found, _, told) = kinds("3.0", "type: [array, 'null']\n");
        assert_eq!(
            (found.len(), told.len()),
            (2, 2),
            "both the list and the type are of 3.1"
        );
    }

    #[test]
    fn odd_case_is_healed_and_other_names_are_refused() {
        let (found, _, told) = kinds("3.1", "type: String\n");
        assert_eq!(
            (found, told),
            (
                vec![Kind::String],
                vec!["7 warning CW1011: the type `String` was read as `string`".into()]
            )
        );
        let (found, _, told) = kinds("3.1", "type: int\n");
        assert_eq!(
            (found, told),
            (vec![], vec!["7 error CW1011: `int` is not a type of JSON Schema".into()])
        );
        let (_, _, told) = kinds("3.1", "type: {}\n");
        assert_eq!(
            told,
            [
                "7 error CW1006: `type` must be a string or an array of strings, but this is an object"
            ]
        );
    }
}
