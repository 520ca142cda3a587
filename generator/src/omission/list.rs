//! What is left out, for those who read the crate.

use super::{Omissions, Part};
use crate::diagnostic::{Lines, Source, Span};
use crate::document::part::{SECURITY, above, call, last_token};
use crate::ir::{LeftOut, LeftOutKind};

impl Omissions {
    /// Each operation and each component that is left out: operations first, both in the order of the document.
    #[must_use]
    pub fn list(&self, source: &Source) -> Vec<LeftOut> {
        let lines = Lines::new(&source.text);
        let mut found: Vec<(Span, LeftOut)> = Vec::new();
        for (pointer, part) in &self.parts {
            let error = &self.errors[part.error];
            let position = lines.position(&source.text, error.span.start as usize);
            let item = |kind, name| LeftOut {
                kind,
                name,
                code: error.code.as_str(),
                reason: self.reason(part),
                place: format!("{}:{}:{}", source.name, position.line, position.column),
            };
            for call in &part.calls {
                let kind = LeftOutKind::Operation { call: call.call.clone() };
                found.push((call.at, item(kind, call.id.clone())));
            }
            let whole = above(pointer).find(|above| self.parts.contains_key(*above));
            if part.calls.is_empty()
                && whole == Some(pointer)
                && let Some((kind, name)) = named(pointer)
            {
                found.push((part.at, item(kind, name)));
            }
        }
        found.sort_by(|(a, left), (b, right)| {
            let ranks = rank(&left.kind).cmp(&rank(&right.kind));
            ranks.then(a.cmp(b)).then_with(|| left.name.cmp(&right.name))
        });
        found.into_iter().map(|(_, item)| item).collect()
    }

    fn reason(&self, part: &Part) -> String {
        let message = &self.errors[part.error].message;
        match &part.names {
            Some(name) if name != SECURITY => format!("it needs `#{name}`: {message}"),
            _ => message.clone(),
        }
    }
}

/// What a part is that has no call of its own.
fn named(pointer: &str) -> Option<(LeftOutKind, String)> {
    let name = last_token(pointer);
    if pointer == SECURITY {
        return None;
    }
    if pointer.starts_with("/paths/") {
        let call = call(pointer);
        return Some((LeftOutKind::Operation { call: call.clone() }, call));
    }
    if pointer.starts_with("/components/schemas/") {
        return Some((LeftOutKind::Schema, name));
    }
    Some((LeftOutKind::Other, format!("#{pointer}")))
}

fn rank(kind: &LeftOutKind) -> u8 {
    match kind {
        LeftOutKind::Operation { .. } => 0,
        LeftOutKind::Schema => 1,
        LeftOutKind::Other => 2,
    }
}
