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
        0..=16 => few::<T, 0>(name),
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

macro_rules! block {
    ($block:ident: $($at:literal)*) => {
        /// The place of a name among so many of the list from a place on.
        #[inline]
        fn $block<T: Listed, const FIRST: usize>(name: &str) -> usize {
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

block! { few: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 }

block! {
    many:
    0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
    31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58
    59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86
    87 88 89 90 91 92 93 94 95 96 97 98 99 100 101 102 103 104 105 106 107 108 109 110
    111 112 113 114 115 116 117 118 119 120 121 122 123 124 125 126 127
}

const fn nth(names: &'static [&'static str], at: usize) -> Option<&'static str> {
    if at < names.len() { Some(names[at]) } else { None }
}
