//! Objects within objects of their own kind: how deep, the server decides, and the stack ends somewhere.

use std::cell::Cell;

use serde::de::Error;

use super::find::Listed;

/// How many bytes the objects that are being read may hold before another one is begun within them, of those that may nest.
/// Reading one needs up to ten times its size of the stack, twice that without optimization; threads have 2 MiB.
const MOST: usize = 64 * 1024;

/// What is said where objects stand deeper.
pub(in crate::runtime) const TOO_DEEP: &str =
    "objects stand within each other too deeply";

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// An object that is being read.
pub(super) struct Begun {
    size: usize,
}

/// Begins to read an object whose values `Open` holds.
pub(super) fn begin<O: Listed, Open, E: Error>() -> Result<Begun, E> {
    let size = if O::NESTS { size_of::<Open>() } else { 0 };
    if O::NESTS {
        let held = HELD.get();
        if held > MOST {
            return Err(E::custom(TOO_DEEP));
        }
        HELD.set(held + size);
    }
    Ok(Begun { size })
}

impl Drop for Begun {
    fn drop(&mut self) {
        if self.size > 0 {
            HELD.set(HELD.get() - self.size);
        }
    }
}
