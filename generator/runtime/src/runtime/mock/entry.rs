//! An operation in the table of a mock.

use std::pin::Pin;

use super::answer::{Answer, Sample};
use super::arguments::Arguments;
use super::mocked::Mocked;
use super::problem::Problem;
use crate::runtime::OperationInfo;

/// An operation in the table of a mock.
#[doc(hidden)]
pub struct Entry {
    pub(super) info: OperationInfo,
    pub(super) reads: &'static str,
    pub(super) samples: &'static [Sample],
    #[cfg(feature = "headers")]
    pub(super) headers: &'static [super::headers::SampleHeader],
    pub(super) check: fn(&Arguments<'_>) -> Result<(), Problem>,
}

/// An answer on its way.
pub(super) type Answering = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// What a test set for an operation: reads the request and begins to answer it.
pub(super) type Handler =
    Box<dyn Fn(&Arguments<'_>) -> Result<Answering, Problem> + Send + Sync>;

impl Entry {
    /// The entry of an operation.
    #[must_use]
    pub const fn of<O: Mocked>() -> Self {
        Self {
            info: O::INFO,
            reads: O::READS,
            samples: O::SAMPLES,
            #[cfg(feature = "headers")]
            headers: O::HEADERS,
            check: |request| O::call(request).map(drop),
        }
    }

    /// The sample of a status.
    pub(super) fn sample(&self, status: u16) -> Answer {
        #[cfg(feature = "headers")]
        if let Some(answer) = super::headers::sample(self, status) {
            return answer;
        }
        let known = self.samples.iter().find(|sample| sample.status == status);
        known.map_or_else(|| Answer::empty(status), |sample| sample.answer())
    }

    /// The sample of the success.
    pub(super) fn success(&self) -> Answer {
        #[cfg(feature = "headers")]
        if let Some(answer) = super::headers::success(self) {
            return answer;
        }
        self.samples.first().map_or_else(|| Answer::empty(200), |sample| sample.answer())
    }
}
