//! What a mock knows of an operation.

use super::answer::{Answer, Sample};
use super::arguments::Arguments;
use super::problem::Problem;
use crate::runtime::Operation;

/// How the answers of an operation are written.
pub trait Answers: Operation {
    /// Answers by status, that of the success first; each body is the document's own example or
    /// made from its schema.
    const SAMPLES: &'static [Sample];

    /// The media type of the body, where the operation is one of several for one method and path
    /// which differ in it; else empty.
    const READS: &'static str = "";

    /// The headers that answers must come with.
    #[cfg(feature = "headers")]
    const HEADERS: &'static [super::headers::SampleHeader] = &[];

    /// The answer that a success is: its documented status and its body.
    fn success(output: Self::Output) -> Answer;

    /// The answer that a documented error is. Where the document describes a hundred statuses at
    /// once, it has the first of them that is not described by itself.
    fn failure(error: Self::Error) -> Answer;
}

/// An operation as the server sees it: how its requests are read and its answers are written.
pub trait Mocked: Answers + 'static {
    /// A request, with its parameters and body as the document types them.
    type Call: Send + 'static;

    /// Reads a request.
    ///
    /// # Errors
    ///
    /// When the request is not as the document describes it.
    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem>;
}
