//! What a YAML scalar is: the core schema (YAML 1.2.2, section 10.3.2).

use saphyr_parser::Tag;

use super::tree::Scalar;

/// What a scalar without quotes and tag is.
///
/// `yes`, `no`, `on` and `off` are strings, and so are dates.
pub(super) fn plain(text: &str) -> Scalar<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "true" | "True" | "TRUE" => Scalar::Bool(true),
        "false" | "False" | "FALSE" => Scalar::Bool(false),
        _ if is_number(text) => Scalar::Number,
        _ => Scalar::Text(text),
    }
}

/// What a scalar with a tag is; a tag of another schema says nothing about it.
pub(super) fn tagged<'t>(text: &'t str, tag: &Tag) -> Scalar<'t> {
    match (tag.is_yaml_core_schema(), tag.suffix.as_str()) {
        (true, "null" | "bool" | "int" | "float") => plain(text),
        _ => Scalar::Text(text),
    }
}

/// A number's JSON form: `0x1F` is 31, `.5` is 0.5, `+1` is 1.
///
/// Nothing for `.inf` and `.nan`, which JSON cannot write.
pub(super) fn json_number(digits: &str) -> Option<String> {
    let (sign, rest) = match digits.as_bytes().first()? {
        b'-' => ("-", &digits[1..]),
        b'+' => ("", &digits[1..]),
        _ => ("", digits),
    };
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(rest) = rest.strip_prefix(prefix) {
            return Some(u128::from_str_radix(rest, radix).ok()?.to_string());
        }
    }
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if !(whole.bytes().all(|byte| byte.is_ascii_digit())
        && fraction.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}{exponent}"))
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF")
        || matches!(text, ".nan" | ".NaN" | ".NAN")
    {
        return true;
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty()
            && octal.bytes().all(|byte| (b'0'..=b'7').contains(&byte));
    }
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return !hexadecimal.is_empty()
            && hexadecimal.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    is_decimal(unsigned)
}

fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let exponent_is_one = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        !exponent.is_empty() && digits(exponent)
    });
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    exponent_is_one
        && digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_core_schema_s_words_are_not_strings() {
        for text in [
            "yes",
            "no",
            "on",
            "off",
            "1_000",
            "2020-03-02",
            "1.2.3",
            "e5",
            ".",
            "-",
            "+",
            "0x",
            "nULL",
        ] {
            assert_eq!(plain(text), Scalar::Text(text));
        }
        for text in [
            "1", "-1", "+1", "007", "1.", ".5", "1e3", "1.5E-3", "0x1F", "0o17",
            "-.inf", ".NaN",
        ] {
            assert_eq!(plain(text), Scalar::Number, "{text}");
        }
        assert_eq!(plain("~"), Scalar::Null);
        assert_eq!(plain("True"), Scalar::Bool(true));
    }

    #[test]
    fn numbers_get_the_form_of_json() {
        let cases = [
            ("0x1F", Some("31")),
            ("0o17", Some("15")),
            ("+1", Some("1")),
            (".5", Some("0.5")),
            ("1.", Some("1")),
            ("-007.10", Some("-7.10")),
            ("1e3", Some("1e3")),
            ("-9223372036854776000", Some("-9223372036854776000")),
            ("-.inf", None),
            (".nan", None),
        ];
        for (written, expected) in cases {
            assert_eq!(json_number(written).as_deref(), expected, "{written}");
        }
    }
}
