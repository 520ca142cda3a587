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

/// The place of a name in the list of a type, or [`OTHER`]. `guess` is where it is likeliest to stand, if not before.
///
/// The compiler knows the names, so that it looks at the length of one, and then at those that are as long. Checking a crate
/// makes none of this, and a program has it only for what it reads.
#[inline]
pub(super) fn place<T: Listed>(name: &str, guess: usize) -> usize {
    let at = block::<T, 0>(name);
    if at == OTHER { (const { beyond::<T>() })(name, guess) } else { at }
}

/// What finds names beyond the first block.
const fn beyond<T: Listed>() -> fn(&str, usize) -> usize {
    match T::NAMES.len() {
        0..=32 => nowhere,
        33..=256 => in_blocks::<T>,
        _ => anywhere::<T>,
    }
}

fn nowhere(_: &str, _: usize) -> usize {
    OTHER
}

fn in_blocks<T: Listed>(name: &str, _: usize) -> usize {
    let blocks = [
        block::<T, 32>,
        block::<T, 64>,
        block::<T, 96>,
        block::<T, 128>,
        block::<T, 160>,
        block::<T, 192>,
        block::<T, 224>,
    ];
    let mut places = blocks.iter().map(|block| block(name));
    places.find(|at| *at != OTHER).unwrap_or(OTHER)
}

fn anywhere<T: Listed>(name: &str, guess: usize) -> usize {
    let at = |names: &[&str]| names.iter().position(|listed| *listed == name);
    let (before, after) = T::NAMES.split_at_checked(guess).unwrap_or((T::NAMES, &[]));
    at(after).map(|at| before.len() + at).or_else(|| at(before)).unwrap_or(OTHER)
}

macro_rules! block {
    ($($at:literal)*) => {
        /// The place of a name among thirty-two of the list from a place on.
        #[inline]
        fn block<T: Listed, const FIRST: usize>(name: &str) -> usize {
            $(if let Some(listed) = const { nth(T::NAMES, FIRST + $at) }
                && listed == name
            {
                FIRST + $at
            } else)* {
                OTHER
            }
        }
    };
}

block! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 }

const fn nth(names: &'static [&'static str], at: usize) -> Option<&'static str> {
    if at < names.len() { Some(names[at]) } else { None }
}
