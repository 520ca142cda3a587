//! Values drawn from a schema as it stands in the document, by code that shares nothing with the generator.

use serde_json::{Map, Value, json};

use crate::resolve;

/// How deep a value goes; what lies deeper is left out where it may be.
const DEEPEST: usize = 5;

/// A source of numbers that look random and are the same on each run (Knuth's linear congruential generator).
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % count.max(1)
    }

    pub(crate) fn one_of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}

/// A value that a schema may allow; whether it does is for a validator to say.
pub fn value(root: &Value, schema: &Value, dice: &mut Dice, depth: usize) -> Value {
    let none = Map::new();
    let schema = schema.as_object().unwrap_or(&none);
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    let values = schema.get("enum").and_then(Value::as_array);
    if let Some(values) = values.filter(|values| !values.is_empty()) {
        return dice.one_of(values).clone();
    }
    let mut parts = Vec::new();
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        if depth > 3 * DEEPEST {
            return Value::Null;
        }
        let target = resolve::pointed(root, target).unwrap_or(&Value::Null);
        parts.push(value(root, target, dice, depth + 1));
    }
    for branch in list(schema, "allOf") {
        parts.push(value(root, branch, dice, depth));
    }
    for keyword in ["oneOf", "anyOf"] {
        let branches = list(schema, keyword);
        if !branches.is_empty() {
            let branch = &branches[dice.below(branches.len())];
            parts.push(value(root, branch, dice, depth + 1));
        }
    }
    let own = kind(schema, dice).map(|kind| of_kind(root, schema, kind, dice, depth));
    parts.into_iter().chain(own).reduce(together).unwrap_or_else(|| json!("anything"))
}

/// Objects as one, and of other values the last.
fn together(one: Value, two: Value) -> Value {
    match (one, two) {
        (Value::Object(mut one), Value::Object(two)) => {
            one.extend(two);
            Value::Object(one)
        }
        (one @ Value::Object(_), Value::Null) => one,
        (_, two) => two,
    }
}

fn list<'v>(schema: &'v Map<String, Value>, keyword: &str) -> &'v [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn kind<'v>(schema: &'v Map<String, Value>, dice: &mut Dice) -> Option<&'v str> {
    match schema.get("type") {
        Some(Value::String(kind)) => Some(kind),
        Some(Value::Array(kinds)) => dice.one_of(kinds).as_str(),
        _ if schema.contains_key("properties")
            || schema.contains_key("additionalProperties")
            || schema.contains_key("patternProperties") =>
        {
            Some("object")
        }
        _ if schema.contains_key("items") || schema.contains_key("prefixItems") => {
            Some("array")
        }
        _ => None,
    }
}

fn of_kind(
    root: &Value,
    schema: &Map<String, Value>,
    kind: &str,
    dice: &mut Dice,
    depth: usize,
) -> Value {
    match kind {
        "null" => Value::Null,
        "boolean" => json!(dice.below(2) == 0),
        "integer" => integer(schema, dice),
        "number" if whole(schema) => integer(schema, dice),
        "number" => dice
            .one_of(&[json!(1.5), json!(-0.25), json!(3), json!(12_345_678_901.5)])
            .clone(),
        "string" => text(schema, dice),
        "array" => array(root, schema, dice, depth),
        _ => object(root, schema, dice, depth),
    }
}

/// Whether the format of a number says that it is an integer.
fn whole(schema: &Map<String, Value>) -> bool {
    let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
    format.starts_with("int") || format.starts_with("uint")
}

fn integer(schema: &Map<String, Value>, dice: &mut Dice) -> Value {
    let mut values = vec![json!(0), json!(1), json!(7)];
    let bounds = ["minimum", "maximum"].into_iter().filter_map(|key| schema.get(key));
    values.extend(bounds.filter(|bound| !bound.is_f64()).cloned());
    // What a validator takes for an annotation, a type keeps to.
    let (least, most) = match schema.get("format").and_then(Value::as_str) {
        Some("int8") => (json!(i8::MIN), json!(i8::MAX)),
        Some("int16") => (json!(i16::MIN), json!(i16::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("uint8") => (json!(0), json!(u8::MAX)),
        Some("uint16") => (json!(0), json!(u16::MAX)),
        Some("uint32") => (json!(0), json!(u32::MAX)),
        Some("uint64" | "uint") => (json!(0), json!(u64::MAX)),
        _ => (json!(i64::MIN), json!(i64::MAX)),
    };
    values.extend([least, most]);
    if schema.get("format").is_none() {
        values.extend([json!(-3), json!(9_007_199_254_740_993_i64)]);
    }
    dice.one_of(&values).clone()
}

/// The encoding of bytes within a text.
fn encoding(schema: &Map<String, Value>) -> &str {
    let given = |key: &str| schema.get(key).and_then(Value::as_str);
    match given("format") {
        Some("byte") => "base64",
        Some("base64url") => "base64url",
        _ => given("contentEncoding").unwrap_or_default(),
    }
}

fn text(schema: &Map<String, Value>, dice: &mut Dice) -> Value {
    let text = match schema.get("format").and_then(Value::as_str) {
        Some("date") => "2026-02-28",
        Some("date-time") => "2026-02-28T23:59:59Z",
        Some("duration") => dice.one_of(&["P1Y2M3DT4H5M6S", "PT36H", "P2W", "PT0S"]),
        Some("time-local") => "23:59:59.25",
        Some("date-time-local") => "2026-02-28T23:59:59",
        _ if encoding(schema) == "base64" => dice.one_of(&["", "+/8=", "aGVsbG8="]),
        _ if encoding(schema) == "base64url" => dice.one_of(&["", "-_8=", "aGVsbG8="]),
        Some("uuid" | "uuid4") => "8c5a1b8e-5f0e-4f8e-9d8e-3f1f4b6d7a10",
        Some("email") => "a@example.com",
        Some("uri" | "url") => "https://example.com/a?b=c",
        _ => dice.one_of(&[
            "",
            "a",
            "two words",
            "ünïcode ✓ 😀",
            "\"quoted\"\n\\",
            "0",
            "a,b;c=d&e|f/g?h#i%20+j",
        ]),
    };
    let least = schema.get("minLength").and_then(Value::as_u64).unwrap_or_default();
    json!(format!("{text:a<width$}", width = size(least)))
}

fn array(
    root: &Value,
    schema: &Map<String, Value>,
    dice: &mut Dice,
    depth: usize,
) -> Value {
    let mut items: Vec<Value> = list(schema, "prefixItems")
        .iter()
        .map(|item| value(root, item, dice, depth + 1))
        .collect();
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_u64).map(size);
    let least = limit("minItems").unwrap_or_default();
    if let Some(item) = schema.get("items").filter(|item| **item != json!(false)) {
        let count = match items.len() {
            0 if depth < DEEPEST => least.max(dice.below(3)),
            0 => 0,
            first => least.saturating_sub(first),
        };
        items.extend((0..count).map(|_| value(root, item, dice, depth + 1)));
    }
    items.truncate(limit("maxItems").unwrap_or(usize::MAX));
    Value::Array(items)
}

fn object(
    root: &Value,
    schema: &Map<String, Value>,
    dice: &mut Dice,
    depth: usize,
) -> Value {
    let required = list(schema, "required");
    let mut object = Map::new();
    let none = Map::new();
    let properties =
        schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
    for (name, property) in properties {
        let is_required = required.iter().any(|known| known == name);
        if *property != Value::Bool(false)
            && (is_required || (depth < DEEPEST && dice.below(3) > 0))
        {
            object.insert(name.clone(), value(root, property, dice, depth + 1));
        }
    }
    let others =
        schema.get("additionalProperties").filter(|others| !others.is_boolean());
    let patterns =
        schema.get("patternProperties").and_then(Value::as_object).unwrap_or(&none);
    let patterned = patterns
        .iter()
        .map(|(name, value)| (name.trim_start_matches('^').to_owned(), value));
    let others = others.map(|others| ("other key".to_owned(), others));
    for (name, other) in patterned.chain(others) {
        if depth < DEEPEST && dice.below(2) == 0 {
            object.insert(name, value(root, other, dice, depth + 1));
        }
    }
    Value::Object(object)
}

/// The value with one of its parts of another kind, without one of its properties, or with an item more or less.
#[must_use]
pub fn broken(value: &Value, dice: &mut Dice) -> Value {
    let other = |value: &Value| match value {
        Value::String(_) => json!(17),
        Value::Number(_) => json!(true),
        Value::Bool(_) => json!(["no"]),
        _ => json!("not this"),
    };
    match value {
        Value::Object(members) if !members.is_empty() && dice.below(5) > 0 => {
            let name = members.keys().nth(dice.below(members.len()));
            let name = name.cloned().unwrap_or_default();
            let mut members = members.clone();
            if dice.below(3) == 0 {
                members.remove(&name);
            } else {
                let member = broken(&members[&name], dice);
                members.insert(name, member);
            }
            Value::Object(members)
        }
        Value::Array(items) if !items.is_empty() && dice.below(5) > 0 => {
            let index = dice.below(items.len());
            let mut items = items.clone();
            match dice.below(6) {
                0 => drop(items.pop()),
                1 => items.push(items[index].clone()),
                _ => items[index] = broken(&items[index], dice),
            }
            Value::Array(items)
        }
        value => other(value),
    }
}

/// A count that a document asks for, as far as a test goes along with it.
fn size(count: u64) -> usize {
    usize::try_from(count.min(1_000)).unwrap_or_default()
}
