//! Where the names of properties stand: a table that the compiler makes for each type.

use std::marker::PhantomData;

/// A struct whose properties have names.
pub trait Listed {
    /// The names, in the document's order.
    const NAMES: &'static [&'static str];
    /// Whether an object may stand within one of its kind, at any depth.
    const NESTS: bool = false;
}

/// The table of a type. Checking a crate makes none, and a program has it only for what it reads.
pub(super) struct Places<T>(PhantomData<T>);

impl<T: Listed> Places<T> {
    /// The place of each name in the list, where [`hash`] says or in the first place after it that is not free. It is empty
    /// where walking through the list takes as long, and for lists that are too long for it.
    pub(super) const TABLE: &'static [u8] = match size(T::NAMES.len()) {
        16 => const { &places::<16>(T::NAMES) },
        32 => const { &places::<32>(T::NAMES) },
        64 => const { &places::<64>(T::NAMES) },
        128 => const { &places::<128>(T::NAMES) },
        256 => const { &places::<256>(T::NAMES) },
        512 => const { &places::<512>(T::NAMES) },
        1024 => const { &places::<1024>(T::NAMES) },
        _ => &[],
    };
}

/// What stands in a place of no name.
const FREE: u8 = u8::MAX;

/// How large the table of so many names is: at most a quarter of it is taken, so that most names are found at once.
const fn size(names: usize) -> usize {
    match names {
        3..255 => (names * 4).next_power_of_two(),
        _ => 0,
    }
}

/// The table of some names, filled if it is of the right size.
const fn places<const SIZE: usize>(names: &[&str]) -> [u8; SIZE] {
    let mut places = [FREE; SIZE];
    if size(names.len()) != SIZE {
        return places;
    }
    let mut at = 0;
    while at < names.len() {
        let mut place = hash(names[at]) % SIZE;
        while places[place] != FREE {
            place = (place + 1) % SIZE;
        }
        #[allow(clippy::cast_possible_truncation, reason = "there are fewer names")]
        {
            places[place] = at as u8;
        }
        at += 1;
    }
    places
}

/// Tells most names of an object apart, by the two ends of each.
#[inline]
pub(super) const fn hash(name: &str) -> usize {
    let name = name.as_bytes();
    let (first, last) = if let (Some(first), Some(last)) =
        (name.first_chunk::<8>(), name.last_chunk::<8>())
    {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) =
        (name.first_chunk::<4>(), name.last_chunk::<4>())
    {
        (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64)
    } else if let (Some(first), Some(last)) =
        (name.first_chunk::<2>(), name.last_chunk::<2>())
    {
        (u16::from_le_bytes(*first) as u64, u16::from_le_bytes(*last) as u64)
    } else {
        (0, 0)
    };
    // Fibonacci hashing: the upper bits of the product depend on all bits.
    let mixed = (first ^ last.rotate_left(17)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 40) as usize
}
