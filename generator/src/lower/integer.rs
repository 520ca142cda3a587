//! How wide an integer is: as its format says, else as its bounds ask for.

use std::str::FromStr;

use super::Lowering;
use crate::diagnostic::Code;
use crate::document::{Number, Schema, ValueKind};
use crate::ir::Width;

/// The width that a format says: those of the OpenAPI Initiative's registry, and `uint`, which is not among them.
pub(super) fn of_format(format: &str) -> Option<Width> {
    Some(match format {
        "int8" => Width::I8,
        "int16" => Width::I16,
        "int32" => Width::I32,
        "int64" => Width::I64,
        "uint8" => Width::U8,
        "uint16" => Width::U16,
        "uint32" => Width::U32,
        "uint64" | "uint" => Width::U64,
        _ => return None,
    })
}

/// The width of an integer whose format says none: 64 bits, and more only where a bound or a listed value lies beyond them.
pub(super) fn of_bounds(lowering: &mut Lowering<'_>, schema: &Schema) -> Width {
    if let Some(width) = of_values(schema) {
        return width;
    }
    let limits = &schema.limits;
    let low = limits.minimum.as_ref().or(limits.exclusive_minimum.as_ref());
    let high = limits.maximum.as_ref().or(limits.exclusive_maximum.as_ref());
    let (least, most) = (low.and_then(float), high.and_then(float));
    let within = |(from, to): (f64, f64)| {
        let inside = |bound: f64| from <= bound && bound <= to;
        least.is_none_or(inside) && most.is_none_or(inside)
    };
    let unsigned = least.is_some_and(|least| least >= 0.0);
    if within((-two_to(63), two_to(63))) {
        Width::I64
    } else if unsigned && within((0.0, two_to(64))) {
        Width::U64
    } else if within((-two_to(127), two_to(127))) {
        Width::I128
    } else {
        let fits = unsigned && within((0.0, two_to(128)));
        if let Some(bound) = high.or(low).filter(|_| !fits) {
            warn(lowering, bound);
        }
        if unsigned { Width::U128 } else { Width::I128 }
    }
}

/// The width that holds each listed value: they are all there are.
fn of_values(schema: &Schema) -> Option<Width> {
    let listed = schema.values.iter().flatten().chain(&schema.constant);
    let digits = listed.filter_map(|value| match &value.kind {
        ValueKind::Number(text) if !text.contains(['.', 'e', 'E']) => Some(&**text),
        _ => None,
    });
    let digits: Vec<&str> = digits.collect();
    let widths = [
        (Width::I64, are_all::<i64>(&digits)),
        (Width::U64, are_all::<u64>(&digits)),
        (Width::I128, are_all::<i128>(&digits)),
        (Width::U128, are_all::<u128>(&digits)),
    ];
    let held = widths.into_iter().find(|(_, holds)| *holds)?;
    (!digits.is_empty()).then_some(held.0)
}

fn are_all<T: FromStr>(digits: &[&str]) -> bool {
    digits.iter().all(|digits| digits.parse::<T>().is_ok())
}

/// A bound as a float. Tools that hold numbers as floats write the limits of 64 bits rounded, `-9223372036854776000` say:
/// rounding all bounds is what takes them for what they were.
fn float(bound: &Number) -> Option<f64> {
    bound.0.text.parse().ok()
}

/// A power of two, which a float holds exactly.
fn two_to(exponent: i32) -> f64 {
    2_f64.powi(exponent)
}

fn warn(lowering: &mut Lowering<'_>, bound: &Number) {
    let message = format!(
        "integers as far as {} have no type of their own and are read with 128 bits",
        shown(&bound.0.text)
    );
    let help = "an integer beyond 128 bits is an error when it is read; describe it as a string, or map the schema to a type that holds it";
    lowering.warn(Code::WideInteger, bound.0.span, message, help);
}

/// As many digits as a message has room for.
fn shown(digits: &str) -> String {
    match digits.char_indices().nth(50) {
        Some((end, _)) => format!("{}…", &digits[..end]),
        None => digits.to_owned(),
    }
}
