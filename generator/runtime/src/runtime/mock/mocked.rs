//! What a mock knows of an operation.

use super::answer::{Answer, Sample};
use super::arguments::Arguments;
use super::problem::Problem;
use crate::runtime::Operation;

/// The sample answers of an operation.
pub trait Sampled {
    /// Answers by status, that of the success first; each body is the document's own example or
    /// made from its schema.
    const SAMPLES: &'static [Sample];
}

/// An operation as the server sees it: how its requests are read and its answers are written.
pub trait Mocked: Operation + Sampled + 'static {
    /// A request, with its parameters and body as the document types them.
    type Call: Send + 'static;

    /// Reads a request.
    ///
    /// # Errors
    ///
    /// When the request is not as the document describes it.
    fn call(request: &Arguments<'_>) -> Result<Self::Call, Problem>;

    /// The answer that a success is: its documented status and its body.
    fn success(output: Self::Output) -> Answer;

    /// The answer that a documented error is.
    fn failure(error: Self::Error) -> Answer;
}
