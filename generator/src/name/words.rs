//! Splitting a document's name into words.

use heck::ToSnakeCase;

/// The most characters a name keeps; what is longer is cut and told apart by a number.
const LONGEST: usize = 96;

/// Lower-case words of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of any text: a schema's name, an operation's id, an enum value.
    ///
    /// Characters that no identifier may hold separate words; where nothing else is left, as in `+1` or `>=`, they are
    /// spelled out.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if is_split(text) {
            return Self(
                text.split('_')
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect(),
            );
        }
        let text =
            text.char_indices().nth(16 * LONGEST).map_or(text, |(end, _)| &text[..end]);
        let spelled = if needs_spelling(text) { spell(text) } else { text.to_owned() };
        let plain: String =
            spelled.chars().map(|c| if is_word(c) { c } else { ' ' }).collect();
        let snake = plain.to_snake_case();
        let mut length = 0;
        let words = snake
            .split('_')
            .filter(|word| !word.is_empty())
            .take_while(|word| {
                length += word.chars().count() + 1;
                length <= LONGEST
            })
            .map(str::to_owned)
            .collect::<Vec<_>>();
        if words.is_empty() && !snake.is_empty() {
            return Self(vec![snake.chars().take(LONGEST).collect()]);
        }
        Self(words)
    }

    /// Both, one after the other.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).cloned().collect())
    }

    /// The longest run of words that both end with.
    #[must_use]
    pub fn common_end(&self, other: &Self) -> Self {
        let shared =
            self.0.iter().rev().zip(other.0.iter().rev()).take_while(|(a, b)| a == b);
        let count = shared.count();
        Self(self.0[self.0.len() - count..].to_vec())
    }

    /// Without the last word, where it is `word`.
    #[must_use]
    pub fn without_end(mut self, word: &str) -> Self {
        if self.0.len() > 1 && self.0.last().is_some_and(|last| last == word) {
            self.0.pop();
        }
        self
    }

    /// The words.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }

    /// Whether no word was left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The word for one of many: `orders` → `order`, for the item of a list; a word that is not a plain plural gains `item`.
#[must_use]
pub fn plural_of_one(words: &Words) -> Words {
    let mut words = words.0.clone();
    let Some(last) = words.pop() else { return Words(vec!["item".to_owned()]) };
    match last.strip_suffix("ies") {
        Some(stem) if stem.len() > 1 => words.push(format!("{stem}y")),
        _ if is_plain_plural(&last) => words.push(last[..last.len() - 1].to_owned()),
        _ => words.extend([last, "item".to_owned()]),
    }
    Words(words)
}

fn is_plain_plural(word: &str) -> bool {
    word.len() > 2
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}

/// Whether a name is words already, as most are: lower-case letters and digits with `_` between them.
fn is_split(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() < LONGEST
        && text.bytes().all(|byte| is_word(byte) || byte == b'_')
        && text.bytes().any(is_word)
}

fn is_word(c: char) -> bool {
    unicode_ident::is_xid_continue(c) && c != '_'
}

/// Whether the text has no letter or digit of its own, or says `+` or `-` of a number, where the sign is what matters.
fn needs_spelling(text: &str) -> bool {
    let signed = text.starts_with(['+', '-'])
        && text[1..].starts_with(|c: char| c.is_ascii_digit());
    signed || !text.chars().any(is_word)
}

fn spell(text: &str) -> String {
    let mut spelled = String::new();
    for c in text.chars() {
        match symbol(c) {
            Some(word) => {
                spelled.push(' ');
                spelled.push_str(word);
                spelled.push(' ');
            }
            None => spelled.push(c),
        }
    }
    spelled
}

fn symbol(c: char) -> Option<&'static str> {
    let word = match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '?' => "question",
        '&' => "and",
        '|' => "or",
        '%' => "percent",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '^' => "caret",
        '~' => "tilde",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '\'' => "apostrophe",
        '"' => "quote",
        '`' => "backtick",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        _ => return None,
    };
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        Words::of(text).as_slice().join(" ")
    }

    #[test]
    fn words_are_split_as_people_read_them() {
        assert_eq!(words("createDeliveryOrder"), "create delivery order");
        assert_eq!(words("address_line_1"), "address line 1");
        assert_eq!(words("HTTPServer"), "http server");
        assert_eq!(
            words("Metadata field filter (multi-select)"),
            "metadata field filter multi select"
        );
        assert_eq!(words("enterprise_{enterprise_id}"), "enterprise enterprise id");
        assert_eq!(words("../x"), "x");
        assert_eq!(words("_a__2b_"), "a 2b");
    }

    #[test]
    fn symbols_are_spelled_out_where_nothing_else_is_left() {
        assert_eq!(words("+1"), "plus 1");
        assert_eq!(words("-1"), "minus 1");
        assert_eq!(words(">="), "greater equal");
        assert_eq!(words(""), "");
    }

    #[test]
    fn a_name_of_ten_megabytes_is_cut() {
        let name = "a".repeat(10_000_000);
        assert!(words(&name).len() <= LONGEST);
        let many = "word ".repeat(2_000_000);
        assert!(words(&many).len() <= LONGEST);
    }

    #[test]
    fn one_of_many_is_a_singular() {
        let one = |text| plural_of_one(&Words::of(text)).as_slice().join(" ");
        assert_eq!(one("orders"), "order");
        assert_eq!(one("categories"), "category");
        assert_eq!(one("status"), "status item");
        assert_eq!(one("service_options"), "service option");
    }
}
