//! The parts of a body of `multipart/form-data` (RFC 7578, RFC 2046, 5.1).

use bytes::Bytes;

use super::tree::Reason;

/// One part.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    /// The lines of its headers.
    #[cfg(feature = "part-headers")]
    pub(super) head: String,
    pub(super) content: Bytes,
}

/// The parts of a body, in order.
pub(super) fn parts(body: &Bytes, content_type: &str) -> Result<Vec<Part>, Reason> {
    let boundary = parameter(content_type, "boundary")
        .ok_or_else(|| Reason("the content type names no boundary".to_owned()))?;
    let delimiter = format!("\r\n--{boundary}");
    // The first delimiter has no line before it.
    let mut at = match body.strip_prefix(&delimiter.as_bytes()[2..]) {
        Some(_) => delimiter.len() - 2,
        None => find(body, 0, delimiter.as_bytes()).map_err(ends)? + delimiter.len(),
    };
    let mut parts = Vec::new();
    while !body[at..].starts_with(b"--") {
        let start = at + 2;
        let end = find(body, at, delimiter.as_bytes()).map_err(ends)?;
        if !body[at..].starts_with(b"\r\n") {
            return Err(Reason("no line begins after a boundary".to_owned()));
        }
        parts.push(part(body, start.min(end), end)?);
        at = end + delimiter.len();
    }
    Ok(parts)
}

fn part(body: &Bytes, start: usize, end: usize) -> Result<Part, Reason> {
    let part = body.slice(start..end);
    let blank = find(&part, 0, b"\r\n\r\n").map_err(ends)?;
    let head = String::from_utf8_lossy(&part[..blank]).into_owned();
    let disposition = header(&head, "content-disposition").unwrap_or_default();
    let name = parameter(&disposition, "name")
        .ok_or_else(|| Reason("a part has no name".to_owned()))?;
    Ok(Part {
        name: unescaped(&name),
        file_name: parameter(&disposition, "filename").map(|name| unescaped(&name)),
        content_type: header(&head, "content-type"),
        #[cfg(feature = "part-headers")]
        head,
        content: part.slice(blank + 4..),
    })
}

/// The value of a header among lines of them.
pub(super) fn header(head: &str, name: &str) -> Option<String> {
    let lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
    let mut found = lines.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim().to_owned())
}

/// The value of a header's parameter, without its quotation marks.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once(';') {
        let (key, value) = after.split_once('=')?;
        let value = value.trim_start();
        let (text, left) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => value.split_at(value.find(';').unwrap_or(value.len())),
        };
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(text.trim().to_owned());
        }
        rest = left;
    }
    None
}

/// A name as it was before it was written (HTML, "Multipart form data").
fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

fn find(body: &[u8], from: usize, what: &[u8]) -> Result<usize, ()> {
    let mut windows = body[from..].windows(what.len());
    windows.position(|window| window == what).map(|at| from + at).ok_or(())
}

fn ends((): ()) -> Reason {
    Reason("a part does not end".to_owned())
}
