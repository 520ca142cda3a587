//! Replies whose body is XML.

use reqwest::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use super::read::{Broken, is_utf8, read};
use super::table::Node;
use crate::runtime::json;
use crate::runtime::mismatch::{Mismatch, MismatchKind};
use crate::runtime::reply::Reply;

impl Reply {
    /// Decodes a body of XML, as its table says.
    ///
    /// # Errors
    ///
    /// When the body is missing, of another content type or encoding, not XML, or of another shape.
    pub fn xml<T: DeserializeOwned>(&self, root: &'static Node) -> Result<T, Mismatch> {
        let body = self.body_of("XML", ["/xml", "+xml"])?;
        if self.charset().is_some_and(|name| !is_utf8(&name)) {
            let message = "the body is not UTF-8, the only encoding that is read";
            return Err(Mismatch::new(MismatchKind::Malformed, message));
        }
        decode(body, root)
    }

    /// The encoding that the content type names (RFC 7303, 3).
    fn charset(&self) -> Option<String> {
        let text = self.headers.get(CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
        let named =
            text.split(';').find_map(|part| part.trim().strip_prefix("charset="));
        named.map(|name| name.trim_matches('"').to_owned())
    }
}

/// Decodes an XML text.
pub(crate) fn decode<T: DeserializeOwned>(
    body: &[u8],
    root: &'static Node,
) -> Result<T, Mismatch> {
    let value = read(body, root).map_err(|broken| match broken {
        Broken::Malformed(message) => Mismatch::new(MismatchKind::Malformed, message),
        Broken::Root => {
            let of = match root.namespace {
                "" => String::new(),
                namespace => format!(" of the namespace `{namespace}`"),
            };
            let message =
                format!("the root of the XML is not the element `{}`{of}", root.name);
            Mismatch::new(MismatchKind::Shape, message)
        }
    })?;
    // Through its text, so that an error finds its path.
    json::decode(value.to_string().as_bytes())
}
