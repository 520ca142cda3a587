//! The properties of an object, read one after the other.

use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Error, IgnoredAny, MapAccess};

use super::key::{Names, OTHER};
use super::lenient::Lenient;

/// The properties of an object, read one after the other.
///
/// The first error is kept here and ends the object, so that a struct's own code has no error to
/// pass on for each of its fields: that is most of what it would cost to compile.
pub struct Fields<'de, A: MapAccess<'de>> {
    map: A,
    names: Names,
    seen: Seen,
    error: Option<A::Error>,
    lifetime: PhantomData<&'de ()>,
}

/// Which of the listed properties were there, a bit each.
#[derive(Default)]
struct Seen {
    /// The first 64.
    first: u64,
    others: Vec<u64>,
}

impl<'de, A: MapAccess<'de>> Fields<'de, A> {
    pub(super) fn new(map: A, keys: &'static [&'static str], keep_others: bool) -> Self {
        Self {
            map,
            names: Names {
                listed: keys,
                guess: 0,
                keep_others,
                other: String::new(),
            },
            seen: Seen::default(),
            error: None,
            lifetime: PhantomData,
        }
    }

    /// Goes on to the next property: how many are listed before it, or [`usize::MAX`] for one that is not listed. `None`
    /// at the end of the object or after an error.
    #[inline]
    pub fn next_property(&mut self) -> Option<usize> {
        if self.error.is_some() {
            return None;
        }
        match self.map.next_key_seed(&mut self.names) {
            Ok(Some(at)) if at == OTHER || self.is_first(at) => Some(at),
            Ok(_) => None,
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    /// Reads the value of a required property, if none before it is left to ask. Whether it was.
    #[inline]
    pub fn required<T: Deserialize<'de>>(
        &mut self,
        before: &mut usize,
        slot: &mut Option<T>,
    ) -> bool {
        let turn = is_turn(before);
        if turn {
            match self.map.next_value() {
                Ok(value) => *slot = Some(value),
                Err(error) => self.error = Some(error),
            }
        }
        turn
    }

    /// Reads the value of an optional property, if none before it is left to ask. Whether it was. A `null` where the document allows none is
    /// nothing, as many servers mean it.
    #[inline]
    pub fn optional<T: Deserialize<'de>>(
        &mut self,
        before: &mut usize,
        slot: &mut Option<T>,
    ) -> bool {
        let turn = is_turn(before);
        if turn {
            match self.map.next_value() {
                Ok(Lenient(value)) => *slot = value,
                Err(error) => self.error = Some(error),
            }
        }
        turn
    }

    /// Skips the value of a property that is not listed.
    #[inline]
    pub fn skip(&mut self) {
        if let Err(error) = self.map.next_value::<IgnoredAny>() {
            self.error = Some(error);
        }
    }

    /// Keeps a property that is not listed.
    pub fn keep<T: Deserialize<'de>>(&mut self, others: &mut impl Extend<(String, T)>) {
        let name = std::mem::take(&mut self.names.other);
        match self.map.next_value() {
            Ok(value) => others.extend([(name, value)]),
            Err(error) => self.error = Some(error),
        }
    }

    /// The value of a required property, which must have been there.
    #[inline]
    pub fn present<T>(&mut self, slot: Option<T>, key: &'static str) -> Option<T> {
        if slot.is_none() && self.error.is_none() {
            self.error = Some(A::Error::missing_field(key));
        }
        slot
    }

    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, A::Error> {
        match (self.error, value) {
            (Some(error), _) => Err(error),
            (None, Some(value)) => Ok(value),
            // `present` leaves an error whenever it returns nothing.
            (None, None) => Err(A::Error::custom("a property is missing")),
        }
    }

    #[inline]
    fn is_first(&mut self, at: usize) -> bool {
        let again = self.seen.again(at);
        if again {
            let key = self.names.listed.get(at).copied().unwrap_or_default();
            self.error = Some(A::Error::duplicate_field(key));
        }
        !again
    }
}

impl Seen {
    /// Marks one, and whether it had been marked before.
    #[inline]
    fn again(&mut self, at: usize) -> bool {
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

/// Whether none is left before it; counts it as asked.
#[inline]
fn is_turn(before: &mut usize) -> bool {
    let turn = *before == 0;
    *before = before.wrapping_sub(1);
    turn
}
