//! Did you mean, for names of a document.

use super::reader::Reader;
use crate::diagnostic::nearest;

/// How many pieces of advice one reading gives; a document with more slips has another problem.
pub(super) const MOST_ADVICE: u32 = 300;

impl Reader<'_> {
    /// The nearest of `names`, while there is advice left.
    pub(super) fn near<'n>(
        &self,
        written: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let left = self.advice.get().checked_sub(1)?;
        self.advice.set(left);
        nearest(written, names)
    }
}
