//! Whether an operation may be sent again.

use super::Lowering;
use crate::config::{RetryClassConfig, RetryConfig};
use crate::diagnostic::Code;
use crate::ir::{Retry, RetryClass};

/// The configured class of an operation, else that of its method (RFC 9110, 9.2).
pub(super) fn retry(lowering: &mut Lowering<'_>, id: &str, verb: &str) -> Retry {
    given(lowering, id, verb).unwrap_or_else(|| of_method(verb))
}

/// The configured class of an operation.
pub(super) fn given(lowering: &mut Lowering<'_>, id: &str, verb: &str) -> Option<Retry> {
    let config = lowering.config;
    let mut entries = config.retry.iter();
    let entry = entries.find(|entry| {
        entry.operations.iter().any(|operation| operation.get_ref() == id)
    })?;
    let class = match entry.class {
        RetryClassConfig::ReadOnly => RetryClass::ReadOnly,
        RetryClassConfig::Idempotent => RetryClass::Idempotent,
        RetryClassConfig::Never => RetryClass::Never,
    };
    if class == RetryClass::ReadOnly && matches!(verb, "PUT" | "PATCH" | "DELETE") {
        refuse(lowering, entry, id, verb);
    }
    Some(Retry {
        class,
        reason: entry.why.get_ref().trim().to_owned(),
    })
}

fn of_method(verb: &str) -> Retry {
    let (class, reason) = match verb {
        "GET" | "HEAD" | "OPTIONS" | "TRACE" | "QUERY" => {
            (RetryClass::ReadOnly, "is safe (RFC 9110, 9.2.1)")
        }
        "PUT" | "DELETE" => (RetryClass::Idempotent, "is idempotent (RFC 9110, 9.2.2)"),
        "POST" | "PATCH" => (RetryClass::Never, "is not idempotent (RFC 9110, 9.2.2)"),
        _ => (RetryClass::Never, "is not a method that is known to be idempotent"),
    };
    Retry {
        class,
        reason: format!("{verb} {reason}"),
    }
}

/// Reports a method that changes something by its definition, whatever an API does with it.
fn refuse(lowering: &mut Lowering<'_>, entry: &RetryConfig, id: &str, verb: &str) {
    let named = entry.operations.iter().find(|operation| operation.get_ref() == id);
    let Some(named) = named else { return };
    let message = format!("`{id}` cannot be read-only: {verb} changes something");
    let help = "use `class = \"idempotent\"`, if doing it twice is doing it once";
    lowering.misconfigured(Code::ConfigRetry, named, message, help);
}
