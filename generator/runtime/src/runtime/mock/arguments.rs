//! A request on its way to an operation: its parameters and its body.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::argument::Argument;
use super::form::Form;
use super::pairs::{self, Pair};
use super::problem::Problem;
use super::received::Received;
use super::route::Captures;
use crate::runtime::json;

/// A request on its way to an operation: its parameters and its body.
#[derive(Debug)]
pub struct Arguments<'a> {
    pub(super) received: &'a Received,
    pub(super) captures: &'a Captures,
}

impl<'a> Arguments<'a> {
    /// A parameter of the path, `style: simple` unless said otherwise.
    pub fn path(&self, name: &'static str) -> Argument {
        let found = self.captures.iter().find(|(captured, _)| captured == name);
        Argument::in_path(name, found.map(|(_, text)| text.as_str()))
    }

    /// A parameter of the query, `style: form` and exploded unless said otherwise.
    pub fn query(&self, name: &'static str) -> Argument {
        Argument::in_query(name, pairs::query(&self.received.query))
    }

    /// The whole query as one value.
    pub fn query_string(&self, name: &'static str) -> Argument {
        let query = self.received.query.as_str();
        Argument::whole_query(name, Some(query).filter(|query| !query.is_empty()))
    }

    /// The whole query as a form, whatever it is called.
    pub fn query_form(&self, _name: &'static str) -> Form {
        Form::query(&self.received.query)
    }

    /// A parameter in a header, `style: simple` unless said otherwise.
    pub fn header(&self, name: &'static str) -> Argument {
        let values = self.received.headers.get_all(name).iter();
        let texts: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
        // RFC 9110, 5.3: several headers of one name are one list.
        let text = (!texts.is_empty()).then(|| texts.join(","));
        Argument::in_header(name, text)
    }

    /// A parameter in a cookie, `style: form` and exploded unless said otherwise.
    pub fn cookie(&self, name: &'static str) -> Argument {
        let pairs: Vec<Pair> = pairs::cookies(&self.received.headers);
        Argument::in_cookie(name, pairs)
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// When it is missing, has another content type, or another shape.
    pub fn json<T: DeserializeOwned>(&self, media_type: &str) -> Result<T, Problem> {
        self.required(media_type).and_then(read)
    }

    /// The body as JSON, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type or another shape.
    pub fn json_optional<T: DeserializeOwned>(
        &self,
        media_type: &str,
    ) -> Result<Option<T>, Problem> {
        self.optional(media_type)?.map(read).transpose()
    }

    /// The body as a form.
    pub fn form(&self, media_type: &str) -> Form {
        Form::urlencoded(self.optional(media_type))
    }

    /// The body as parts.
    pub fn multipart(&self, media_type: &str) -> Form {
        let content_type = self.received.header("content-type").unwrap_or_default();
        Form::multipart(self.optional(media_type), content_type)
    }

    /// The first part of a property, for its headers.
    #[cfg(feature = "part-headers")]
    pub fn part(&self, name: &str) -> super::part_head::PartHead {
        let content_type = self.received.header("content-type").unwrap_or_default();
        super::part_head::PartHead::of(&self.received.body, content_type, name)
    }

    /// The body as XML.
    ///
    /// # Errors
    ///
    /// When it is missing, has another content type, or another shape.
    #[cfg(feature = "xml")]
    pub fn xml<T: DeserializeOwned>(
        &self,
        media_type: &str,
        root: &'static crate::runtime::xml::Node,
    ) -> Result<T, Problem> {
        let body = self.required(media_type)?;
        crate::runtime::xml::decode(body, root)
            .map_err(|mismatch| Problem::new(400, mismatch.to_string()))
    }

    /// The body as XML, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type or another shape.
    #[cfg(feature = "xml")]
    pub fn xml_optional<T: DeserializeOwned>(
        &self,
        media_type: &str,
        root: &'static crate::runtime::xml::Node,
    ) -> Result<Option<T>, Problem> {
        self.optional(media_type)?.map(|_| self.xml(media_type, root)).transpose()
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// When it is missing, has another content type, or is not UTF-8.
    pub fn text(&self, media_type: &str) -> Result<String, Problem> {
        self.required(media_type).and_then(text)
    }

    /// The body as text, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type, or is not UTF-8.
    pub fn text_optional(&self, media_type: &str) -> Result<Option<String>, Problem> {
        self.optional(media_type)?.map(text).transpose()
    }

    /// The body as it is. It may be empty: nothing tells an empty body from none.
    ///
    /// # Errors
    ///
    /// When it has another content type.
    pub fn bytes(&self, media_type: &str) -> Result<Bytes, Problem> {
        self.bytes_optional(media_type).map(Option::unwrap_or_default)
    }

    /// The body as it is, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type.
    pub fn bytes_optional(&self, media_type: &str) -> Result<Option<Bytes>, Problem> {
        self.optional(media_type).map(Option::<&Bytes>::cloned)
    }

    /// The body as items of JSON, one in each line or as a sequence of RFC 7464.
    ///
    /// # Errors
    ///
    /// When it has another content type, or one of the items another shape.
    #[cfg(feature = "streams")]
    pub fn items<T: DeserializeOwned>(
        &self,
        media_type: &str,
    ) -> Result<Vec<T>, Problem> {
        self.items_optional(media_type).map(Option::unwrap_or_default)
    }

    /// The body as items of JSON, when there is one.
    ///
    /// # Errors
    ///
    /// When it has another content type, or one of the items another shape.
    #[cfg(feature = "streams")]
    pub fn items_optional<T: DeserializeOwned>(
        &self,
        media_type: &str,
    ) -> Result<Option<Vec<T>>, Problem> {
        self.optional(media_type)?.map(super::stream::items).transpose()
    }

    fn required(&self, media_type: &str) -> Result<&'a Bytes, Problem> {
        let missing = || Problem::new(400, "the body is missing");
        self.optional(media_type)?.ok_or_else(missing)
    }

    fn optional(&self, media_type: &str) -> Result<Option<&'a Bytes>, Problem> {
        let sent = self.received.media_type();
        if self.received.body.is_empty() && sent.is_empty() {
            return Ok(None);
        }
        if fits(&sent, media_type) {
            return Ok(Some(&self.received.body));
        }
        let sent = if sent.is_empty() { "none".to_owned() } else { format!("`{sent}`") };
        let message = format!("the content type is {sent}, not `{media_type}`");
        Err(Problem::new(415, message))
    }
}

/// Whether a media type is one of the documented ones, which may be ranges (RFC 9110, 12.5.1).
pub(super) fn fits(sent: &str, documented: &str) -> bool {
    documented.split(',').any(|documented| {
        let documented = documented.split(';').next().unwrap_or_default().trim();
        let documented = documented.to_ascii_lowercase();
        match documented.strip_suffix("/*") {
            Some("*") => true,
            Some(kind) => sent.split('/').next() == Some(kind),
            None => sent == documented,
        }
    })
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    if body.is_empty() {
        return Err(Problem::new(400, "the body is missing"));
    }
    json::decode(body).map_err(|mismatch| Problem::new(400, mismatch.to_string()))
}

fn text(body: &Bytes) -> Result<String, Problem> {
    let text = String::from_utf8(body.to_vec());
    text.map_err(|_| Problem::new(400, "the body is not UTF-8"))
}
