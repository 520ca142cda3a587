//! Events of CommonMark made harmless: no code that would run, no link into the crate, no HTML.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

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

/// What has been opened that changes how what follows is read.
#[derive(Default)]
pub(super) struct Tame {
    code: bool,
    /// For each open link, whether it is kept.
    links: Vec<bool>,
}

impl Tame {
    pub(super) fn event<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
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
