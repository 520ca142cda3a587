//! The document's prose as rustdoc reads it.
//!
//! Prose is CommonMark written by anybody: it may hold code that rustdoc would run, brackets it would take for links,
//! HTML it would pass on, and characters that make a reader see what is not there.

use std::borrow::Cow;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};
use pulldown_cmark_to_cmark::cmark_with_options;

/// The width prose is wrapped to, in characters: what the generated crate's rustfmt.toml leaves of a line for an indented
/// comment.
const WIDTH: usize = 81;

/// Languages that rustdoc does not take for Rust.
const LANGUAGES: &[&str] = &[
    "bash",
    "console",
    "csharp",
    "css",
    "curl",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "kotlin",
    "php",
    "powershell",
    "python",
    "ruby",
    "sh",
    "shell",
    "sql",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
    "yml",
];

/// Prose as lines of CommonMark that rustdoc renders and never runs.
pub(super) fn lines(text: &str) -> Vec<String> {
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
    let events: Vec<Event<'_>> = events.flat_map(|event| tame.event(event)).collect();
    let mut out = String::new();
    let style = pulldown_cmark_to_cmark::Options {
        code_block_token_count: 3,
        ..pulldown_cmark_to_cmark::Options::default()
    };
    if cmark_with_options(events.iter(), &mut out, options, style).is_err() {
        return join(std::iter::once(wrap(
            &text.replace(['[', ']', '<', '>', '`'], " "),
            "",
        )));
    }
    rewrapped(&out)
}

/// One line of prose: a summary, a description in a list.
pub(super) fn line(text: &str) -> String {
    lines(text).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Prose of our own, which may link into the crate.
pub(super) fn wrapped(text: &str) -> Vec<String> {
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
pub(super) fn is_hidden(c: char) -> bool {
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

/// What has been opened that changes how what follows is read.
#[derive(Default)]
struct Tame {
    code: bool,
    /// For each open link, whether it is kept.
    links: Vec<bool>,
}

impl Tame {
    fn event<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.code = true;
                vec![Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(
                    language(&kind).into(),
                )))]
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code = false;
                vec![Event::End(TagEnd::CodeBlock)]
            }
            Event::Start(Tag::Link {
                link_type, dest_url, title, ..
            }) => {
                let kept = is_web(&dest_url);
                self.links.push(kept);
                let link_type = if link_type == LinkType::Autolink {
                    link_type
                } else {
                    LinkType::Inline
                };
                let id = CowStr::Borrowed("");
                if kept {
                    vec![Event::Start(Tag::Link {
                        link_type,
                        dest_url,
                        title,
                        id,
                    })]
                } else {
                    Vec::new()
                }
            }
            Event::End(TagEnd::Link) => match self.links.pop() {
                Some(true) => vec![Event::End(TagEnd::Link)],
                _ => Vec::new(),
            },
            // A picture would be fetched from somewhere else by whoever reads the documentation.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => Vec::new(),
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            Event::Html(html) | Event::InlineHtml(html) => html_text(&html),
            Event::Text(text) if !self.code && self.links.is_empty() => linked(text),
            other => vec![other],
        }
    }
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    let CodeBlockKind::Fenced(info) = kind else { return "text".to_owned() };
    let first =
        info.split([',', ' ', '{']).next().unwrap_or_default().to_ascii_lowercase();
    if LANGUAGES.contains(&first.as_str()) { first } else { "text".to_owned() }
}

fn is_web(url: &str) -> bool {
    let plain =
        !url.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')'));
    plain
        && (url.starts_with("https://")
            || url.starts_with("http://")
            || url.starts_with("mailto:"))
}

/// A line break for `<br>`, nothing for other known tags, the text itself for what only looks like a tag: `<user_id>`.
fn html_text(html: &str) -> Vec<Event<'static>> {
    const KNOWN: &[&str] = &[
        "a",
        "b",
        "blockquote",
        "code",
        "details",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ];
    let name = html.trim_start_matches(['<', '/']);
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match name.as_str() {
        "br" => vec![Event::SoftBreak],
        _ if html.starts_with("<!--") || KNOWN.contains(&name.as_str()) => {
            let text = without_tags(html);
            if text.trim().is_empty() {
                Vec::new()
            } else {
                vec![Event::Text(text.into())]
            }
        }
        _ => vec![Event::Code(html.trim().replace(['`', '\n'], " ").into())],
    }
}

fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Text with its bare URLs made links, as rustdoc asks.
fn linked(text: CowStr<'_>) -> Vec<Event<'_>> {
    if !text.contains("://") {
        return vec![Event::Text(text)];
    }
    let mut events = Vec::new();
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            events.push(Event::Text(" ".into()));
        }
        let start = word.find("https://").or_else(|| word.find("http://"));
        let url = start.map(|start| {
            word[start..]
                .trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '"', '\'', '*'])
        });
        match (start, url) {
            (Some(start), Some(url))
                if is_web(url)
                    && !url.contains(['[', ']', '{', '}', '`', '|', '\\']) =>
            {
                events.push(Event::Text(word[..start].to_owned().into()));
                let (dest_url, id) = (url.to_owned().into(), "".into());
                let tag = Tag::Link {
                    link_type: LinkType::Autolink,
                    dest_url,
                    title: "".into(),
                    id,
                };
                events.extend([
                    Event::Start(tag),
                    Event::Text(url.to_owned().into()),
                    Event::End(TagEnd::Link),
                ]);
                events.push(Event::Text(word[start + url.len()..].to_owned().into()));
            }
            _ if word.contains("://") => {
                events.push(Event::Code(word.replace('`', "'").into()));
            }
            _ => events.push(Event::Text(word.to_owned().into())),
        }
    }
    events
}

/// Wraps what may be wrapped: not code, not tables.
fn rewrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let fence =
            line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= fence;
        // A quote's marker would have to stand on every line of it, a table's row is one line.
        let table = line.trim_start().starts_with(['|', '>']);
        if fenced || fence || table {
            lines.push(line.trim_end().to_owned());
        } else {
            let content = line.trim_start();
            let indent = &line[..line.len() - content.len()];
            let hang = format!("{indent}{}", " ".repeat(marker(content)));
            let wrapped = wrap(content, &hang);
            let first = wrapped
                .first()
                .map_or(String::new(), |first| format!("{indent}{first}"));
            lines.push(first.trim_end().to_owned());
            lines.extend(wrapped.into_iter().skip(1));
        }
    }
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    let blank = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(blank)
}

/// The width of the list marker a line begins with.
fn marker(line: &str) -> usize {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    match digits {
        0 if rest.starts_with("- ")
            || rest.starts_with("* ")
            || rest.starts_with("+ ") =>
        {
            2
        }
        0 if rest.starts_with("> ") => 0,
        1..=9 if rest.starts_with(". ") || rest.starts_with(") ") => digits + 2,
        _ => 0,
    }
}

/// Breaks a paragraph into lines; those after the first begin with `hang`. A word that would open a block at the start of
/// a line stays on the line before.
fn wrap(paragraph: &str, hang: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let long = line.chars().count() + 1 + word.chars().count() > WIDTH;
        if !line.is_empty() && long && !opens_block(word) {
            lines.push(std::mem::replace(&mut line, hang.to_owned()));
            line.push_str(word);
        } else {
            if !line.trim().is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.push(line);
    lines
}

fn opens_block(word: &str) -> bool {
    word.starts_with(['-', '+', '*', '#', '>', '|', '=', '<', ':'])
        || word.starts_with("```")
        || word.starts_with("~~~")
        || word.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
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
    fn characters_that_turn_text_around_are_spelled_out() {
        assert_eq!(text("safe\u{202E}evil"), "safeu202eevil");
    }
}
