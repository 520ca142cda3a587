//! Whole numbers that a server writes with a fraction or an exponent, `1.0` and `1e3`: integers to JSON Schema
//! (2020-12 Core, 4.2.3), and none to a decoder of integers.

/// The most digits of an integer that a type holds.
const MOST: usize = 39;

/// The text with its whole numbers in plain digits; `None` where each has them already.
///
/// It is made only of a text that a decoder refused, so that no other one pays for it. Each number keeps its own digits:
/// none becomes a float on its way.
pub(super) fn plain(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut copied = 0;
    for (at, number) in numbers(text) {
        if let Some(digits) = integer(number) {
            out.extend_from_slice(text.get(copied..at).unwrap_or_default());
            out.extend(digits);
            copied = at + number.len();
        }
    }
    out.extend_from_slice(text.get(copied..).unwrap_or_default());
    (copied > 0).then_some(out)
}

/// Whether an integer of a JSON text has more than 64 bits: a `serde_json::Value` would round it.
#[cfg(feature = "xml")]
pub(in crate::runtime) fn has_wide(text: &[u8]) -> bool {
    numbers(text).filter_map(|(_, number)| str::from_utf8(number).ok()).any(|number| {
        !number.contains(['.', 'e', 'E'])
            && number.parse::<i64>().is_err()
            && number.parse::<u64>().is_err()
    })
}

/// The numbers of a JSON text, and where they begin.
fn numbers(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = text.get(at) {
            match byte {
                b'"' => at = after_text(text, at),
                b'-' | b'0'..=b'9' => {
                    let (start, rest) = (at, text.get(at..)?);
                    let length = rest.iter().take_while(|byte| is_part(**byte)).count();
                    at += length;
                    return Some((start, rest.get(..length)?));
                }
                _ => at += 1,
            }
        }
        None
    })
}

fn after_text(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The digits of a number that has a fraction or an exponent, or is `-0`, and is whole all the same.
fn integer(number: &[u8]) -> Option<Vec<u8>> {
    let number = str::from_utf8(number).ok()?;
    if !number.contains(['.', 'e', 'E']) {
        // Read as a float, since no integer has a sign of its own for it.
        return (number == "-0").then(|| b"0".to_vec());
    }
    let (decimal, exponent) = match number.split_once(['e', 'E']) {
        Some((decimal, exponent)) => (decimal, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let (sign, decimal) = match decimal.strip_prefix('-') {
        Some(decimal) => ("-", decimal),
        None => ("", decimal),
    };
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    if !(whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut digits = [whole, fraction].concat();
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let point = usize::try_from(point).unwrap_or_default();
    let significant = digits.trim_end_matches('0').len();
    let leading = digits.len() - digits.trim_start_matches('0').len();
    if significant == 0 {
        return Some(b"0".to_vec());
    }
    // A fraction that is not zero, or more digits than any type has room for.
    if significant > point || point - leading > MOST {
        return None;
    }
    digits.truncate(significant);
    digits.extend(std::iter::repeat_n('0', point - significant));
    let digits = digits.trim_start_matches('0');
    Some([sign, digits].concat().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn whole_numbers_get_plain_digits_and_all_else_is_left_alone() {
        for (text, expected) in [
            ("1.0", Some("1")),
            ("[1e3,-2.50E+1, 0.0 ,-0.0]", Some("[1000,-25, 0 ,0]")),
            ("9007199254740993.000", Some("9007199254740993")),
            ("1200e-2", Some("12")),
            ("[-0,-01]", Some("[0,-01]")),
            ("0.00012e5", Some("12")),
            ("1.8446744073709551615e19", Some("18446744073709551615")),
            (r#"{"1.0":"2.0","a\"3.0":4.0}"#, Some(r#"{"1.0":"2.0","a\"3.0":4}"#)),
            ("1e38", Some("100000000000000000000000000000000000000")),
            ("[1.5,1e-1,12e-1]", None),
            ("[1e400,1e99999999999,0.1e41]", None),
            ("[1e39]", None),
            ("[1,-7,true,\"1.0\"]", None),
            ("\"1.0", None),
            ("[1.0.0,1e,--1.0,1.e+-]", None),
        ] {
            let found = plain(text.as_bytes());
            let expected = expected.map(|text| text.as_bytes().to_vec());
            assert_eq!(found, expected, "{text}");
        }
    }
}
