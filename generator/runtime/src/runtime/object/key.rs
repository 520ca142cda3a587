//! Finding a property by its name, without copying the name.

use std::fmt;
use std::ops::RangeInclusive;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::places::{Listed, Places, hash};

/// What stands for a property that is not listed.
pub(super) const OTHER: usize = usize::MAX;

/// What stands for the end of the object.
pub(super) const END: usize = OTHER - 1;

/// The names of properties: it reads the place of one in the list, or [`OTHER`].
pub struct Names {
    pub(super) listed: &'static [&'static str],
    /// Where to look for them, if not empty.
    places: &'static [u8],
    /// Where the next property stands when the server keeps the document's order.
    guess: usize,
    keep_others: bool,
    /// The name that was read last and is not listed, where those are kept.
    pub(super) other: String,
}

impl Names {
    pub(super) fn of<T: Listed>(keep_others: bool) -> Self {
        Self {
            listed: T::NAMES,
            places: Places::<T>::TABLE,
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

    // It calls nothing but its other half, at its end, so that it saves no registers.
    #[inline(never)]
    fn find(&mut self, name: &str) -> usize {
        let place = hash(name) & self.places.len().wrapping_sub(1);
        if let Some(at) = self.places.get(place) {
            let at = usize::from(*at);
            match self.listed.get(at) {
                Some(listed) if is_same(listed, name) => {
                    self.guess = at + 1;
                    return at;
                }
                None if !self.keep_others => return OTHER,
                _ => {}
            }
        }
        self.find_after(place, name)
    }

    #[inline(never)]
    fn find_after(&mut self, place: usize, name: &str) -> usize {
        let found = if self.places.is_empty() {
            self.walk(name)
        } else {
            self.look_up(place, name)
        };
        if let Some(at) = found {
            self.guess = at + 1;
            return at;
        }
        if self.keep_others {
            name.clone_into(&mut self.other);
        }
        OTHER
    }

    /// Looks into the table from a place on, up to one that is free.
    fn look_up(&self, place: usize, name: &str) -> Option<usize> {
        let mut place = place;
        loop {
            let at = usize::from(*self.places.get(place)?);
            if is(self.listed.get(at)?, name) {
                return Some(at);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }

    /// Looks at each name, from the one that should come next.
    fn walk(&self, name: &str) -> Option<usize> {
        let at = |keys: &[&str]| keys.iter().position(|key| is(key, name));
        let (before, after) =
            self.listed.split_at_checked(self.guess).unwrap_or((self.listed, &[]));
        at(after).map(|at| before.len() + at).or_else(|| at(before))
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

/// Whether two names are the same.
fn is(one: &str, other: &str) -> bool {
    if ENDS.contains(&one.len()) { is_same(one, other) } else { one == other }
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

#[cfg(test)]
mod tests {
    use serde::de::value::{BorrowedStrDeserializer, Error};

    use super::*;

    /// Three hundred names of one to ten bytes.
    const NAMES: [&str; 300] = {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN".as_bytes();
        let mut names = [""; 300];
        let mut at = 0;
        while at < names.len() {
            let (name, _) = letters.split_at(at / 10).1.split_at(1 + at % 10);
            names[at] = match str::from_utf8(name) {
                Ok(name) => name,
                Err(_) => panic!(),
            };
            at += 1;
        }
        names
    };

    /// The first of them.
    struct First<const COUNT: usize>;

    impl<const COUNT: usize> Listed for First<COUNT> {
        const NAMES: &'static [&'static str] = NAMES.split_at(COUNT).0;
    }

    struct SameEnds;

    impl Listed for SameEnds {
        const NAMES: &'static [&'static str] =
            &["12345678-a-12345678", "12345678-b-12345678", "12345678-c-12345678"];
    }

    /// Where names stand, asked for from the last to the first.
    fn places<T: Listed>(asked: &[&'static str]) -> Result<Vec<usize>, Error> {
        let mut names = Names::of::<T>(false);
        let place =
            |name: &&'static str| names.deserialize(BorrowedStrDeserializer::new(name));
        asked.iter().rev().map(place).collect()
    }

    fn each_is_found<const COUNT: usize>() {
        let backwards: Vec<usize> = (0..COUNT).rev().collect();
        let (first, others) = NAMES.split_at(COUNT);
        assert_eq!(places::<First<COUNT>>(first), Ok(backwards));
        assert_eq!(places::<First<COUNT>>(others), Ok(vec![OTHER; 300 - COUNT]));
    }

    #[test]
    fn names_are_found_in_lists_of_every_size() {
        each_is_found::<0>();
        each_is_found::<1>();
        each_is_found::<2>();
        each_is_found::<3>();
        each_is_found::<4>();
        each_is_found::<5>();
        each_is_found::<32>();
        each_is_found::<33>();
        each_is_found::<128>();
        each_is_found::<129>();
        each_is_found::<254>();
        each_is_found::<255>();
        each_is_found::<256>();
        each_is_found::<257>();
        each_is_found::<300>();
        assert_eq!(places::<SameEnds>(SameEnds::NAMES), Ok(vec![2, 1, 0]));
    }

    #[test]
    fn a_table_is_made_where_it_pays() {
        assert_eq!(Places::<First<2>>::TABLE.len(), 0);
        assert_eq!(Places::<First<3>>::TABLE.len(), 16);
        assert_eq!(Places::<First<4>>::TABLE.len(), 16);
        assert_eq!(Places::<First<24>>::TABLE.len(), 128);
        assert_eq!(Places::<First<254>>::TABLE.len(), 1024);
        assert_eq!(Places::<First<255>>::TABLE.len(), 0);
    }
}
