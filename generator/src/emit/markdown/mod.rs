//! The document's prose as rustdoc reads it.
//!
//! Prose is CommonMark written by anybody: it may hold code that rustdoc would run, brackets it would take for links,
//! HTML it would pass on, and characters that make a reader see what is not there.

mod breaks;
mod tame;
mod wrap;

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser};
use pulldown_cmark_to_cmark::cmark_with_options;

use tame::Tame;
use wrap::{rewrapped, wrap};

/// Prose as lines of CommonMark that rustdoc renders and never runs.
pub(in crate::emit) fn lines(text: &str) -> Vec<String> {
    let text = harmless(text);
    if is_plain(&text) {
        let paragraphs =
            text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        return join(paragraphs.map(|paragraph| wrap(paragraph, "")));
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    // A block of code that ends with the text, not with a line, would stay open.
    let text = format!("{text}\n");
    let events = Parser::new_ext(&text, options);
    let mut tame = Tame::default();
    let events: Vec<Event<'_>> =
        breaks::settled(events.flat_map(|event| tame.event(event)));
    let mut out = String::new();
    let style = pulldown_cmark_to_cmark::Options {
        code_block_token_count: 3,
        ..pulldown_cmark_to_cmark::Options::default()
    };
    if cmark_with_options(events.iter(), &mut out, options, style).is_err() {
        return unmarked(&text);
    }
    rewrapped(&out)
}

/// Prose that cannot be written as it was read: its words, and addresses as they are.
fn unmarked(text: &str) -> Vec<String> {
    let text = text.replace(['[', ']', '<', '>', '`'], " ");
    let word = |word: &str| {
        if word.contains("://") { format!("`{word}`") } else { word.to_owned() }
    };
    let words: Vec<String> = text.split_whitespace().map(word).collect();
    wrap(&words.join(" "), "")
}

/// One line of prose: a summary, a description in a list.
pub(in crate::emit) fn line(text: &str) -> String {
    lines(text).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Prose of our own, which may link into the crate.
pub(in crate::emit) fn wrapped(text: &str) -> Vec<String> {
    wrap(text, "")
}

fn join(paragraphs: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(paragraph);
    }
    lines
}

/// Spells out characters that change the direction of text or that nobody sees, and drops control characters.
fn harmless(text: &str) -> Cow<'_, str> {
    let odd = |c: char| (c.is_control() && c != '\n') || is_hidden(c);
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' => out.push('\n'),
            '\t' | '\r' => out.push(' '),
            c if is_hidden(c) => {
                out.extend(
                    c.escape_unicode().filter(|c| !matches!(c, '\\' | '{' | '}')),
                );
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Characters that change the direction of text, or that nobody sees.
pub(in crate::emit) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether prose holds nothing that CommonMark could read as more than paragraphs.
fn is_plain(text: &str) -> bool {
    let special = ['[', ']', '<', '>', '`', '*', '_', '\\', '&', '|', '~', '#'];
    let marked = |line: &str| {
        let first = line.chars().next();
        first.is_some_and(|c| {
            matches!(c, ' ' | '-' | '+' | '=' | '>') || c.is_ascii_digit()
        })
    };
    !text.contains(special) && !text.contains("://") && !text.lines().any(marked)
}

#[cfg(test)]
mod tests {
    use super::wrap::WIDTH;
    use super::*;

    fn text(prose: &str) -> String {
        lines(prose).join("\n")
    }

    #[test]
    fn prose_is_wrapped_between_words() {
        let long = "word ".repeat(40);
        assert!(lines(&long).iter().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(lines(&long).join(" "), long.trim());
        assert_eq!(text("One.\n\nTwo."), "One.\n\nTwo.");
    }

    #[test]
    fn code_is_never_run() {
        assert_eq!(
            text("Call:\n\n```\nfn main() {}\n```"),
            "Call:\n\n```text\nfn main() {}\n```"
        );
        assert_eq!(text("Call:\n\n```rust,no_run\nx\n```"), "Call:\n\n```text\nx\n```");
        assert_eq!(text("Call:\n\n    indented()"), "Call:\n\n```text\nindented()\n```");
        assert_eq!(text("```json\n{}\n```"), "```json\n{}\n```");
        assert_eq!(text("```rust\nopen"), "```text\nopen\n```");
        assert_eq!(text("````\n```\n````"), "````text\n```\n````");
    }

    #[test]
    fn brackets_are_no_links_into_the_crate() {
        assert_eq!(text("One of [Option] or [x](y)."), "One of \\[Option\\] or x.");
        assert_eq!(
            text("See [docs](https://example.com/a)."),
            "See [docs](https://example.com/a)."
        );
        assert_eq!(text("See https://example.com/a."), "See <https://example.com/a>.");
    }

    #[test]
    fn html_is_text() {
        assert_eq!(text("A <b>bold</b> `x`<br>word"), "A bold `x`\nword");
        assert_eq!(
            text("The <user_id> and <script>alert(1)</script>"),
            "The \\<user_id> and `<script>`alert(1)`</script>`"
        );
    }

    #[test]
    fn ends_of_lines_stand_between_words_alone() {
        assert_eq!(text("One.<br>\n**Two** `x`."), "One.\n**Two** `x`.");
        assert_eq!(text("<br>**a** <br/><br> b<br>"), "**a**\nb");
        assert_eq!(text("*a<br>*\nb"), "*a*\nb");
        assert_eq!(text("a\n<b></b>\n*b*\n![](y)"), "a\n*b*");
        assert_eq!(text("* q<br>\n* r*s*"), "* q\n* r*s*");
        assert_eq!(text("|a<br>b|c|\n|-|-|\n|x|*y*|"), "|a b|c|\n|---|-|\n|x|*y*|");
        assert_eq!(text("```\na\n\n b\n```\n*c*"), "```text\na\n\n b\n```\n\n*c*");
    }

    #[test]
    fn what_cannot_be_written_keeps_its_words_and_no_bare_address() {
        let words = unmarked("See [a](https://a.example/b), `c`\n\n**d**.").join("\n");
        assert_eq!(words, "See a `(https://a.example/b),` c **d**.");
    }

    #[test]
    fn characters_that_turn_text_around_are_spelled_out() {
        assert_eq!(text("safe\u{202E}evil"), "safeu202eevil");
    }
}
