//! Names and values of a query and of cookies.

use http::HeaderMap;
use http::header::COOKIE;
use percent_encoding::percent_decode_str;

/// A name and a value, encoded as they were sent.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) name: String,
    pub(super) value: String,
}

impl Pair {
    /// Whether this is the parameter of that name.
    pub(super) fn is(&self, name: &str) -> bool {
        decoded(&self.name) == name
    }
}

/// The pairs of a query, in order. A plus is a space, as in forms (URL Standard, 5.1).
pub(super) fn query(text: &str) -> Vec<Pair> {
    let parts = text.split('&').filter(|part| !part.is_empty());
    parts.map(|part| pair(&part.replace('+', "%20"))).collect()
}

/// The pairs of the cookies, in order (RFC 6265, 4.2.1).
pub(super) fn cookies(headers: &HeaderMap) -> Vec<Pair> {
    let values = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let parts = values.flat_map(|value| value.split(';')).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(pair).collect()
}

/// A text without percent-encoding; what is not UTF-8 is replaced.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn pair(part: &str) -> Pair {
    let (name, value) = part.split_once('=').unwrap_or((part, ""));
    Pair {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}
