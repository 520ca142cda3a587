//! Which properties were there.

/// Which of the listed properties were there, a bit each.
#[derive(Default)]
pub(super) struct Seen {
    /// The first 64.
    first: u64,
    others: Vec<u64>,
}

impl Seen {
    /// Marks one, and whether it had been marked before.
    #[inline]
    pub(super) fn again(&mut self, at: usize) -> bool {
        let bit = 1 << (at % 64);
        let word = match (at / 64).checked_sub(1) {
            None => &mut self.first,
            Some(index) => self.other(index),
        };
        let before = *word & bit != 0;
        *word |= bit;
        before
    }

    #[inline(never)]
    fn other(&mut self, index: usize) -> &mut u64 {
        if self.others.len() <= index {
            self.others.resize(index + 1, 0);
        }
        &mut self.others[index]
    }
}
