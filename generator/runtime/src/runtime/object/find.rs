//! Finding a name among those of a type: comparisons that the compiler writes out for each type.

/// A struct whose properties have names.
pub trait Listed {
    /// The names, in the document's order.
    const NAMES: &'static [&'static str];
    /// Whether an object may stand within one of its kind, at any depth.
    const NESTS: bool = false;
}

/// What stands for a property that is not listed.
pub(super) const OTHER: usize = usize::MAX;

/// How many names are compared with no guess before, at most.
pub(super) const MOST: usize = 128;

/// The place of a name in the list of a type, or [`OTHER`]. `guess` is where it is likeliest to stand in a long list, if not
/// before.
///
/// The compiler knows the names, so that it looks at the length of one, and then at those that are as long, as it does for
/// serde's derive. Checking a crate makes none of this, and a program has it only for what it reads.
#[inline]
pub(super) fn place<T: Listed>(name: &str, guess: usize) -> usize {
    match const { T::NAMES.len() } {
        0..=16 => few::<T, 0, 0>(name),
        17..=MOST => many::<T, 0>(name),
        129..=512 => in_blocks::<T>(name),
        _ => anywhere::<T>(name, guess),
    }
}

fn in_blocks<T: Listed>(name: &str) -> usize {
    let blocks = [many::<T, 0>, many::<T, 128>, many::<T, 256>, many::<T, 384>];
    let mut places = blocks.iter().map(|block| block(name));
    places.find(|at| *at != OTHER).unwrap_or(OTHER)
}

fn anywhere<T: Listed>(name: &str, guess: usize) -> usize {
    let at = |names: &[&str]| names.iter().position(|listed| *listed == name);
    let (before, after) = T::NAMES.split_at_checked(guess).unwrap_or((T::NAMES, &[]));
    at(after).map(|at| before.len() + at).or_else(|| at(before)).unwrap_or(OTHER)
}

macro_rules! many {
    ($($part:literal)*) => {
        /// The place of a name among a hundred and twenty-eight of the list from a place on.
        #[inline]
        fn many<T: Listed, const FIRST: usize>(name: &str) -> usize {
            $(let at = few::<T, FIRST, $part>(name);
            if at != OTHER {
                return at;
            })*
            OTHER
        }
    };
}

macro_rules! few {
    ($($at:literal)*) => {
        /// The place of a name among the sixteen of a part, of those from a place on.
        #[inline]
        fn few<T: Listed, const FIRST: usize, const PART: usize>(name: &str) -> usize {
            $(if let Some(listed) = const { nth(T::NAMES, FIRST + PART + $at) }
                && listed == name
            {
                FIRST + PART + $at
            } else)* {
                OTHER
            }
        }
    };
}

many! { 0 16 32 48 64 80 96 112 }
few! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 }

const fn nth(names: &'static [&'static str], at: usize) -> Option<&'static str> {
    if at < names.len() { Some(names[at]) } else { None }
}
