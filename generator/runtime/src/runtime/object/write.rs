//! Writing the properties of an object.

use serde::Serialize;
use serde::ser::{Error, SerializeMap, Serializer};

use super::find::Listed;
use super::sending::is_sending;

// The table of an object names them so.
pub use {Optional as optional, Received as received, Required as required};

/// Writes an object.
///
/// # Errors
///
/// The first error of the serializer.
pub fn object<O: Listed, T: Slots, S: Serializer>(
    serializer: S,
    slots: &T,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    slots.write(O::NAMES, &mut map)?;
    map.end()
}

/// The values of an object's properties, in the order of their names.
pub trait Slots {
    /// How many there are.
    const COUNT: usize;

    /// Writes them.
    ///
    /// # Errors
    ///
    /// The first error of the serializer.
    fn write<M: SerializeMap>(
        &self,
        keys: &'static [&'static str],
        map: &mut M,
    ) -> Result<(), M::Error>;
}

/// The value of one property.
pub trait Slot {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// An error of the serializer.
    fn write<M: SerializeMap>(
        &self,
        key: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error>;
}

/// A property that is always there.
pub struct Required<'a, T>(pub &'a T);

/// A property that is written if there is a value.
pub struct Optional<'a, T>(pub &'a Option<T>);

/// A property that only the server sets: it is written if there is a value, but not into a request.
pub struct Received<'a, T>(pub &'a Option<T>);

/// Many properties, and those after them.
pub struct Blocks<Block, More>(pub Block, pub More);

/// The properties that are not listed.
pub struct Rest<'a, T>(pub &'a T);

impl<T: Serialize> Slot for Required<'_, T> {
    #[inline]
    fn write<M: SerializeMap>(
        &self,
        key: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        map.serialize_entry(key, self.0)
    }
}

impl<T: Serialize> Slot for Optional<'_, T> {
    #[inline]
    fn write<M: SerializeMap>(
        &self,
        key: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        match self.0 {
            Some(value) => map.serialize_entry(key, value),
            None => Ok(()),
        }
    }
}

impl<T: Serialize> Slot for Received<'_, T> {
    #[inline]
    fn write<M: SerializeMap>(
        &self,
        key: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error> {
        if is_sending() { Ok(()) } else { Optional(self.0).write(key, map) }
    }
}

/// The end.
impl Slots for () {
    const COUNT: usize = 0;

    #[inline]
    fn write<M: SerializeMap>(
        &self,
        _: &'static [&'static str],
        _: &mut M,
    ) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<'a, T, V: Serialize + 'a> Slots for Rest<'a, T>
where
    &'a T: IntoIterator<Item = (&'a String, &'a V)>,
{
    const COUNT: usize = 0;

    fn write<M: SerializeMap>(
        &self,
        _: &'static [&'static str],
        map: &mut M,
    ) -> Result<(), M::Error> {
        let mut entries = self.0.into_iter();
        entries.try_for_each(|(key, value)| map.serialize_entry(key, value))
    }
}

impl<Block: Slots, More: Slots> Slots for Blocks<Block, More> {
    const COUNT: usize = Block::COUNT + More::COUNT;

    fn write<M: SerializeMap>(
        &self,
        keys: &'static [&'static str],
        map: &mut M,
    ) -> Result<(), M::Error> {
        let (ours, more) = split(keys, Block::COUNT)?;
        self.0.write(ours, map)?;
        self.1.write(more, map)
    }
}

type Names = &'static [&'static str];

/// The names of the first slots, and those of the slots after them.
fn split<E: Error>(names: Names, count: usize) -> Result<(Names, Names), E> {
    names.split_at_checked(count).ok_or_else(|| E::custom("a property without a name"))
}

macro_rules! slots {
    ($count:tt: $($at:tt $slot:ident),*) => {
        impl<$($slot: Slot,)* More: Slots> Slots for ($($slot,)* More) {
            const COUNT: usize = $count + More::COUNT;

            #[inline]
            fn write<M: SerializeMap>(
                &self,
                keys: &'static [&'static str],
                map: &mut M,
            ) -> Result<(), M::Error> {
                let (ours, more) = split(keys, $count)?;
                $(self.$at.write(ours[$at], map)?;)*
                self.$count.write(more, map)
            }
        }
    };
}

slots!(1: 0 One);
slots!(4: 0 One, 1 Two, 2 Three, 3 Four);
