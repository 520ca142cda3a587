//! Headers of answers, read as the document types them.

mod described;
mod macros;
mod reason;
mod text;

use reqwest::header::{HeaderMap, HeaderName};

use super::reply::Reply;

pub use described::{Described, Way};

pub(crate) use macros::headers;

/// The headers of a reply that an error of its operation keeps.
pub(super) fn kept(reply: &Reply) -> HeaderMap {
    let described = |name: &HeaderName| {
        let mut names = reply.kept_headers.iter();
        names.any(|kept| name.as_str().eq_ignore_ascii_case(kept))
    };
    let kept = reply.headers.iter().filter(|(name, _)| described(name));
    let mut headers = HeaderMap::new();
    for (name, value) in kept {
        headers.append(name, value.clone());
    }
    headers
}
