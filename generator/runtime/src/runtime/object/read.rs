//! Reading the properties of an object.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::find::Listed;
use super::key::{END, Names};
use super::lenient::Lenient;
use super::nesting;

// The table of an object names them so.
pub use {Optional as optional, Optional as received, Required as required};

/// Reads an object: `of` is the struct's name, for errors.
///
/// # Errors
///
/// When what stands there is not an object, or a property of it has another shape, stands there
/// twice, or is required and missing.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a struct has one call, which would copy all values once more"
)]
pub fn object<'de, O: Listed, T: Slots<'de>, D: Deserializer<'de>>(
    deserializer: D,
    of: &'static str,
) -> Result<T, D::Error> {
    let mut open = T::Open::default();
    let slots: Properties<'_, 'de, O, T> = Properties {
        of,
        open: &mut open,
        names: PhantomData,
    };
    // The values stay where they are: a result of all of them would be copied on its way out.
    deserializer.deserialize_map(slots)?;
    match T::close(&mut open, 0) {
        Ok(values) => {
            // Nothing is left in it, so that it need not be looked through to be dropped.
            std::mem::forget(open);
            Ok(values)
        }
        Err(at) => Err(missing(O::NAMES, at)),
    }
}

struct Properties<'a, 'de, O, T: Slots<'de>> {
    of: &'static str,
    open: &'a mut T::Open,
    names: PhantomData<O>,
}

impl<'de, O: Listed, T: Slots<'de>> Visitor<'de> for Properties<'_, 'de, O, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", self.of)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { open, .. } = self;
        let _begun = nesting::begin::<O, T::Open, A::Error>()?;
        let mut names = Names::<O>::new(T::KEEPS_OTHERS);
        loop {
            let at = names.next(&mut map)?;
            if at < T::COUNT {
                T::read(open, at, 0, O::NAMES, &mut map)?;
            } else if at == END {
                break;
            } else {
                T::read_other(open, &mut names.other, &mut map)?;
            }
        }
        // Here, an error gets the place in the text.
        match T::missing(open, 0) {
            None => Ok(()),
            Some(at) => Err(missing(O::NAMES, at)),
        }
    }
}

fn key(keys: &[&'static str], at: usize) -> &'static str {
    keys.get(at).copied().unwrap_or_default()
}

fn missing<E: Error>(keys: &[&'static str], at: usize) -> E {
    E::missing_field(key(keys, at))
}

/// The values of an object's properties, in the order of their names.
pub trait Slots<'de>: Sized {
    /// The slots while the object is read: some have no value yet.
    type Open: Default;
    /// How many there are.
    const COUNT: usize;
    /// Whether properties that are not listed have a place.
    const KEEPS_OTHERS: bool;

    /// Reads the value whose name was read last and stands at a place in the list of `names`; `first` is the place of the
    /// first of these slots.
    ///
    /// # Errors
    ///
    /// When the value has another shape, or the property was read before.
    fn read<A: MapAccess<'de>>(
        open: &mut Self::Open,
        at: usize,
        first: usize,
        names: &'static [&'static str],
        map: &mut A,
    ) -> Result<(), A::Error>;

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

    /// The place of the first property that is missing, at the end of the object; `first` is the place of the first of
    /// these slots.
    fn missing(open: &Self::Open, first: usize) -> Option<usize>;

    /// Takes the values; `first` is the place of the first of these slots.
    ///
    /// # Errors
    ///
    /// The place of a property that is missing.
    fn close(open: &mut Self::Open, first: usize) -> Result<Self, usize>;
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

    /// Whether nothing was read, and something must be.
    fn is_missing(value: &Option<Self::Value>) -> bool;

    /// Takes the value at the end of the object, if there may be such a one.
    fn close(value: &mut Option<Self::Value>) -> Option<Self>;
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
    fn is_missing(value: &Option<T>) -> bool {
        value.is_none()
    }

    #[inline]
    fn close(value: &mut Option<T>) -> Option<Self> {
        value.take().map(Self)
    }
}

impl<'de, T: Deserialize<'de>> Slot<'de> for Optional<T> {
    type Value = Option<T>;

    #[inline]
    fn read<A: MapAccess<'de>>(map: &mut A) -> Result<Option<T>, A::Error> {
        map.next_value().map(|Lenient(value)| value)
    }

    #[inline]
    fn is_missing(_: &Option<Option<T>>) -> bool {
        false
    }

    #[inline]
    fn close(value: &mut Option<Option<T>>) -> Option<Self> {
        Some(Self(value.take().flatten()))
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
        _: usize,
        _: &'static [&'static str],
        _: &mut A,
    ) -> Result<(), A::Error> {
        Ok(())
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
    fn missing((): &(), _: usize) -> Option<usize> {
        None
    }

    #[inline]
    fn close((): &mut (), _: usize) -> Result<Self, usize> {
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
        _: usize,
        _: &'static [&'static str],
        _: &mut A,
    ) -> Result<(), A::Error> {
        Ok(())
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
    fn missing(_: &T, _: usize) -> Option<usize> {
        None
    }

    #[inline]
    fn close(open: &mut T, _: usize) -> Result<Self, usize> {
        Ok(Self(std::mem::take(open)))
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
        first: usize,
        names: &'static [&'static str],
        map: &mut A,
    ) -> Result<(), A::Error> {
        let end = first + Block::COUNT;
        if at < end {
            return Block::read(&mut open.0, at, first, names, map);
        }
        More::read(&mut open.1, at, end, names, map)
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
    fn missing(open: &Self::Open, first: usize) -> Option<usize> {
        Block::missing(&open.0, first)
            .or_else(|| More::missing(&open.1, first + Block::COUNT))
    }

    #[inline]
    fn close(open: &mut Self::Open, first: usize) -> Result<Self, usize> {
        Ok(Self(
            Block::close(&mut open.0, first)?,
            More::close(&mut open.1, first + Block::COUNT)?,
        ))
    }
}

macro_rules! slots {
    ($count:tt: $($at:tt $slot:ident),*) => {
        impl<'de, $($slot: Slot<'de>,)* More: Slots<'de>> Slots<'de> for ($($slot,)* More) {
            type Open = (($(Option<$slot::Value>,)*), More::Open);
            const COUNT: usize = $count + More::COUNT;
            const KEEPS_OTHERS: bool = More::KEEPS_OTHERS;

            #[inline(always)]
            #[allow(
                clippy::inline_always,
                reason = "in one function, a place leads to its slot by one jump"
            )]
            fn read<A: MapAccess<'de>>(
                open: &mut Self::Open,
                at: usize,
                first: usize,
                names: &'static [&'static str],
                map: &mut A,
            ) -> Result<(), A::Error> {
                $(if at == first + $at {
                    if open.0.$at.is_some() {
                        return Err(A::Error::duplicate_field(key(names, at)));
                    }
                    // There was nothing, as the compiler would look again to see.
                    std::mem::forget(open.0.$at.replace($slot::read(map)?));
                    return Ok(());
                })*
                More::read(&mut open.1, at, first + $count, names, map)
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
            fn missing(open: &Self::Open, first: usize) -> Option<usize> {
                $(if $slot::is_missing(&open.0.$at) {
                    return Some(first + $at);
                })*
                More::missing(&open.1, first + $count)
            }

            #[inline]
            fn close(open: &mut Self::Open, first: usize) -> Result<Self, usize> {
                Ok((
                    $($slot::close(&mut open.0.$at).ok_or(first + $at)?,)*
                    More::close(&mut open.1, first + $count)?,
                ))
            }
        }
    };
}

slots!(1: 0 One);
slots!(4: 0 One, 1 Two, 2 Three, 3 Four);
