//! What judges the generator: code that shares nothing with it but the document's text.
//!
//! * [`text`]: a document as plain JSON, read by somebody else's reader.
//! * [`oracle`]: whether our `Document` says what `openapiv3` and `oas3` say.

pub mod oracle;
pub mod text;
