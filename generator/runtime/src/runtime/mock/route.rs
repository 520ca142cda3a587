//! Which operation a request is for: path templates (OpenAPI 3.2.0, "Path Templating").

use percent_encoding::percent_decode_str;

/// A path template, in segments.
#[derive(Debug, Clone)]
pub(super) struct Route {
    segments: Vec<Vec<Part>>,
}

/// A part of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Name(String),
}

/// What stands for the names of a template, encoded as it was sent.
pub(super) type Captures = Vec<(String, String)>;

impl Route {
    /// Reads a template. A query or fragment in it is not part of the path.
    pub(super) fn new(template: &str) -> Self {
        let path = template.split(['?', '#']).next().unwrap_or_default();
        Self {
            segments: path.split('/').map(parts).collect(),
        }
    }

    /// What stands for the names, when a path is one of this template.
    pub(super) fn captures(&self, path: &str) -> Option<Captures> {
        let mut captures = Captures::new();
        let mut sent = path.split('/');
        for parts in &self.segments {
            if !segment(parts, sent.next()?, &mut captures) {
                return None;
            }
        }
        sent.next().is_none().then_some(captures)
    }

    /// Which segments are literal: of two templates that match, the one that is literal first is
    /// meant, as `/users/me` goes before `/users/{id}`.
    pub(super) fn literal(&self) -> Vec<bool> {
        let literal =
            |parts: &Vec<Part>| !parts.iter().any(|part| matches!(part, Part::Name(_)));
        self.segments.iter().map(literal).collect()
    }
}

fn parts(segment: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = segment;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            parts.push(Part::Literal(before.to_owned()));
        }
        parts.push(Part::Name(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    parts
}

/// Whether a segment fits. A name stands for at least one character, and for as few as lead to
/// the literal after it; the last part reaches to the end.
fn segment(parts: &[Part], sent: &str, captures: &mut Captures) -> bool {
    let mut rest = sent;
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Literal(text) if parts.len() == 1 => {
                return decoded(text) == decoded(sent);
            }
            Part::Literal(text) => match rest.strip_prefix(text.as_str()) {
                Some(after) => rest = after,
                None => return false,
            },
            Part::Name(name) => {
                let Some(length) = length(rest, &parts[index + 1..]) else {
                    return false;
                };
                let (value, after) = rest.split_at(length);
                captures.push((name.clone(), value.to_owned()));
                rest = after;
            }
        }
    }
    rest.is_empty()
}

/// How much a name takes of what is left.
fn length(rest: &str, following: &[Part]) -> Option<usize> {
    let first = rest.chars().next()?.len_utf8();
    match following {
        [] => Some(rest.len()),
        [Part::Name(_), ..] => Some(first),
        [Part::Literal(last)] => {
            let length = rest.len().checked_sub(last.len())?;
            (length >= first && rest.ends_with(last.as_str())).then_some(length)
        }
        [Part::Literal(next), ..] => {
            rest.get(first..)?.find(next.as_str()).map(|at| first + at)
        }
    }
}

fn decoded(text: &str) -> Vec<u8> {
    percent_decode_str(text).collect()
}
