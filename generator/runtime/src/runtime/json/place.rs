//! Where in a JSON text a decoder stopped, as a path.
//!
//! A decoder that keeps track of the path costs every success a third of its speed, and every
//! type a second copy of its code. The position that the error has is enough to find the path
//! afterwards.

use std::fmt::Write;

/// What is open at some place of the text.
enum Open {
    /// An object, and the name of the property that is read, from its name on.
    Object(Option<String>),
    /// An array, and the index of the item that is read.
    Array(usize),
}

/// The path of the value at which a decoder stopped, like `orders[3].status`: the one that
/// begins there, is open there, or has just ended there. It is empty for the whole text.
///
/// `line` and `column` are those of a `serde_json::Error`: lines from 1, and the bytes of the
/// line that have been read.
pub(super) fn place(text: &[u8], line: usize, column: usize) -> String {
    let lines = text.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1));
    let stop = lines.map(<[u8]>::len).sum::<usize>().saturating_add(column);
    let read = text.get(..stop).unwrap_or(text);
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(byte) = read.get(at) {
        at = if *byte == b'"' {
            string(read, at, &mut open)
        } else {
            mark(*byte, &mut open);
            at + 1
        };
    }
    path(&open)
}

/// Passes over a text, and keeps it when it is the name of a property.
fn string(read: &[u8], start: usize, open: &mut [Open]) -> usize {
    let mut at = start + 1;
    while let Some(byte) = read.get(at) {
        match byte {
            b'"' => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    if let Some(Open::Object(name @ None)) = open.last_mut() {
        let text = read.get(start + 1..at).unwrap_or_default();
        *name = Some(String::from_utf8_lossy(text).into_owned());
    }
    at + 1
}

/// Follows a byte outside of texts. Numbers, literals and white space change nothing.
fn mark(byte: u8, open: &mut Vec<Open>) {
    match (byte, open.last_mut()) {
        (b'{', _) => open.push(Open::Object(None)),
        (b'[', _) => open.push(Open::Array(0)),
        (b'}' | b']', _) => {
            open.pop();
        }
        (b',', Some(Open::Object(name))) => *name = None,
        (b',', Some(Open::Array(index))) => *index += 1,
        _ => {}
    }
}

fn path(open: &[Open]) -> String {
    let mut path = String::new();
    for part in open {
        match part {
            Open::Object(None) => break,
            Open::Object(Some(name)) => {
                let dot = if path.is_empty() { "" } else { "." };
                path.push_str(dot);
                path.push_str(if is_plain(name) { name } else { "*" });
            }
            Open::Array(index) => {
                // Writing to a text cannot fail.
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}

/// Whether a name looks like a property's, and not like data: the names of a map may be
/// somebody's addresses, which an error must not show.
fn is_plain(name: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    !name.is_empty() && name.len() <= 40 && name.bytes().all(plain)
}
