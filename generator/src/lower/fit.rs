//! Whether an example of the document is a value of its type, as far as a type can tell.

use serde_json::{Map, Value};

use crate::ir::{
    Field, Format, Param, ParamPlace, Presence, Shape, Type, TypeDef, Width,
};

/// The longest example that a sample call spells out, in bytes of JSON.
const LONGEST: usize = 1024;

/// How many values and branches are looked at: unions within unions have as many ways as a document likes.
const STEPS: usize = 10_000;

/// How deep that goes: as deep as `serde_json` reads values, and through no more unions.
const DEEPEST: usize = 128;

/// Whether a sample call may show an example, a JSON text, for a value of a type.
pub(super) fn fits(types: &[TypeDef], ty: &Type, json: &str) -> bool {
    let value = Some(json).filter(|json| json.len() <= LONGEST);
    let value = value.and_then(|json| serde_json::from_str::<Value>(json).ok());
    value.is_some_and(|value| Fitting { types, steps: STEPS }.value(ty, &value, 0))
}

/// The same for a parameter, whose place may allow less.
pub(super) fn fits_param(types: &[TypeDef], param: &Param, json: &str) -> bool {
    // The runtime refuses these: they would change the path.
    let moves = matches!(json, "\"\"" | "\".\"" | "\"..\"");
    let whole = param.place == ParamPlace::Querystring;
    // No header can have these, and no line of a terminal shows them.
    let is_shown = !serde_json::from_str::<String>(json)
        .is_ok_and(|text| text.contains(char::is_control));
    let is_sent = !(whole || (moves && param.place == ParamPlace::Path));
    // What no format is checked for here would make a sample call that fails.
    let is_checked = match param.ty.resolved(types) {
        Type::Text(format) => *format == Format::Plain,
        _ => true,
    };
    is_sent && is_shown && is_checked && fits(types, &param.ty, json)
}

struct Fitting<'a> {
    types: &'a [TypeDef],
    steps: usize,
}

impl Fitting<'_> {
    fn value(&mut self, ty: &Type, value: &Value, depth: usize) -> bool {
        let Some(left) = self.steps.checked_sub(1) else { return false };
        self.steps = left;
        if depth > DEEPEST {
            return false;
        }
        let below = depth + 1;
        match (ty.resolved(self.types), value) {
            (Type::Nullable(_), Value::Null)
            | (Type::Any, _)
            | (Type::Bool, Value::Bool(_))
            | (Type::F64, Value::Number(_))
            | (Type::Text(_), Value::String(_)) => true,
            (Type::Nullable(inner), value) => self.value(inner, value, below),
            (Type::Mapped(mapped), value) => self.value(&mapped.wire, value, below),
            (Type::Integer(width), Value::Number(number)) => {
                let number = number.as_i64().map(i128::from);
                let number = number.or_else(|| value.as_u64().map(i128::from));
                number.is_some_and(|number| holds(*width, number))
            }
            (Type::List(item), Value::Array(items)) => {
                items.iter().all(|value| self.value(item, value, below))
            }
            (Type::Tuple(types), Value::Array(items)) => {
                let mut pairs = types.iter().zip(items);
                types.len() == items.len()
                    && pairs.all(|(ty, value)| self.value(ty, value, below))
            }
            (Type::Map(inner), Value::Object(members)) => {
                members.values().all(|value| self.value(inner, value, below))
            }
            (Type::Named(id) | Type::Boxed(id), value) => {
                self.named(&self.types[id.0 as usize].shape, value, below)
            }
            _ => false,
        }
    }

    fn named(&mut self, shape: &Shape, value: &Value, depth: usize) -> bool {
        match (shape, value) {
            (Shape::Alias(ty), value) => self.value(ty, value, depth),
            (Shape::Enumeration(list), Value::String(text)) => {
                list.variants.iter().any(|variant| variant.wire == *text)
            }
            (Shape::Union(union), value) => {
                union.branches.iter().any(|branch| self.value(&branch.ty, value, depth))
            }
            (Shape::Struct(object), Value::Object(members)) => {
                object.fields.iter().all(|field| self.field(field, members, depth))
            }
            _ => false,
        }
    }

    fn field(
        &mut self,
        field: &Field,
        members: &Map<String, Value>,
        depth: usize,
    ) -> bool {
        use Presence::{Optional, OptionalNullable, Required, RequiredNullable};
        match (field.presence, members.get(&field.wire)) {
            (Required | RequiredNullable, None) => false,
            (Optional | OptionalNullable, None)
            | (RequiredNullable | OptionalNullable, Some(Value::Null)) => true,
            (_, Some(value)) => self.value(&field.ty, value, depth),
        }
    }
}

fn holds(width: Width, number: i128) -> bool {
    match width {
        Width::I8 => i8::try_from(number).is_ok(),
        Width::I16 => i16::try_from(number).is_ok(),
        Width::I32 => i32::try_from(number).is_ok(),
        Width::I64 => i64::try_from(number).is_ok(),
        Width::I128 => true,
        Width::U8 => u8::try_from(number).is_ok(),
        Width::U16 => u16::try_from(number).is_ok(),
        Width::U32 => u32::try_from(number).is_ok(),
        Width::U64 => u64::try_from(number).is_ok(),
        Width::U128 => number >= 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_must_be_of_its_type_and_an_integer_in_its_range() {
        let text = Type::Text(Format::Plain);
        let rows = [
            (text.clone(), r#""a""#, true),
            (text.clone(), "1", false),
            (Type::Bool, "true", true),
            (Type::Integer(Width::U8), "255", true),
            (Type::Integer(Width::U8), "256", false),
            (Type::Integer(Width::U8), "-1", false),
            (Type::Integer(Width::I64), "1.0", false),
            (Type::Integer(Width::U64), "18446744073709551615", true),
            (Type::Integer(Width::U128), "-1", false),
            (Type::F64, "1", true),
            (Type::List(Box::new(text.clone())), r#"["a", 1]"#, false),
            (Type::List(Box::new(text.clone())), r#"["a"]"#, true),
            (Type::Map(Box::new(Type::Bool)), r#"{"a": true}"#, true),
            (Type::Nullable(Box::new(Type::Bool)), "null", true),
            (Type::Bool, "null", false),
            (Type::Tuple(vec![Type::Bool, text.clone()]), r#"[true, "a"]"#, true),
            (Type::Tuple(vec![Type::Bool, text.clone()]), "[true]", false),
            (Type::File, r#""a""#, false),
            (text, "not JSON", false),
        ];
        for (ty, json, expected) in rows {
            assert_eq!(fits(&[], &ty, json), expected, "{ty:?} {json}");
        }
    }

    #[test]
    fn a_long_example_is_left_to_the_document() {
        let json = format!("\"{}\"", "a".repeat(LONGEST));
        assert!(!fits(&[], &Type::Any, &json));
        assert!(fits(&[], &Type::Any, &json.replace("aaa", "a")));
    }
}
