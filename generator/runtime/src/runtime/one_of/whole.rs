//! Whole numbers that came with a fraction or an exponent: integers to JSON Schema (2020-12 Core, 4.2.3).

use serde_json::{Number, Value};

/// From here on a float may be another integer than the one that came, by what `serde_json` rounds when it reads digits.
const EXACT: f64 = 1_125_899_906_842_624.0;

/// The integer that a float is, where it is surely the one that came.
pub(super) fn whole(number: &Number) -> Option<Number> {
    let float =
        number.as_f64().filter(|float| number.is_f64() && float.abs() < EXACT)?;
    // Its digits without a fraction are those of the integer: no cast, which could wrap.
    let digits = format!("{float:.0}");
    let same = float.fract() == 0.0;
    same.then(|| digits.parse::<i64>().map(Number::from).ok()).flatten()
}

/// A number or a boolean as JSON writes it, a whole number without a fraction.
pub(super) fn literal(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(match whole(number) {
            Some(whole) => whole.to_string(),
            None => number.to_string(),
        }),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The value with its whole numbers as integers; `None` where it has no other ones.
pub(super) fn integers(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => whole(number).map(Value::Number),
        Value::Array(items) => {
            let found: Vec<_> = items.iter().map(integers).collect();
            found.iter().any(Option::is_some).then(|| {
                let items = found.into_iter().zip(items);
                items.map(|(new, old)| new.unwrap_or_else(|| old.clone())).collect()
            })
        }
        Value::Object(members) => {
            let found: Vec<_> = members.values().map(integers).collect();
            found.iter().any(Option::is_some).then(|| {
                let members = found.into_iter().zip(members);
                let member = |(new, (name, old)): (Option<Value>, (&String, &Value))| {
                    (name.clone(), new.unwrap_or_else(|| old.clone()))
                };
                members.map(member).collect()
            })
        }
        _ => None,
    }
}
