//! Which of YAML and JSON a text is, and whether it is a document at all.

use super::tree::{Builder, Stop, Tree, View};
use super::{json, yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source};

/// The whole text as a tree.
///
/// JSON is what begins with `{` and a quote, `{}` or `[`; everything else is YAML, flow collections with bare keys too.
/// In a file named `.yaml` or `.yml`, what is not JSON after all is tried as YAML.
pub(super) fn tree(source: &Source, diagnostics: &mut Diagnostics) -> Option<Tree> {
    let start =
        if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if let Err(stop) = sized(source) {
        diagnostics.push(*stop);
        return None;
    }
    let named_yaml = [".yaml", ".yml"].iter().any(|end| source.name.ends_with(end));
    let mut found = if looks_like_json(&source.text[start..]) {
        parse(source, start, json::read)
    } else {
        parse(source, start, yaml::read)
    };
    if found.is_err() && named_yaml && looks_like_json(&source.text[start..]) {
        found = parse(source, start, yaml::read).or(found);
    }
    let (tree, notes) = match found {
        Ok((Some(tree), notes)) if is_document(&tree) => (tree, notes),
        Ok((tree, notes)) => (tree?, notes),
        Err(stop) => {
            diagnostics.push(*stop);
            return None;
        }
    };
    notes.into_iter().for_each(|note| diagnostics.push(note));
    Some(tree)
}

type Parsed = (Option<Tree>, Vec<Diagnostic>);

fn parse(
    source: &Source,
    start: usize,
    read: fn(&Source, usize, &mut Builder) -> Result<(), Stop>,
) -> Result<Parsed, Stop> {
    let mut builder = Builder::new(source);
    read(source, start, &mut builder)?;
    Ok(builder.finish())
}

fn sized(source: &Source) -> Result<(), Stop> {
    const MOST: usize = 1 << 30;
    if source.text.len() <= MOST {
        return Ok(());
    }
    let message = format!("the text is longer than {MOST} bytes");
    Err(Box::new(Diagnostic::error(Code::TooLarge, source.span(0..0), message)))
}

fn looks_like_json(text: &str) -> bool {
    let mut rest = text.trim_start().chars();
    match rest.next() {
        Some('[') => true,
        Some('{') => {
            matches!(rest.as_str().trim_start().chars().next(), Some('"' | '}'))
        }
        _ => false,
    }
}

fn is_document(tree: &Tree) -> bool {
    let root = tree.root();
    matches!(tree.view(root), View::Object(_))
        && (tree.get(root, "openapi").is_some() || tree.get(root, "swagger").is_some())
}
