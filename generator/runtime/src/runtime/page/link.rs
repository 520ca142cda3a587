//! The header `Link` (RFC 8288), and where a link leads.

use reqwest::Url;
use reqwest::header::{HeaderMap, LINK};

/// The target of the first link whose relation is `next`, as it is written.
///
/// A link with an `anchor` speaks of something else than this reply (RFC 8288, 3.2).
pub(super) fn next(headers: &HeaderMap) -> Option<&str> {
    let texts = headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok());
    texts.into_iter().find_map(next_in)
}

/// The link in one header, read as RFC 8288, appendix B, has it.
fn next_in(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        // Commas are part of URLs, too: what begins a link is its bracket alone.
        let (_, from) = rest.split_once('<')?;
        let (target, after) = from.split_once('>')?;
        let mut params = Params(after);
        let (mut rel, mut anchored) = (None, false);
        for (name, value) in &mut params {
            anchored |= name.eq_ignore_ascii_case("anchor");
            if name.eq_ignore_ascii_case("rel") {
                // Only the first one counts (RFC 8288, 3.3).
                rel.get_or_insert(value);
            }
        }
        let is_next = |relation: &str| relation.eq_ignore_ascii_case("next");
        if !anchored && rel.is_some_and(|rel| rel.split_whitespace().any(is_next)) {
            return Some(target.trim());
        }
        rest = params.0;
    }
}

/// The parameters of a link, and after the last of them what follows the link.
struct Params<'a>(&'a str);

impl<'a> Iterator for Params<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_start().strip_prefix(';')?.trim_start();
        let end = rest.find(['=', ';', ',']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        self.0 = after;
        Some((name.trim(), value))
    }
}

/// A value, and what follows it. An escape in quotes stays: no relation has one.
fn value(text: &str) -> (&str, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, after) = text.split_at(end);
        return (value.trim(), after);
    };
    let mut escaped = false;
    for (at, byte) in quoted.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return (&quoted[..at], &quoted[at + 1..]),
            _ => {}
        }
    }
    (quoted, "")
}

/// The URL that a link leads to from the page it stands in (RFC 3986, 5), which must be at the
/// server that the call was made for: the next request has the same credentials.
pub(super) fn target(from: &Url, server: &Url, link: &str) -> Result<Url, String> {
    let mut url = from
        .join(link)
        .map_err(|_| "the link to the next page is not a URL".to_owned())?;
    if url.origin() != server.origin() {
        let other = url.origin().ascii_serialization();
        return Err(format!(
            "the link to the next page leads to another server, {other}, and is not followed"
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the link to the next page has user info".to_owned());
    }
    url.set_fragment(None);
    Ok(url)
}
