//! A reply as it came: status, headers and the body within its limit.

use std::fmt;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::DeserializeOwned;

use super::json;
use super::mismatch::{Mismatch, MismatchKind};

/// A reply as it came, read by [`Format::read`](super::format::Format::read) and
/// [`Decode::decode`](super::Decode::decode).
pub struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) incomplete: Option<String>,
    pub(super) attempts: u32,
    /// Whether it was not asked for again with a new token, since its body could be sent once.
    pub(super) unrepeatable: bool,
    /// The headers that an error keeps beside those that each does.
    #[cfg(feature = "headers")]
    pub(super) kept_headers: &'static [&'static str],
    /// A body that is handed on as it comes.
    #[cfg(feature = "streams")]
    pub(super) live: std::cell::Cell<Option<super::stream::Live>>,
}

impl Reply {
    pub(super) fn new(
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        attempts: u32,
    ) -> Self {
        Self {
            status,
            headers,
            body,
            incomplete: None,
            attempts,
            unrepeatable: false,
            #[cfg(feature = "headers")]
            kept_headers: &[],
            #[cfg(feature = "streams")]
            live: std::cell::Cell::new(None),
        }
    }

    /// The status as a number.
    #[must_use]
    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The media type of the body, in lower case and without parameters; empty when the server
    /// names none.
    #[must_use]
    pub fn media_type(&self) -> String {
        media_type(&self.headers)
    }

    /// Decodes a body of JSON.
    ///
    /// # Errors
    ///
    /// When the body is missing, of another content type, not JSON, or of another shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        json::decode(self.body_of("JSON", ["/json", "+json"])?)
    }

    /// A body of text, in UTF-8 or, where the reply says so, in ISO 8859-1.
    ///
    /// # Errors
    ///
    /// When the body broke off or is of another encoding.
    pub fn text(&self) -> Result<String, Mismatch> {
        let body = self.whole()?;
        if charset(&self.headers).is_some_and(|name| LATIN_1.contains(&name.as_str())) {
            return Ok(body.iter().map(|byte| char::from(*byte)).collect());
        }
        String::from_utf8(body.to_vec())
            .map_err(|_| Mismatch::new(MismatchKind::Malformed, "the body is not UTF-8"))
    }

    /// A body of bytes.
    ///
    /// # Errors
    ///
    /// When the body broke off.
    pub fn bytes(&self) -> Result<Bytes, Mismatch> {
        self.whole().cloned()
    }

    /// A reply whose body, if any, the document does not describe.
    ///
    /// # Errors
    ///
    /// Never: the body is ignored.
    pub fn empty(&self) -> Result<(), Mismatch> {
        Ok(())
    }

    /// A reply whose status the document does not declare.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn undeclared<T>(&self) -> Result<T, Mismatch> {
        let kind = MismatchKind::UndeclaredStatus;
        Err(Mismatch::new(kind, "the document does not declare this status"))
    }

    fn whole(&self) -> Result<&Bytes, Mismatch> {
        match &self.incomplete {
            None => Ok(&self.body),
            Some(why) => Err(Mismatch::new(MismatchKind::Incomplete, why.clone())),
        }
    }

    /// A whole body whose media type has one of these ends, if any.
    pub(super) fn body_of(
        &self,
        what: &str,
        ends: [&str; 2],
    ) -> Result<&[u8], Mismatch> {
        let body = self.whole()?;
        let media_type = self.media_type();
        if body.is_empty() {
            return Err(Mismatch::new(MismatchKind::Empty, "the body is empty"));
        }
        if media_type.is_empty() || ends.iter().any(|end| media_type.ends_with(end)) {
            return Ok(body);
        }
        let message = match media_type.as_str() {
            "text/html" => {
                format!("the body is HTML in place of {what}, most likely a proxy's")
            }
            other if is_media_type(other) => {
                format!("the body is {other} in place of {what}")
            }
            _ => format!("the body has another content type than {what}"),
        };
        Err(Mismatch::new(MismatchKind::ContentType, message))
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("status", &self.status).finish_non_exhaustive()
    }
}

/// The media type that headers name, in lower case and without parameters.
pub(super) fn media_type(headers: &HeaderMap) -> String {
    let text = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = text.unwrap_or_default().split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Names of the encoding whose bytes are the first characters of Unicode.
const LATIN_1: &[&str] = &["iso-8859-1", "iso8859-1", "latin1"];

/// The `charset` that headers name, in lower case (RFC 9110, 8.3.2).
fn charset(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    text.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    })
}

/// Whether a text can be shown as a media type (RFC 6838, 4.2): a server may write anything.
fn is_media_type(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+/".contains(&byte);
    text.len() <= 100 && text.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use reqwest::StatusCode;
    use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

    use super::Reply;

    fn read(content_type: &'static str, body: &'static [u8]) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        Reply::new(StatusCode::OK, headers, body.into(), 1).text().ok()
    }

    #[test]
    fn a_text_is_read_in_the_encoding_that_it_has() {
        for latin in
            ["text/plain; charset=ISO-8859-1", "text/plain;a=b; Charset=\"latin1\""]
        {
            assert_eq!(read(latin, b"h\xe9llo").as_deref(), Some("h\u{e9}llo"));
        }
        for utf8 in
            ["text/plain", "text/plain; charset=utf-8", "text/plain; x=iso-8859-1"]
        {
            assert_eq!(read(utf8, b"h\xc3\xa9llo").as_deref(), Some("h\u{e9}llo"));
            assert_eq!(read(utf8, b"h\xe9llo"), None);
        }
    }
}
