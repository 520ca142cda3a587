//! Taking a parameter apart, as its style says (OpenAPI 3.2.0, "Style Examples").

use super::argument::{Argument, Sent, Style};
use super::pairs::{Pair, decoded};
use super::tree::Tree;

/// The parameter as a primitive.
pub(super) fn text(argument: &Argument) -> String {
    let raw = first(argument).unwrap_or_default();
    let text = match argument.style {
        Style::Label => raw.strip_prefix('.').unwrap_or(raw),
        Style::Matrix => matrix_value(raw.strip_prefix(';').unwrap_or(raw)),
        _ => raw,
    };
    plain(argument, text)
}

/// The parameter as an array.
pub(super) fn list(argument: &Argument) -> Tree {
    if argument.style == Style::DeepObject {
        return deep(argument);
    }
    let apart = argument.is_exploded && is_pairs(argument);
    let texts = if apart {
        own(argument).map(|raw| plain(argument, raw)).collect()
    } else {
        let raw = first(argument).unwrap_or_default();
        items(argument, raw).iter().map(|raw| plain(argument, raw)).collect::<Vec<_>>()
    };
    Tree::List(texts.into_iter().map(Tree::Text).collect())
}

/// The parameter as an object.
pub(super) fn map(argument: &Argument) -> Tree {
    if argument.style == Style::DeepObject {
        return deep(argument);
    }
    let entries = match (&argument.sent, argument.is_exploded) {
        (Sent::Pairs(pairs), true) => {
            let entry =
                |pair: &Pair| (decoded(&pair.name), plain(argument, &pair.value));
            pairs.iter().map(entry).collect()
        }
        (Sent::Text(_), true) => {
            let raw = first(argument).unwrap_or_default();
            let pairs = apart(argument, raw).into_iter().map(|part| {
                match part.split_once('=') {
                    Some((key, value)) => (plain(argument, key), plain(argument, value)),
                    None => (plain(argument, part), String::new()),
                }
            });
            pairs.collect::<Vec<_>>()
        }
        (_, false) => {
            let raw = first(argument).unwrap_or_default();
            let items = items(argument, raw);
            let texts = |pair: &[String]| {
                let text = |at: usize| pair.get(at).map(|raw| plain(argument, raw));
                (text(0).unwrap_or_default(), text(1).unwrap_or_default())
            };
            items.chunks(2).map(texts).collect()
        }
    };
    Tree::Map(entries.into_iter().map(|(key, text)| (key, Tree::Text(text))).collect())
}

/// The keys that a pair has under a name: `["x", "0"]` for `name[x][0]`.
pub(super) fn deep_path(pair: &Pair, name: &str) -> Option<Vec<String>> {
    let full = decoded(&pair.name);
    let inner = full.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?;
    Some(inner.split("][").map(str::to_owned).collect())
}

fn deep(argument: &Argument) -> Tree {
    let mut tree = Tree::Map(Vec::new());
    if let Sent::Pairs(pairs) = &argument.sent {
        for pair in pairs {
            if let Some(path) = deep_path(pair, argument.name) {
                tree.insert(&path, plain(argument, &pair.value));
            }
        }
    }
    tree
}

/// The items of a list that stands in one text.
fn items(argument: &Argument, raw: &str) -> Vec<String> {
    let split = |raw: &str, between: &str| -> Vec<String> {
        raw.split(between).map(str::to_owned).collect()
    };
    match argument.style {
        _ if raw.is_empty() => Vec::new(),
        Style::SpaceDelimited => split(raw, "%20"),
        Style::PipeDelimited => split(&raw.replace("%7C", "|").replace("%7c", "|"), "|"),
        Style::Label | Style::Matrix if argument.is_exploded => {
            let parts = apart(argument, raw).into_iter();
            match argument.style {
                Style::Matrix => parts.map(matrix_value).map(str::to_owned).collect(),
                _ => parts.map(str::to_owned).collect(),
            }
        }
        Style::Label => split(raw.strip_prefix('.').unwrap_or(raw), ","),
        Style::Matrix => split(matrix_value(raw), ","),
        // A list in a header may have spaces after its commas (RFC 9110, 5.6.1).
        _ if !argument.encoded => {
            raw.split(',').map(|item| item.trim().to_owned()).collect()
        }
        _ => split(raw, ","),
    }
}

/// The parts of an exploded text.
fn apart<'a>(argument: &Argument, raw: &'a str) -> Vec<&'a str> {
    match argument.style {
        Style::Label => raw.strip_prefix('.').unwrap_or(raw).split('.').collect(),
        Style::Matrix => raw.strip_prefix(';').unwrap_or(raw).split(';').collect(),
        _ => raw.split(',').map(str::trim).collect(),
    }
}

/// What stands after the name: RFC 6570, 3.2.7, leaves out the equals sign of an empty value.
fn matrix_value(raw: &str) -> &str {
    raw.split_once('=').map_or("", |(_, value)| value)
}

fn first(argument: &Argument) -> Option<&str> {
    match &argument.sent {
        Sent::Text(text) => text.as_deref(),
        Sent::Pairs(_) => own(argument).next(),
    }
}

/// The values under the parameter's own name.
fn own(argument: &Argument) -> impl Iterator<Item = &str> {
    let pairs = match &argument.sent {
        Sent::Text(_) => &[],
        Sent::Pairs(pairs) => pairs.as_slice(),
    };
    pairs.iter().filter(|pair| pair.is(argument.name)).map(|pair| pair.value.as_str())
}

fn is_pairs(argument: &Argument) -> bool {
    matches!(argument.sent, Sent::Pairs(_))
}

fn plain(argument: &Argument, raw: &str) -> String {
    if argument.encoded { decoded(raw) } else { raw.to_owned() }
}
