//! Which status an answer is sent with, where the document describes more than one.

use crate::ir::StatusMatch;

/// What stands for any success, in this order.
pub(super) const SUCCESSES: &[u16] = &[200, 201, 202, 203, 204, 205, 206, 207, 208, 226];

/// What stands for any failure, in this order.
pub(super) const FAILURES: &[u16] = &[500, 400, 403, 404, 409, 422, 418, 501, 599];

/// A status that leads to the arm at `index` of those documented.
pub(super) fn status(documented: &[StatusMatch], index: usize, any: &[u16]) -> u16 {
    let is_exact = |code: u16| documented.contains(&StatusMatch::Exact(code));
    let in_range = |code: u16| {
        let digit = u8::try_from(code / 100).unwrap_or_default();
        documented.contains(&StatusMatch::Range(digit))
    };
    let first = any.first().copied().unwrap_or(500);
    match documented.get(index) {
        Some(StatusMatch::Exact(code)) => *code,
        Some(StatusMatch::Range(digit)) => {
            let start = u16::from(*digit) * 100;
            (start..start + 100).find(|code| !is_exact(*code)).unwrap_or(start)
        }
        Some(StatusMatch::Any) | None => {
            let mut any = any.iter().copied();
            any.find(|code| !is_exact(*code) && !in_range(*code)).unwrap_or(first)
        }
    }
}
