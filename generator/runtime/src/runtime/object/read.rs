//! Reading the properties of an object.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::key::{Names, OTHER};
use super::lenient::Lenient;

// The table of an object names them so.
pub use {Optional as optional, Required as required};

/// Reads an object: `of` is the struct's name, for errors.
///
/// # Errors
///
/// When what stands there is not an object, or a property of it has another shape, stands there
/// twice, or is required and missing.
pub fn object<'de, T: Slots<'de>, D: Deserializer<'de>>(
    deserializer: D,
    of: &'static str,
    keys: &'static [&'static str],
) -> Result<T, D::Error> {
    deserializer.deserialize_map(Properties {
        of,
        keys,
        slots: PhantomData,
    })
}

struct Properties<T> {
    of: &'static str,
    keys: &'static [&'static str],
    slots: PhantomData<T>,
}

impl<'de, T: Slots<'de>> Visitor<'de> for Properties<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.of)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let key = |at: usize| self.keys.get(at).copied().unwrap_or_default();
        let mut names = Names::new(self.keys, T::KEEPS_OTHERS);
        let mut open = T::Open::default();
        while let Some(at) = map.next_key_seed(&mut names)? {
            if at == OTHER {
                T::read_other(&mut open, &mut names.other, &mut map)?;
            } else if !T::read(&mut open, at, &mut map)? {
                return Err(A::Error::duplicate_field(key(at)));
            }
        }
        T::close(open, 0).map_err(|at| A::Error::missing_field(key(at)))
    }
}

/// The values of an object's properties, in the order of their names.
pub trait Slots<'de>: Sized {
    /// The slots while the object is read: some have no value yet.
    type Open: Default;
    /// How many there are.
    const COUNT: usize;
    /// Whether properties that are not listed have a place.
    const KEEPS_OTHERS: bool;

    /// Reads the value of the property at a place in the list, unless it was read before. Whether it was not.
    ///
    /// # Errors
    ///
    /// When the value has another shape.
    fn read<A: MapAccess<'de>>(
        open: &mut Self::Open,
        at: usize,
        map: &mut A,
    ) -> Result<bool, A::Error>;

    /// Reads or skips the value of a property that is not listed. Its name is to be had only where such are kept.
    ///
    /// # Errors
    ///
    /// When the value has another shape.
    fn read_other<A: MapAccess<'de>>(
        open: &mut Self::Open,
        name: &mut String,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// The values, at the end of the object; `at` is the place of the first of these slots.
    ///
    /// # Errors
    ///
    /// The place of a property that is missing.
    fn close(open: Self::Open, at: usize) -> Result<Self, usize>;
}

/// The value of one property.
pub trait Slot<'de>: Sized {
    /// What is read.
    type Value;

    /// Reads it.
    ///
    /// # Errors
    ///
    /// When the value has another shape.
    fn read<A: MapAccess<'de>>(map: &mut A) -> Result<Self::Value, A::Error>;

    /// The value at the end of the object, if there may be such a one.
    fn close(value: Option<Self::Value>) -> Option<Self>;
}

/// A property that must be there.
pub struct Required<T>(pub T);

/// A property that may be missing. A `null` where the document allows none is nothing, as many servers mean it.
pub struct Optional<T>(pub Option<T>);

/// Many properties, and those after them.
pub struct Blocks<Block, More>(pub Block, pub More);

/// The properties that are not listed.
pub struct Rest<T>(pub T);

impl<'de, T: Deserialize<'de>> Slot<'de> for Required<T> {
    type Value = T;

    #[inline]
    fn read<A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
        map.next_value()
    }

    #[inline]
    fn close(value: Option<T>) -> Option<Self> {
        value.map(Self)
    }
}

impl<'de, T: Deserialize<'de>> Slot<'de> for Optional<T> {
    type Value = Option<T>;

    #[inline]
    fn read<A: MapAccess<'de>>(map: &mut A) -> Result<Option<T>, A::Error> {
        map.next_value().map(|Lenient(value)| value)
    }

    #[inline]
    fn close(value: Option<Option<T>>) -> Option<Self> {
        Some(Self(value.flatten()))
    }
}

/// The end, where others are skipped.
impl<'de> Slots<'de> for () {
    type Open = ();
    const COUNT: usize = 0;
    const KEEPS_OTHERS: bool = false;

    #[inline]
    fn read<A: MapAccess<'de>>(
        (): &mut (),
        _: usize,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        map.next_value().map(|IgnoredAny| true)
    }

    #[inline]
    fn read_other<A: MapAccess<'de>>(
        (): &mut (),
        _: &mut String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }

    #[inline]
    fn close((): (), _: usize) -> Result<Self, usize> {
        Ok(())
    }
}

/// The end, where others are kept.
impl<'de, T: Default + IntoIterator<Item = (String, V)> + Extend<(String, V)>, V>
    Slots<'de> for Rest<T>
where
    V: Deserialize<'de>,
{
    type Open = T;
    const COUNT: usize = 0;
    const KEEPS_OTHERS: bool = true;

    #[inline]
    fn read<A: MapAccess<'de>>(
        _: &mut T,
        _: usize,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        map.next_value().map(|IgnoredAny| true)
    }

    fn read_other<A: MapAccess<'de>>(
        open: &mut T,
        name: &mut String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let value = map.next_value()?;
        open.extend([(std::mem::take(name), value)]);
        Ok(())
    }

    #[inline]
    fn close(open: T, _: usize) -> Result<Self, usize> {
        Ok(Self(open))
    }
}

impl<'de, Block: Slots<'de>, More: Slots<'de>> Slots<'de> for Blocks<Block, More> {
    type Open = (Block::Open, More::Open);
    const COUNT: usize = Block::COUNT + More::COUNT;
    const KEEPS_OTHERS: bool = More::KEEPS_OTHERS;

    #[inline]
    fn read<A: MapAccess<'de>>(
        open: &mut Self::Open,
        at: usize,
        map: &mut A,
    ) -> Result<bool, A::Error> {
        if at < Block::COUNT {
            Block::read(&mut open.0, at, map)
        } else {
            More::read(&mut open.1, at - Block::COUNT, map)
        }
    }

    #[inline]
    fn read_other<A: MapAccess<'de>>(
        open: &mut Self::Open,
        name: &mut String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        More::read_other(&mut open.1, name, map)
    }

    #[inline]
    fn close(open: Self::Open, at: usize) -> Result<Self, usize> {
        Ok(Self(Block::close(open.0, at)?, More::close(open.1, at + Block::COUNT)?))
    }
}

macro_rules! slots {
    ($count:tt: $($at:tt $slot:ident),*) => {
        impl<'de, $($slot: Slot<'de>,)* More: Slots<'de>> Slots<'de> for ($($slot,)* More) {
            type Open = (($(Option<$slot::Value>,)*), More::Open);
            const COUNT: usize = $count + More::COUNT;
            const KEEPS_OTHERS: bool = More::KEEPS_OTHERS;

            #[inline]
            fn read<A: MapAccess<'de>>(
                open: &mut Self::Open,
                at: usize,
                map: &mut A,
            ) -> Result<bool, A::Error> {
                match at {
                    $($at => {
                        let first = open.0.$at.is_none();
                        if first {
                            open.0.$at = Some($slot::read(map)?);
                        }
                        Ok(first)
                    })*
                    _ => More::read(&mut open.1, at - $count, map),
                }
            }

            #[inline]
            fn read_other<A: MapAccess<'de>>(
                open: &mut Self::Open,
                name: &mut String,
                map: &mut A,
            ) -> Result<(), A::Error> {
                More::read_other(&mut open.1, name, map)
            }

            #[inline]
            fn close(open: Self::Open, at: usize) -> Result<Self, usize> {
                Ok((
                    $($slot::close(open.0.$at).ok_or(at + $at)?,)*
                    More::close(open.1, at + $count)?,
                ))
            }
        }
    };
}

slots!(1: 0 One);
slots!(4: 0 One, 1 Two, 2 Three, 3 Four);
