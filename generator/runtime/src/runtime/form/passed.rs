//! Streams on their way through the serializer, which knows values only.
//!
//! A body of parts is read by way of its `Serialize`. A file that is a stream leaves the stream
//! here and writes its place; who reads the values takes it from there. All of that happens
//! within one call, on one thread.

use std::cell::RefCell;

use crate::runtime::stream::Streamed;

thread_local! {
    /// The streams of the body that is read on this thread, when one is.
    static PASSED: RefCell<Option<Vec<Streamed>>> = const { RefCell::new(None) };
}

/// Reads a body, whose streams are passed meanwhile.
pub(super) fn within<T>(read: impl FnOnce() -> T) -> T {
    let outer = PASSED.replace(Some(Vec::new()));
    let value = read();
    PASSED.set(outer);
    value
}

/// Leaves a stream; `None` where nobody would take it.
pub(super) fn put(stream: &Streamed) -> Option<usize> {
    PASSED.with_borrow_mut(|passed| {
        let passed = passed.as_mut()?;
        passed.push(stream.clone());
        Some(passed.len() - 1)
    })
}

/// The stream at a place, as it was written.
pub(super) fn take(place: &str) -> Option<Streamed> {
    let place: usize = place.parse().ok()?;
    PASSED.with_borrow(|passed| passed.as_ref()?.get(place).cloned())
}
