//! The headers that the document describes answers with.

use super::answer::Answer;
use super::entry::Entry;

/// A header that an answer of a status must come with.
#[derive(Debug, Clone, Copy)]
pub struct SampleHeader {
    /// The status.
    pub status: u16,
    /// The name.
    pub name: &'static str,
    /// A value.
    pub value: &'static str,
}

impl Answer {
    /// Adds the headers that an answer of this status must come with, and that are not set.
    pub fn described(mut self, headers: &[SampleHeader]) -> Self {
        let status = self.status();
        for header in headers.iter().filter(|header| header.status == status) {
            let is_it = |name: &str| name.eq_ignore_ascii_case(header.name);
            if !self.headers.iter().any(|(name, _)| is_it(name.as_str())) {
                self = self.header(header.name, header.value);
            }
        }
        self
    }
}

/// The sample of a status, where it has headers.
pub(super) fn sample(entry: &Entry, status: u16) -> Option<Answer> {
    let sample = entry.samples.iter().find(|sample| sample.status == status)?;
    Some(sample.answer().described(entry.headers))
}

/// The sample of the success, where it has headers.
pub(super) fn success(entry: &Entry) -> Option<Answer> {
    Some(entry.samples.first()?.answer().described(entry.headers))
}
