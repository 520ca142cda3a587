//! One call being built: path, parameters and body.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use reqwest::Url;
use reqwest::header::{
    ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue,
};
use serde::Serialize;

use super::base_url::BaseUrl;
use super::client::Client;
use super::encode::Place;
use super::json;
use super::path;
use super::style::{Param, Simple};

/// One call being built.
///
/// The first thing that cannot be sent is kept, and is the error of the call before anything of
/// it is sent.
#[must_use = "a call does nothing until it is sent"]
#[derive(Clone)]
pub struct Call {
    pub(super) client: Client,
    pub(super) parts: Box<Parts>,
}

/// What has been put together so far.
#[derive(Clone, Default)]
pub(super) struct Parts {
    /// The server, in place of the client's.
    pub(super) base: Option<Url>,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) cookies: String,
    pub(super) body: Option<Bytes>,
    /// A body of parts that waits for their headers.
    #[cfg(feature = "part-headers")]
    pub(super) waiting: super::form::Waiting,
    /// A body that is made while it is sent, in place of the one above.
    #[cfg(feature = "streams")]
    pub(super) sending: Option<super::stream::Sending>,
    /// Which replies are handed on as they come.
    #[cfg(feature = "streams")]
    pub(super) streams: &'static [super::stream::Streams],
    /// The header `Accept`, where it is not the operation's.
    #[cfg(feature = "streams")]
    pub(super) accept: Option<&'static str>,
    /// The header `Content-Type` of a body, where the caller chose it.
    pub(super) sent_as: Option<&'static str>,
    /// A whole URL, in place of the server's, the path and the query.
    pub(super) whole: Option<Url>,
    pub(super) timeout: Option<Duration>,
    pub(super) problem: Option<String>,
}

impl Call {
    /// Starts a call.
    pub fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
            parts: Box::default(),
        }
    }

    /// Names the server that the document has for this operation alone, absolute or relative to
    /// the client's. It is called when the client's own server is one of the document's; a client
    /// for any other address keeps to that.
    pub fn server(mut self, url: &'static str) -> Self {
        let shared = &self.client.shared;
        if !shared.documented {
            return self;
        }
        match shared.resolved(url, BaseUrl::check) {
            Ok(url) => self.parts.base = Some(url),
            Err(problem) => self.refuse(problem),
        }
        self
    }

    /// Adds literal text of the path template, already as it stands in a URL.
    pub fn path(mut self, literal: &'static str) -> Self {
        self.parts.path.push_str(literal);
        self
    }

    /// Adds a text as a path parameter.
    ///
    /// Everything but unreserved characters is encoded, so a value never leaves its segment. An
    /// empty value, and one that makes its segment `.` or `..`, is refused.
    pub fn segment(self, name: &'static str, value: &str) -> Self {
        self.segment_value(name, value)
    }

    /// Adds a path parameter of `style: simple`: a number, an enum, a date.
    pub fn segment_value(self, name: &'static str, value: impl Serialize) -> Self {
        self.segment_styled(name, Simple::joined(value))
    }

    /// Adds a path parameter in any style.
    pub fn segment_styled(mut self, name: &'static str, param: Param) -> Self {
        match path::segment(name, param) {
            Ok(text) => self.parts.path.push_str(&text),
            Err(problem) => self.refuse(problem),
        }
        self
    }

    /// Adds a query parameter.
    pub fn query(mut self, name: &str, param: Param) -> Self {
        match param.write(name, Place::Query) {
            Ok(written) => join(&mut self.parts.query, "&", &written.text()),
            Err(error) => self.refuse(format!("the query parameter `{name}`: {error}")),
        }
        self
    }

    /// Sets the whole query as one value, a text or JSON, which has no name in it.
    pub fn query_string(mut self, param: Param) -> Self {
        match param.write("", Place::Querystring) {
            Ok(written) => self.parts.query = written.text(),
            Err(error) => self.refuse(format!("the query: {error}")),
        }
        self
    }

    /// Adds a header parameter. A parameter without a value adds no header.
    ///
    /// The header takes the place of one of the same name. `Authorization` belongs to the
    /// client's credentials, and is refused here.
    pub fn header(mut self, name: &'static str, param: Param) -> Self {
        match param.write(name, Place::Header) {
            Ok(written) if written.is_nothing() => {}
            Ok(written) => self.insert_header(name, &written.text()),
            Err(error) => self.refuse(format!("the header `{name}`: {error}")),
        }
        self
    }

    /// Adds a cookie parameter.
    pub fn cookie(mut self, name: &str, param: Param) -> Self {
        match param.write(name, Place::Cookie) {
            Ok(written) => join(&mut self.parts.cookies, "; ", &written.text()),
            Err(error) => self.refuse(format!("the cookie `{name}`: {error}")),
        }
        self
    }

    /// Sets a body of JSON. A number that is NaN or infinite is refused: JSON has no form for it.
    pub fn json(mut self, body: impl Serialize) -> Self {
        match json::encode(&body) {
            Ok(bytes) => self.parts.body = Some(bytes),
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
        self.content_type("application/json")
    }

    /// Sets a body of text.
    pub fn text(mut self, content_type: &'static str, body: impl Into<String>) -> Self {
        self.parts.body = Some(Bytes::from(body.into()));
        self.content_type(content_type)
    }

    /// Sets a body of bytes.
    pub fn bytes(mut self, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        self.parts.body = Some(body.into());
        self.content_type(content_type)
    }

    /// Sets the header `Content-Type` of the body.
    pub fn content_type(mut self, content_type: &'static str) -> Self {
        self.parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        self
    }

    /// Says which media type the body has, in place of the usual one; without a body it is of no use.
    pub fn sent_as(mut self, media_type: &'static str) -> Self {
        self.parts.sent_as = Some(media_type);
        self
    }

    /// Limits the whole call, in place of the operation's and the client's limit.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.parts.timeout = Some(limit);
        self
    }

    fn insert_header(&mut self, name: &'static str, text: &str) {
        let Ok(header) = HeaderName::try_from(name) else {
            return self.refuse(format!("`{name}` is not the name of a header"));
        };
        match HeaderValue::from_str(text) {
            _ if header == reqwest::header::AUTHORIZATION => {
                self.refuse("the header `Authorization` is set by the client's credentials".into());
            }
            Ok(value) => {
                self.parts.headers.insert(header, value);
            }
            Err(_) => self.refuse(format!(
                "the header `{name}` has a character that no header can have, such as a line end"
            )),
        }
    }

    pub(super) fn refuse(&mut self, problem: String) {
        self.parts.problem.get_or_insert(problem);
    }
}

impl Parts {
    /// The headers, with `Accept` and the cookies.
    pub(super) fn headers(&mut self, accept: &'static str) -> Result<HeaderMap, String> {
        #[cfg(feature = "streams")]
        let accept = self.accept.unwrap_or(accept);
        let mut headers = std::mem::take(&mut self.headers);
        if let (Some(chosen), true) = (self.sent_as, headers.contains_key(CONTENT_TYPE))
        {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(chosen));
        }
        if !accept.is_empty() {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        if !self.cookies.is_empty() {
            let cookies = HeaderValue::from_str(&self.cookies).map_err(|_| {
                "a cookie has a character that no header can have".to_owned()
            })?;
            headers.insert(COOKIE, cookies);
        }
        Ok(headers)
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

fn join(text: &mut String, between: &str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(between);
    }
    text.push_str(part);
}
