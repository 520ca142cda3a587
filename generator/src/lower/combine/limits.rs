//! Limits that hold together: the tighter of each.

use crate::document::{Limits, Number};

/// The limits of values that keep both.
pub(super) fn both(one: Limits, two: &Limits) -> Limits {
    Limits {
        minimum: number(one.minimum, two.minimum.as_ref(), f64::gt),
        maximum: number(one.maximum, two.maximum.as_ref(), f64::lt),
        exclusive_minimum: number(
            one.exclusive_minimum,
            two.exclusive_minimum.as_ref(),
            f64::gt,
        ),
        exclusive_maximum: number(
            one.exclusive_maximum,
            two.exclusive_maximum.as_ref(),
            f64::lt,
        ),
        multiple_of: one.multiple_of.or_else(|| two.multiple_of.clone()),
        min_length: one.min_length.max(two.min_length),
        max_length: least(one.max_length, two.max_length),
        min_items: one.min_items.max(two.min_items),
        max_items: least(one.max_items, two.max_items),
        min_properties: one.min_properties.max(two.min_properties),
        max_properties: least(one.max_properties, two.max_properties),
    }
}

fn least(one: Option<u64>, two: Option<u64>) -> Option<u64> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        (one, two) => one.or(two),
    }
}

/// The second where it is the tighter one; their digits stay as they are.
fn number(
    one: Option<Number>,
    two: Option<&Number>,
    tighter: fn(&f64, &f64) -> bool,
) -> Option<Number> {
    let value = |number: &Number| number.0.text.parse::<f64>().unwrap_or(f64::NAN);
    match (one, two) {
        (Some(one), Some(two)) if !tighter(&value(two), &value(&one)) => Some(one),
        (one, None) => one,
        (_, Some(two)) => Some(two.clone()),
    }
}
