//! What an operation asks of its callers: the alternatives of `security`.

use super::{Lowering, auth};
use crate::diagnostic::Code;
use crate::document::{self, Requirement};

/// The operation's own `security`, else the document's; an alternative that cannot be honoured goes where another can.
pub(super) fn alternatives(
    lowering: &mut Lowering<'_>,
    source: &document::Operation,
) -> Vec<Vec<String>> {
    let document = lowering.document;
    let requirements = source.security.as_ref().or(document.security.as_ref());
    let requirements: Vec<&Requirement> = requirements.into_iter().flatten().collect();
    let honoured = |requirement: &Requirement| {
        requirement.schemes.iter().all(|scheme| {
            let schemes = &document.components.security_schemes;
            schemes
                .get(&scheme.name.text)
                .is_none_or(|scheme| auth::is_supported(scheme))
        })
    };
    let some = requirements.iter().any(|requirement| honoured(requirement));
    let mut alternatives: Vec<Vec<String>> = Vec::new();
    for requirement in requirements {
        let names =
            requirement.schemes.iter().map(|scheme| scheme.name.text.to_string());
        if some && !honoured(requirement) {
            let message = "this way to authorise is not supported: the others beside it are offered";
            let help = "leave it out of `security`, and the warning with it";
            lowering.warn(Code::UnsupportedSecurity, requirement.span, message, help);
        } else {
            alternatives.push(names.collect());
        }
    }
    if alternatives.iter().all(Vec::is_empty) {
        alternatives.clear();
    }
    if source.verb.as_str() == "TRACE" && !alternatives.is_empty() {
        warn_of_trace(lowering, source);
        alternatives.clear();
    }
    alternatives
}

/// A server answers `TRACE` with what it was sent: "A client MUST NOT generate fields in a TRACE request containing sensitive
/// data" (RFC 9110, 9.3.8).
fn warn_of_trace(lowering: &mut Lowering<'_>, source: &document::Operation) {
    let message = "`TRACE` is sent without credentials, which its answer would show";
    let help = "say `security: []` at the operation";
    lowering.warn(Code::UnsupportedSecurity, source.span, message, help);
}
