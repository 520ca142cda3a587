//! The properties of an object, read one after the other.

use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Error, IgnoredAny, MapAccess};

use super::key::{Key, KeySeed};
use super::lenient::Lenient;

/// The properties of an object, read one after the other.
///
/// The first error is kept here and ends the object, so that a struct's own code has no error to
/// pass on for each of its fields: that is most of what it would cost to compile.
pub struct Fields<'de, A: MapAccess<'de>> {
    map: A,
    keys: &'static [&'static str],
    keep_others: bool,
    guess: usize,
    seen: Seen,
    other: String,
    error: Option<A::Error>,
    lifetime: PhantomData<&'de ()>,
}

/// Which of the listed properties were there.
enum Seen {
    Few(u128),
    Many(Vec<bool>),
}

impl<'de, A: MapAccess<'de>> Fields<'de, A> {
    /// What [`key`](Self::key) returns for a property that is not listed.
    pub const OTHER: &'static str = "\0other";

    pub(super) fn new(map: A, keys: &'static [&'static str], keep_others: bool) -> Self {
        Self {
            map,
            keys,
            keep_others,
            guess: 0,
            seen: Seen::none_of(keys.len()),
            other: String::new(),
            error: None,
            lifetime: PhantomData,
        }
    }

    /// The name of the next property; `None` at the end of the object or after an error.
    pub fn key(&mut self) -> Option<&'static str> {
        if self.error.is_some() {
            return None;
        }
        let seed = KeySeed {
            keys: self.keys,
            guess: self.guess,
            keep_others: self.keep_others,
        };
        match self.map.next_key_seed(seed) {
            Ok(Some(Key::Listed(at))) => self.listed(at),
            Ok(Some(Key::Other(name))) => {
                self.other = name.unwrap_or_default();
                Some(Self::OTHER)
            }
            Ok(None) => None,
            Err(error) => self.fail(error),
        }
    }

    /// Reads the value of a required property.
    pub fn required<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        match self.map.next_value() {
            Ok(value) => *slot = Some(value),
            Err(error) => self.error = Some(error),
        }
    }

    /// Reads the value of an optional property. A `null` where the document allows none is
    /// nothing, as many servers mean it.
    pub fn optional<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        match self.map.next_value() {
            Ok(Lenient(value)) => *slot = value,
            Err(error) => self.error = Some(error),
        }
    }

    /// Skips the value of a property that is not listed.
    pub fn skip(&mut self) {
        if let Err(error) = self.map.next_value::<IgnoredAny>() {
            self.error = Some(error);
        }
    }

    /// Keeps a property that is not listed.
    pub fn keep<T: Deserialize<'de>>(&mut self, others: &mut impl Extend<(String, T)>) {
        let name = std::mem::take(&mut self.other);
        match self.map.next_value() {
            Ok(value) => others.extend([(name, value)]),
            Err(error) => self.error = Some(error),
        }
    }

    /// The value of a required property, which must have been there.
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

    fn listed(&mut self, at: usize) -> Option<&'static str> {
        let key = *self.keys.get(at)?;
        self.guess = at + 1;
        if self.seen.again(at) {
            return self.fail(A::Error::duplicate_field(key));
        }
        Some(key)
    }

    fn fail<T>(&mut self, error: A::Error) -> Option<T> {
        self.error = Some(error);
        None
    }
}

impl Seen {
    fn none_of(count: usize) -> Self {
        if count <= 128 { Self::Few(0) } else { Self::Many(vec![false; count]) }
    }

    /// Marks one, and whether it had been marked before.
    fn again(&mut self, at: usize) -> bool {
        match self {
            Self::Few(bits) => {
                let bit = 1_u128 << (at % 128);
                let before = *bits & bit != 0;
                *bits |= bit;
                before
            }
            Self::Many(marks) => {
                marks.get_mut(at).is_some_and(|mark| std::mem::replace(mark, true))
            }
        }
    }
}
