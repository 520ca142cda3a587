//! How long an operation may take.

use super::Lowering;
use crate::config::TimeoutConfig;
use crate::diagnostic::{Code, Diagnostic};

/// The configured timeouts of an operation, in seconds: overall, and of one attempt.
pub(super) fn timeouts(lowering: &Lowering<'_>, id: &str) -> (Option<u64>, Option<u64>) {
    let entries = lowering.config.timeout.iter();
    let named = |entry: &&TimeoutConfig| {
        entry.operations.iter().any(|operation| operation.get_ref() == id)
    };
    let of = |seconds: fn(&TimeoutConfig) -> Option<u64>| {
        entries.clone().filter(named).find_map(seconds)
    };
    (
        of(|entry| entry.seconds.as_ref().map(|seconds| *seconds.get_ref())),
        of(|entry| entry.attempt_seconds.as_ref().map(|seconds| *seconds.get_ref())),
    )
}

/// Reports each entry that sets no timeout, none that a call could keep, or one of an attempt that the whole call never reaches.
pub(super) fn unused(lowering: &mut Lowering<'_>) {
    let config = lowering.config;
    for entry in &config.timeout {
        let (span, message, help) = match (&entry.seconds, &entry.attempt_seconds) {
            (None, None) => (
                config.place(&entry.why),
                "an entry without a timeout",
                "set `seconds`, `attempt_seconds` or both, or drop the entry",
            ),
            (Some(whole), Some(attempt)) if attempt.get_ref() >= whole.get_ref() => (
                config.place(attempt),
                "an attempt may take as long as the whole call does anyway",
                "give an attempt less time than the call, or drop the key",
            ),
            (Some(none), _) | (_, Some(none)) if *none.get_ref() == 0 => (
                config.place(none),
                "no call ends in no time",
                "give it a second or more",
            ),
            _ => continue,
        };
        lowering
            .diagnostics
            .push(Diagnostic::error(Code::ConfigUnused, span, message).help(help));
    }
}
