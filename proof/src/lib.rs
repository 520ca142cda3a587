//! What judges the generator: code that shares nothing with it but the document's text.
//!
//! * [`text`]: a document as plain JSON, read by somebody else's reader.
//! * [`oracle`]: whether our `Document` says what `openapiv3` and `oas3` say.
//! * [`draw`]: values drawn from the schemas of a document.
//! * [`sent`]: whether the bytes of a request say what they should.
//! * [`support`]: what is supported, by what the cases say.
//! * [`document`]: documents that nobody wrote, drawn like values.
//! * [`fuzz`]: documents that nobody wrote, made of those of the cases.

pub mod document;
pub mod draw;
pub mod fuzz;
pub mod oracle;
mod resolve;
pub mod sent;
pub mod support;
pub mod text;
