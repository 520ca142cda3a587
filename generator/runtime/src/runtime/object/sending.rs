//! Whether a request is being written: what only the server sets has no place in one.

use std::cell::Cell;

thread_local! {
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// A request that is being written.
#[cfg(feature = "client")]
struct Begun {
    before: bool,
}

/// Writes a value of a request: without its properties that are `readOnly`, which "SHOULD NOT be sent as part of the request"
/// (`OpenAPI` 3.0.4, Schema Object).
#[cfg(feature = "client")]
pub(in crate::runtime) fn sending<T>(write: impl FnOnce() -> T) -> T {
    let _begun = Begun {
        before: SENDING.replace(true),
    };
    write()
}

/// Whether a value is written for a request.
pub(super) fn is_sending() -> bool {
    SENDING.get()
}

#[cfg(feature = "client")]
impl Drop for Begun {
    fn drop(&mut self) {
        SENDING.set(self.before);
    }
}
