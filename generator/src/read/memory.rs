//! A document that is in memory already, as servers hold it that describe themselves.

use openapiv3::OpenAPI;

use crate::diagnostic::Source;

impl From<&OpenAPI> for Source {
    /// The document as JSON text, so that it is read and reported on like any other.
    ///
    /// One that does not serialise becomes an empty text, which [`read`](super::read) refuses.
    fn from(document: &OpenAPI) -> Self {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        Self::new("openapi (in memory)", text)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use openapiv3::OpenAPI;

    use crate::diagnostic::{Diagnostics, Source};
    use crate::document::Version;
    use crate::read::read;

    #[test]
    fn a_document_in_memory_is_read_like_its_text() {
        let text = r#"{"openapi": "3.0.3", "info": {"title": "T", "version": "1.10"},
            "paths": {"/a": {"get": {"responses": {"204": {"description": "Done"}}}}}}"#;
        let document: OpenAPI = serde_json::from_str(text).unwrap();
        let source = Source::from(&document);
        let mut diagnostics = Diagnostics::new();
        let document = read(&source, &mut diagnostics);
        assert_eq!(diagnostics.iter().count(), 0);
        assert_eq!(
            (document.version, &*document.info.version.text),
            (Version::V3_0, "1.10")
        );
        assert_eq!(&*document.paths[0].name.text, "/a");
    }
}
