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

#[cfg(test)]
mod tests {
    use super::{FAILURES, SUCCESSES, status};
    use crate::ir::StatusMatch::{Any, Exact, Range};

    #[test]
    fn an_exact_status_is_itself() {
        assert_eq!(status(&[Exact(201), Exact(404)], 1, FAILURES), 404);
    }

    #[test]
    fn a_range_is_its_first_status_that_is_not_described_by_itself() {
        assert_eq!(status(&[Exact(400), Exact(401), Range(4)], 2, FAILURES), 402);
        assert_eq!(status(&[Range(2)], 0, SUCCESSES), 200);
    }

    #[test]
    fn any_status_is_one_that_nothing_else_describes() {
        assert_eq!(status(&[Any], 0, FAILURES), 500);
        assert_eq!(status(&[Exact(400), Range(5), Any], 2, FAILURES), 403);
        assert_eq!(status(&[Exact(200), Any], 1, SUCCESSES), 201);
    }
}
