//! The pieces of a server's URL.

/// A piece of a URL with variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlPiece<'a> {
    /// What stands there as it is.
    Text(&'a str),
    /// What stands between braces; without any in itself, as no name of a variable has one.
    Braced(&'a str),
}

/// The pieces of a URL, in order.
#[must_use]
pub fn url_pieces(url: &str) -> Vec<UrlPiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some(end) = after.find(['{', '}']) else { break };
        let open = before.len() + 1;
        if after[end..].starts_with('}') {
            pieces.extend([UrlPiece::Text(before), UrlPiece::Braced(&after[..end])]);
            rest = &after[end + 1..];
        } else {
            pieces.push(UrlPiece::Text(&rest[..open + end]));
            rest = &after[end..];
        }
    }
    pieces.push(UrlPiece::Text(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::{UrlPiece, url_pieces};

    #[test]
    fn a_url_is_its_pieces_whatever_braces_it_has() {
        let shown = |url: &str| {
            let pieces = url_pieces(url).into_iter().map(|piece| match piece {
                UrlPiece::Text(text) => text.to_owned(),
                UrlPiece::Braced(name) => format!("<{name}>"),
            });
            pieces.collect::<String>()
        };
        assert_eq!(shown("https://x"), "https://x");
        assert_eq!(shown("https://{a}.{b}/"), "https://<a>.<b>/");
        assert_eq!(shown("{a{b}}{"), "{a<b>}{");
        assert_eq!(shown("}{}{{"), "}<>{{");
    }
}
