//! Paths that are the same to a server.

use std::collections::BTreeMap;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};

/// Warns of each path that differs from another in nothing but the names of its parameters, or in its fragment.
pub(super) fn paths(lowering: &mut Lowering<'_>) {
    let mut seen = BTreeMap::new();
    for path in &lowering.document.paths {
        let span = path.name.span;
        if let Some((first, text)) =
            seen.insert(sent(&path.name.text), (span, &path.name.text))
        {
            let message = format!(
                "`{}` and `{text}` are the same path to a server",
                path.name.text
            );
            let help = "put the operations of both under one of them";
            lowering.diagnostics.push(
                Diagnostic::warning(Code::DuplicatePath, span, message)
                    .related(first, "the other one")
                    .help(help),
            );
        }
    }
}

/// A path as a server tells it from others: without names of parameters, without a fragment.
fn sent(path: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, named)) = rest.split_once('{') {
        let Some((_, after)) = named.split_once('}') else { break };
        out.push_str(before);
        out.push_str("{}");
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::sent;

    #[test]
    fn only_names_and_fragments_are_left_out() {
        assert_eq!(sent("/a/{id}/b/{c}.{d}#e"), "/a/{}/b/{}.{}");
        assert_eq!(sent("/a/{id"), "/a/{id");
    }
}
