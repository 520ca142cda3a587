//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown;
use crate::ir::Docs;

/// Lines of documentation as attributes, which print as `///`.
pub(super) fn attributes(lines: &[String]) -> TokenStream {
    let lines = lines
        .iter()
        .map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
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
    if !docs.constraints.is_empty() {
        push_paragraph(&mut lines, vec![docs.constraints.join(" ")]);
    }
    if let Some((label, url)) = docs.link.as_ref().filter(|(_, url)| is_plain_url(url)) {
        push_paragraph(&mut lines, vec![format!("{}: <{url}>", markdown::line(label))]);
    }
    lines
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

fn is_plain_url(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && !url.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>')
    })
}
