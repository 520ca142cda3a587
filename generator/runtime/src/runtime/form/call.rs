//! Bodies of a call that are forms.

use bytes::Bytes;
use reqwest::header::CONTENT_TYPE;
use serde::Serialize;

use super::FormField;
use super::multipart::{Parts, multipart, read};
use super::pairs::Pair;
use super::urlencoded::urlencoded;
use crate::runtime::call::Call;
#[cfg(feature = "streams")]
use crate::runtime::stream::Piece;

impl Call {
    /// Sets a body of `application/x-www-form-urlencoded`: the properties of an object, each
    /// written as its field says.
    pub fn form(mut self, body: impl Serialize, fields: &[FormField]) -> Self {
        match urlencoded(body, fields) {
            Ok(text) => self.parts.body = Some(Bytes::from(text)),
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
        self.content_type("application/x-www-form-urlencoded")
    }

    /// Sets the whole query as a form: the properties of an object, each written as its field
    /// says.
    pub fn query_form(mut self, query: impl Serialize, fields: &[FormField]) -> Self {
        match urlencoded(query, fields) {
            Ok(text) => self.parts.query = text,
            Err(problem) => self.refuse(format!("the query: {problem}")),
        }
        self
    }

    /// Sets a body of `multipart/form-data`: the properties of an object, each written as its
    /// field says.
    pub fn multipart(mut self, body: impl Serialize, fields: &[FormField]) -> Self {
        match read(body, fields) {
            Ok(pairs) => self.pairs(&pairs),
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
        self
    }

    /// Puts a body together.
    pub(super) fn pairs(&mut self, pairs: &[Pair]) {
        match multipart(pairs) {
            Ok((media_type, parts)) => {
                self.parts.headers.insert(CONTENT_TYPE, media_type);
                self.parts(parts);
            }
            Err(problem) => self.refuse(format!("the body: {problem}")),
        }
    }

    fn parts(&mut self, parts: Parts) {
        let rest = Bytes::from(parts.bytes);
        #[cfg(feature = "streams")]
        if !parts.pieces.is_empty() {
            let mut pieces = parts.pieces;
            pieces.push(Piece::Bytes(rest));
            return self.pieces(pieces);
        }
        self.parts.body = Some(rest);
    }
}
