//! Finding a property by its name, without copying the name.

use std::fmt;
use std::ops::RangeInclusive;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

/// What stands for a property that is not listed.
pub(super) const OTHER: usize = usize::MAX;

/// What stands for the end of the object.
pub(super) const END: usize = OTHER - 1;

/// The names of properties: it reads the place of one in the list, or [`OTHER`].
pub struct Names {
    pub(super) listed: &'static [&'static str],
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

    /// Reads the next name: its place, [`OTHER`], or [`END`].
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "in a function of its own, its result would go through memory once more"
    )]
    pub(super) fn next<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<usize, A::Error> {
        map.next_key_seed(self).map(|at| at.unwrap_or(END))
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> usize {
        let by_ends = ENDS.contains(&name.len());
        let is = |key: &&str| if by_ends { is_same(key, name) } else { *key == name };
        let at = |keys: &[&str]| keys.iter().position(is);
        let (before, after) =
            self.listed.split_at_checked(self.guess).unwrap_or((self.listed, &[]));
        let found = at(after).map(|at| before.len() + at).or_else(|| at(before));
        if let Some(at) = found {
            self.guess = at + 1;
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

impl<'de> Visitor<'de> for &mut Names {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    // A name without escapes, as nearly all are.
    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<usize, E> {
        let at = self.guess;
        if self.listed.get(at).is_some_and(|next| is_same(next, name)) {
            self.guess = at + 1;
            return Ok(at);
        }
        Ok(self.find(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok(self.find(name))
    }
}

/// How long names are that [`is_same`] knows of.
const ENDS: RangeInclusive<usize> = 2..=32;

/// Whether two names of two to thirty-two bytes are the same: a call would cost more than comparing their two ends does,
/// which may overlap. It does not know of names of other lengths.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let length = one.len();
    if length != other.len() {
        false
    } else if length >= 8 {
        if length <= 16 {
            have_same_ends::<8>(one, other)
        } else {
            length <= 32 && have_same_ends::<16>(one, other)
        }
    } else if length >= 4 {
        have_same_ends::<4>(one, other)
    } else {
        length >= 2 && have_same_ends::<2>(one, other)
    }
}

#[inline]
fn have_same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.last_chunk::<N>() == other.last_chunk()
        && one.first_chunk::<N>() == other.first_chunk()
}
