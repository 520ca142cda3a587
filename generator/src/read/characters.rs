//! From a character's number to its byte, for a reader that counts characters.

/// How many characters lie between two marks.
const STEP: usize = 128;

/// The bytes at which characters of one text begin.
pub(super) struct Characters {
    /// The byte of every `STEP`th character; empty when every character is one byte.
    marks: Vec<usize>,
}

impl Characters {
    /// Counts the characters of a text.
    pub(super) fn new(text: &str) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(byte, _)| byte).step_by(STEP).collect()
        };
        Self { marks }
    }

    /// The byte of a character of that text; its end for one beyond it.
    pub(super) fn byte(&self, text: &str, character: usize) -> usize {
        if self.marks.is_empty() {
            return character.min(text.len());
        }
        let Some(mark) = self.marks.get(character / STEP) else {
            return text.len();
        };
        let after = character % STEP;
        // Most stretches of a text are of characters of one byte, whatever stands elsewhere.
        if self.marks.get(character / STEP + 1) == Some(&(mark + STEP)) {
            return mark + after;
        }
        let found = text[*mark..].char_indices().nth(after);
        found.map_or(text.len(), |(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_after_many_wide_ones_has_its_byte() {
        let text = format!("{}x", "é".repeat(1000));
        let characters = Characters::new(&text);
        assert_eq!(characters.byte(&text, 0), 0);
        assert_eq!(characters.byte(&text, 999), 2 * 999);
        assert_eq!(&text[characters.byte(&text, 1000)..], "x");
        assert_eq!(characters.byte(&text, 5000), text.len());
    }

    #[test]
    fn each_character_has_its_byte_whatever_is_wide() {
        let text = format!("{0}é{0}日{0}", "plain text, ".repeat(30));
        let characters = Characters::new(&text);
        for (character, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(characters.byte(&text, character), byte);
        }
    }
}
