//! A call that is made again for another page.

use percent_encoding::percent_decode_str;
use reqwest::Url;

use crate::runtime::call::Call;
use crate::runtime::encode::strict;
use crate::runtime::send::url;
use crate::runtime::style::Form;

impl Call {
    /// The URL that it is sent to.
    pub(super) fn url(&self) -> Result<Url, String> {
        url(self.server_url(), &self.parts)
    }

    /// The server that it is sent to.
    pub(super) fn server_url(&self) -> &Url {
        self.parts.base.as_ref().unwrap_or(&self.client.shared.base)
    }

    /// The same call, to another URL, which has its own query.
    pub(super) fn at(mut self, url: Url) -> Self {
        self.parts.whole = Some(url);
        self
    }

    /// What a parameter of the query is set to.
    pub(super) fn query_value(&self, name: &str) -> Option<String> {
        let start = format!("{}=", strict(name));
        let mut pairs = self.parts.query.split('&');
        let text = pairs.find_map(|pair| pair.strip_prefix(&start))?;
        Some(percent_decode_str(text).decode_utf8_lossy().into_owned())
    }

    /// The same call, with another value of a parameter of the query.
    pub(super) fn with_query(mut self, name: &'static str, value: &str) -> Self {
        let start = format!("{}=", strict(name));
        let pairs = self.parts.query.split('&');
        let others: Vec<&str> = pairs.filter(|pair| !pair.starts_with(&start)).collect();
        self.parts.query = others.join("&");
        self.query(name, Form::exploded(value))
    }
}
