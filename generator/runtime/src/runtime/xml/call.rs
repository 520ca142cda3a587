//! Bodies of a call that are XML.

use bytes::Bytes;
use serde::Serialize;

use super::table::Node;
use super::write::write;
use crate::runtime::call::Call;
use crate::runtime::json;

impl Call {
    /// Sets a body of `application/xml`, as its table says. A text that XML cannot hold, as one with
    /// U+0000, is refused.
    pub fn xml(mut self, body: impl Serialize, root: &'static Node) -> Self {
        match json::encode(&body).and_then(|text| write(&text, root)) {
            Ok(text) => self.parts.body = Some(Bytes::from(text)),
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
        self.content_type("application/xml")
    }
}
