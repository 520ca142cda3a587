//! From a character's number to its byte, for a reader that counts characters.

/// How many characters lie between two marks.
const STEP: usize = 128;

/// The bytes at which characters begin.
pub(super) struct Characters<'t> {
    text: &'t str,
    start: usize,
    /// The byte of every `STEP`th character; empty when every character is one byte.
    marks: Vec<usize>,
}

impl<'t> Characters<'t> {
    /// Counts the characters of `text` from byte `start` on.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        let counted = &text[start..];
        let marks = if counted.is_ascii() {
            Vec::new()
        } else {
            let bytes = counted.char_indices().map(|(byte, _)| start + byte);
            bytes.step_by(STEP).collect()
        };
        Self { text, start, marks }
    }

    /// The byte of a character; the end of the text for one beyond it.
    pub(super) fn byte(&self, character: usize) -> usize {
        if self.marks.is_empty() {
            return (self.start + character).min(self.text.len());
        }
        let Some(mark) = self.marks.get(character / STEP) else {
            return self.text.len();
        };
        let mut after = self.text[*mark..].char_indices();
        let found = after.nth(character % STEP);
        found.map_or(self.text.len(), |(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_after_many_wide_ones_has_its_byte() {
        let text = format!("\u{feff}{}x", "é".repeat(1000));
        let characters = Characters::new(&text, 3);
        assert_eq!(characters.byte(0), 3);
        assert_eq!(characters.byte(999), 3 + 2 * 999);
        assert_eq!(&text[characters.byte(1000)..], "x");
        assert_eq!(characters.byte(5000), text.len());
    }
}
