//! Finding a property by its name, without copying the name.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::find::{Listed, MOST, OTHER, place};

/// What stands for the end of the object.
pub(super) const END: usize = OTHER - 1;

/// The names of a type's properties: it reads the place of one in the list, or [`OTHER`].
pub(super) struct Names<O> {
    /// Where the next property stands when the server keeps the document's order.
    guess: usize,
    keep_others: bool,
    /// The name that was read last and is not listed, where those are kept.
    pub(super) other: String,
    of: PhantomData<O>,
}

impl<O: Listed> Names<O> {
    /// Whether there are so many that it is worth to look first where the next one is likely to stand.
    const MANY: bool = O::NAMES.len() > MOST;

    pub(super) fn new(keep_others: bool) -> Self {
        Self {
            guess: 0,
            keep_others,
            other: String::new(),
            of: PhantomData,
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

    #[inline]
    fn find(&mut self, name: &str) -> usize {
        let guess = self.guess;
        let at = if Self::MANY && O::NAMES.get(guess).is_some_and(|next| *next == name) {
            guess
        } else {
            place::<O>(name, guess)
        };
        if at == OTHER {
            return self.keep(name);
        }
        if Self::MANY {
            self.guess = at + 1;
        }
        at
    }

    #[inline(never)]
    fn keep(&mut self, name: &str) -> usize {
        if self.keep_others {
            name.clone_into(&mut self.other);
        }
        OTHER
    }
}

impl<'de, O: Listed> DeserializeSeed<'de> for &mut Names<O> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<O: Listed> Visitor<'_> for &mut Names<O> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok(self.find(name))
    }
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
        let mut names = Names::<T>::new(false);
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
        each_is_found::<31>();
        each_is_found::<32>();
        each_is_found::<33>();
        each_is_found::<64>();
        each_is_found::<65>();
        each_is_found::<128>();
        each_is_found::<129>();
        each_is_found::<224>();
        each_is_found::<225>();
        each_is_found::<255>();
        each_is_found::<256>();
        each_is_found::<257>();
        each_is_found::<300>();
        assert_eq!(places::<SameEnds>(SameEnds::NAMES), Ok(vec![2, 1, 0]));
    }
}
