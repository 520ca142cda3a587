//! Which operations the configuration selects.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Operation};
use crate::ir;

/// The selected calls, by method and path.
#[derive(Debug)]
pub(super) struct Selection(BTreeSet<(String, String)>);

impl Selection {
    pub(super) fn has(&self, operation: &ir::Operation) -> bool {
        self.names(&operation.verb, &operation.route)
    }

    pub(super) fn names(&self, verb: &str, path: &str) -> bool {
        self.0.contains(&(verb.to_owned(), path.to_owned()))
    }
}

/// The selected calls; `None` when all are, and an error for each entry that names no operation.
pub(super) fn selection(lowering: &mut Lowering<'_>) -> Option<Selection> {
    let select = &lowering.config.select;
    if select.is_empty() {
        return None;
    }
    let calls = calls(lowering.document);
    let without = &select.without;
    let wanted = [
        named(&calls, &select.operations, "is called", Call::is_called),
        named(&calls, &select.tags, "has the tag", Call::has_tag),
        named(&calls, &select.paths, "stands at", Call::lies_at),
    ];
    let unwanted = [
        named(&calls, &without.operations, "is called", Call::is_called),
        named(&calls, &without.tags, "has the tag", Call::has_tag),
        named(&calls, &without.paths, "stands at", Call::lies_at),
    ];
    let all = wanted.iter().all(|named| named.entries == 0);
    let selected = calls.iter().enumerate().filter(|(index, _)| {
        (all || wanted.iter().any(|named| named.calls.contains(index)))
            && !unwanted.iter().any(|named| named.calls.contains(index))
    });
    let selected =
        selected.map(|(_, call)| (call.verb.to_owned(), call.path.to_owned()));
    let selected = Selection(selected.collect());
    for named in wanted.into_iter().chain(unwanted) {
        for (entry, is) in named.unused {
            let message = format!("no operation {is} `{}`", entry.get_ref());
            let help = "correct it, or drop the entry";
            let place = select.place(entry);
            lowering
                .diagnostics
                .push(Diagnostic::error(Code::ConfigUnused, place, message).help(help));
        }
    }
    Some(selected)
}

/// An operation of the document, as a selection may name it.
struct Call<'a> {
    verb: &'a str,
    path: &'a str,
    operation: &'a Operation,
}

impl Call<'_> {
    fn is_called(&self, name: &str) -> bool {
        let id = self.operation.id.as_ref().map(|id| &*id.text);
        let call = name.split_once(' ').is_some_and(|(verb, path)| {
            verb.eq_ignore_ascii_case(self.verb) && path.trim() == self.path
        });
        call || id == Some(name)
    }

    fn has_tag(&self, name: &str) -> bool {
        self.operation.tags.iter().any(|tag| &*tag.text == name)
    }

    fn lies_at(&self, pattern: &str) -> bool {
        fits(pattern, self.path)
    }
}

/// What the entries of one list name.
struct Named<'a> {
    entries: usize,
    calls: BTreeSet<usize>,
    /// The entries that name nothing, and what they say of an operation.
    unused: Vec<(&'a Spanned<String>, &'static str)>,
}

fn named<'a, 'd>(
    calls: &[Call<'d>],
    entries: &'a [Spanned<String>],
    is: &'static str,
    is_named: fn(&Call<'d>, &str) -> bool,
) -> Named<'a> {
    let mut named = Named {
        entries: entries.len(),
        calls: BTreeSet::new(),
        unused: Vec::new(),
    };
    for entry in entries {
        let found = calls.iter().enumerate();
        let found = found.filter(|(_, call)| is_named(call, entry.get_ref()));
        let found: Vec<usize> = found.map(|(index, _)| index).collect();
        if found.is_empty() {
            named.unused.push((entry, is));
        }
        named.calls.extend(found);
    }
    named
}

fn calls(document: &Document) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    for path in &document.paths {
        let item = &document.path_items[path.value.0 as usize];
        calls.extend(item.operations.iter().map(|source| Call {
            verb: source.verb.as_str(),
            path: &path.name.text,
            operation: source,
        }));
    }
    calls
}

/// Whether a path is one that a pattern stands for, segment by segment.
///
/// Where the rest does not fit, only the last `**` takes one segment more: an earlier one could take no more than the
/// last.
fn fits(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    let (mut at, mut segment) = (0, 0);
    let mut last: Option<(usize, usize)> = None;
    while segment < path.len() {
        match pattern.get(at) {
            Some(&"**") => {
                last = Some((at + 1, segment));
                at += 1;
            }
            Some(part) if *part == "*" || *part == path[segment] => {
                at += 1;
                segment += 1;
            }
            _ => {
                let Some((after, taken)) = last else { return false };
                last = Some((after, taken + 1));
                at = after;
                segment = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|part| *part == "**")
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_is_one_segment_and_two_are_any_number() {
        for (pattern, path) in [
            ("/orders", "/orders"),
            ("/orders/*", "/orders/{id}"),
            ("/orders/**", "/orders"),
            ("/orders/**", "/orders/{id}/lines"),
            ("/**/lines", "/orders/{id}/lines/{line}/lines"),
            ("**", "/a"),
            ("/**/a/**/b", "/a/a/c/b/b"),
        ] {
            assert!(fits(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("/orders", "/orders/"),
            ("/orders/*", "/orders"),
            ("/orders/*", "/orders/{id}/lines"),
            ("/ord*", "/orders"),
            ("/**/lines", "/orders/lines/{id}"),
        ] {
            assert!(!fits(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn a_long_pattern_is_compared_in_no_time() {
        let pattern = "/**/a".repeat(2_000);
        let path = "/a".repeat(1_999) + "/b";
        assert!(!fits(&pattern, &path));
    }
}
