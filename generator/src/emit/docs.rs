//! Documentation comments.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::markdown;
use crate::ir::Docs;

/// Between the lines of a block of documentation in one attribute; no line holds it, since [`one`] takes it out.
///
/// Parsing an attribute costs more than printing it, and documentation is most of what is printed.
pub(super) const BREAK: char = '\u{1}';

/// Lines of documentation as one attribute, which prints as `///` a line.
pub(super) fn attributes(lines: &[String]) -> Option<TokenStream> {
    if lines.is_empty() {
        return None;
    }
    let length = lines.iter().map(|line| line.len() + 2).sum();
    let mut block = String::with_capacity(length);
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            block.push(BREAK);
        }
        if !line.is_empty() {
            block.push(' ');
            block.push_str(&one(line));
        }
    }
    let block = raw(&block);
    Some(quote! { #[doc = #block] })
}

/// Text as a raw string, which is read as it stands: escapes would be written, and read each time that the literal is
/// looked at.
fn raw(text: &str) -> Literal {
    let fence = "#".repeat(hashes(text));
    let raw = format!("r{fence}\"{text}\"{fence}").parse();
    // A fence has at most 255 of them (The Rust Reference, "Raw string literals"); prose may have more.
    raw.unwrap_or_else(|_| Literal::string(text))
}

/// How many `#` no quotation mark of a text is followed by.
fn hashes(text: &str) -> usize {
    let after = text.split('"').skip(1);
    let most = after.map(|rest| rest.len() - rest.trim_start_matches('#').len()).max();
    most.map_or(0, |most| most + 1)
}

/// A line that is one whatever the document put into it: what follows a line's end would be code, and what turns the
/// direction of text would show a reader something else.
pub(super) fn one(line: &str) -> Cow<'_, str> {
    let odd = |c: char| ends_line(c) || markdown::is_hidden(c);
    // Most are of ASCII, which needs no look at its characters one by one.
    let plain = line.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if !plain && line.contains(odd) {
        line.replace(odd, " ").into()
    } else {
        line.into()
    }
}

/// Text of the document as a code span, whatever it holds (CommonMark 0.31.2, 6.1); what cannot be seen is escaped.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return "the empty text".to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || markdown::is_hidden(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    let ticks = shown.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(if ticks == 0 { 1 } else { ticks + 1 });
    let pad = if ticks == 0 { "" } else { " " };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// The lines of prose, with what to say where there is none.
pub(super) fn lines(docs: &Docs, otherwise: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let summary = docs.summary.as_deref().map(markdown::lines);
    let description = docs.description.as_deref().map(markdown::lines);
    for paragraph in [summary, description].into_iter().flatten() {
        if !paragraph.is_empty() && lines != paragraph {
            push_paragraph(&mut lines, paragraph);
        }
    }
    if lines.is_empty() {
        lines.push(otherwise.to_owned());
    }
    push_rest(docs, &mut lines);
    lines
}

/// The lines of prose without its summary; none where there is no more.
pub(super) fn more(docs: &Docs) -> Vec<String> {
    let mut lines = docs.description.as_deref().map(markdown::lines).unwrap_or_default();
    push_rest(docs, &mut lines);
    lines
}

/// Adds what must hold, and further reading.
fn push_rest(docs: &Docs, lines: &mut Vec<String>) {
    if !docs.constraints.is_empty() {
        push_paragraph(lines, vec![docs.constraints.join(" ")]);
    }
    if let Some((label, url)) = docs.link.as_ref().filter(|(_, url)| is_plain_url(url)) {
        push_paragraph(lines, vec![format!("{}: <{url}>", markdown::line(label))]);
    }
}

/// Adds lines after a blank one.
pub(super) fn push_paragraph(lines: &mut Vec<String>, paragraph: Vec<String>) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(paragraph);
}

/// `#[deprecated]` where the document says so.
pub(super) fn deprecated(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote! { #[deprecated(note = "deprecated by the API")] })
}

/// Text as a sentence: with a full stop.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', ':', '`', '>']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// `A` or `An`, as the letters of a name ask for.
pub(super) fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O', 'U']) { "An" } else { "A" }
}

fn ends_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_plain_url(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && !url.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>')
    })
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn a_line_stays_one() {
        assert_eq!(one("a\nfn evil() {}\r\u{2028}\u{202E}b"), "a fn evil() {}   b");
    }

    #[test]
    fn a_raw_string_holds_what_would_end_it() {
        for text in
            ["", "\"", "\"#", "a\"##\"#b", &format!("\"{}", "#".repeat(400)), "\\n"]
        {
            let literal = syn::parse2::<syn::LitStr>(raw(text).into_token_stream());
            assert_eq!(
                literal.map(|literal| literal.value()).ok().as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn a_code_span_ends_where_it_should() {
        assert_eq!(code("name"), "`name`");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("``"), "``` `` ```");
        assert_eq!(code("a\nb\0\u{202E}"), r"`a\nb\u{0}\u{202e}`");
        assert_eq!(code(""), "the empty text");
    }
}
