//! Finding a property by its name, without copying the name.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// What stands for a property that is not listed.
pub(super) const OTHER: usize = usize::MAX;

/// The names of properties: it reads the place of one in the list, or [`OTHER`].
pub(super) struct Names {
    listed: &'static [&'static str],
    /// Where the next property stands when the server keeps the document's order.
    guess: usize,
    keep_others: bool,
    /// The name that was read last and is not listed, where those are kept.
    pub(super) other: String,
}

impl Names {
    pub(super) fn new(listed: &'static [&'static str], keep_others: bool) -> Self {
        Self {
            listed,
            guess: 0,
            keep_others,
            other: String::new(),
        }
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> usize {
        let at = |keys: &[&str]| keys.iter().position(|key| is_same(key, name));
        let (before, after) =
            self.listed.split_at_checked(self.guess).unwrap_or((self.listed, &[]));
        if let Some(at) = at(after) {
            return before.len() + at;
        }
        if let Some(at) = at(before) {
            return at;
        }
        if self.keep_others {
            name.clone_into(&mut self.other);
        }
        OTHER
    }
}

impl<'de> DeserializeSeed<'de> for &mut Names {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Names {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let next = self.listed.get(self.guess);
        let at = if next.is_some_and(|next| is_same(next, name)) {
            self.guess
        } else {
            self.find(name)
        };
        if at != OTHER {
            self.guess = at + 1;
        }
        Ok(at)
    }
}

/// Whether two names are the same. Most have four to sixteen bytes, for which a call would cost more than comparing their
/// two ends does, which may overlap.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len()
        && match one.len() {
            0..4 => one.iter().eq(other),
            4..=8 => have_same_ends::<4>(one, other),
            9..=16 => have_same_ends::<8>(one, other),
            _ => one == other,
        }
}

#[inline]
fn have_same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.last_chunk::<N>() == other.last_chunk()
        && one.first_chunk::<N>() == other.first_chunk()
}
