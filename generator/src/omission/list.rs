//! What is left out, for those who read the crate.

use std::collections::BTreeMap;

use super::{Omissions, Part};
use crate::diagnostic::{FileId, Lines, Span};
use crate::document::part::{SECURITY, above, call, last_token};
use crate::ir::{LeftOut, LeftOutKind};

impl Omissions {
    /// Each operation and each component that is left out: operations first, both in the order of the document.
    #[must_use]
    pub fn list(&self) -> Vec<LeftOut> {
        let mut lines = BTreeMap::new();
        let mut found: Vec<(Span, LeftOut)> = Vec::new();
        for (pointer, part) in &self.parts {
            let error = &self.errors[part.error];
            let place = self.at(error.span, &mut lines);
            let item = |kind, name| LeftOut {
                kind,
                name,
                code: error.code.as_str(),
                reason: self.reason(part),
                place: place.clone(),
            };
            for call in &part.calls {
                let kind = LeftOutKind::Operation { call: call.call.clone() };
                found.push((call.at, item(kind, call.id.clone())));
            }
            let whole = above(pointer).find(|above| self.parts.contains_key(*above));
            if part.calls.is_empty()
                && whole == Some(pointer)
                && !self.is_called_elsewhere(part)
                && let Some((kind, name)) = self.named(pointer)
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
            Some(name) if name != SECURITY => {
                format!("it needs `{}`: {message}", self.shown(name))
            }
            _ => message.clone(),
        }
    }

    /// File, line and column of a span.
    fn at(&self, span: Span, lines: &mut BTreeMap<FileId, Lines>) -> String {
        let Some(source) = self.source(span.file) else { return String::new() };
        let lines = lines.entry(span.file).or_insert_with(|| Lines::new(&source.text));
        let position = lines.position(&source.text, source.range(span).start);
        format!("{}:{}:{}", source.name, position.line, position.column)
    }

    /// Whether a part is a path whose operations stand in a file that is left out, and are named with that.
    fn is_called_elsewhere(&self, part: &Part) -> bool {
        let needed = part.names.as_ref().and_then(|name| self.parts.get(name));
        needed.is_some_and(|needed| {
            let file = self.errors[needed.error].span.file;
            file != part.at.file && !needed.calls.is_empty()
        })
    }

    /// What a part is that has no call of its own.
    fn named(&self, pointer: &str) -> Option<(LeftOutKind, String)> {
        match named(pointer) {
            Some((LeftOutKind::Other, _)) => {
                Some((LeftOutKind::Other, self.shown(pointer)))
            }
            found => found,
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
    Some((LeftOutKind::Other, pointer.to_owned()))
}

fn rank(kind: &LeftOutKind) -> u8 {
    match kind {
        LeftOutKind::Operation { .. } => 0,
        LeftOutKind::Schema => 1,
        LeftOutKind::Other => 2,
    }
}
