//! Names that XML knows.

/// Whether a text is a name without a colon (Namespaces in XML 1.0, 3).
pub(super) fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(begins) && chars.all(continues)
}

/// Whether a text is a prefix that a document may declare.
pub(super) fn is_prefix(text: &str) -> bool {
    is_name(text) && !text.to_ascii_lowercase().starts_with("xml") && text != "xsi"
}

fn begins(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && beyond_ascii(c))
}

fn continues(c: char) -> bool {
    begins(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// XML 1.0, 2.3, `NameStartChar`.
fn beyond_ascii(c: char) -> bool {
    matches!(c,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_prefix};

    #[test]
    fn names_are_those_of_xml() {
        assert!(is_name("a") && is_name("_-.9") && is_name("é·"));
        assert!(!is_name("") && !is_name("9a") && !is_name("a b") && !is_name("a:b"));
        assert!(is_prefix("sample") && !is_prefix("xmlns") && !is_prefix("xsi"));
    }
}
