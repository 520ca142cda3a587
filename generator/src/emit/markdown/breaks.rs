//! Ends of lines where CommonMark has a form for them.
//!
//! What is taken out of prose, such as HTML and pictures, leaves ends of lines behind that stand at the beginning of a
//! paragraph, at its end, or one after the other. No text is read as that, so none can be written.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Events without such ends of lines, and without the spaces around any.
pub(super) fn settled<'a>(
    events: impl IntoIterator<Item = Event<'a>>,
) -> Vec<Event<'a>> {
    let mut out: Vec<Event<'a>> = Vec::new();
    let (mut is_code, mut is_line) = (false, false);
    for event in events {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::TableCell | Tag::Heading { .. }) => is_line = true,
            Event::End(TagEnd::TableCell | TagEnd::Heading(_)) => is_line = false,
            _ => {}
        }
        match event {
            Event::SoftBreak | Event::HardBreak if is_line => {
                out.push(Event::Text(" ".into()));
            }
            Event::SoftBreak | Event::HardBreak => {
                trim_end(&mut out);
                if !matches!(out.last(), None | Some(Event::Start(_))) && !ends(&out) {
                    out.push(event);
                }
            }
            Event::Text(text) if !is_code && ends(&out) => {
                let text = text.trim_start().to_owned();
                out.extend((!text.is_empty()).then(|| Event::Text(text.into())));
            }
            Event::End(end) if !is_code && is_inline(end) => {
                let last = out.pop_if(|last| is_break(last));
                out.push(event);
                out.extend(last);
            }
            Event::Start(ref tag) if !is_code && !is_inline(tag.to_end()) => {
                out.pop_if(|last| is_break(last));
                out.push(event);
            }
            Event::End(_) => {
                out.pop_if(|last| is_break(last));
                out.push(event);
            }
            event => out.push(event),
        }
    }
    out
}

/// Takes off the spaces before an end of a line.
fn trim_end(out: &mut Vec<Event<'_>>) {
    while let Some(Event::Text(text)) = out.last_mut() {
        let kept = text.trim_end().to_owned();
        if !kept.is_empty() {
            *text = kept.into();
            break;
        }
        out.pop();
    }
}

fn ends(out: &[Event<'_>]) -> bool {
    out.last().is_some_and(is_break)
}

fn is_break(event: &Event<'_>) -> bool {
    matches!(event, Event::SoftBreak | Event::HardBreak)
}

fn is_inline(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link
    )
}
