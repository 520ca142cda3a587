//! Responses that have no body, whatever the document describes.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Status, Verb};

/// Leaves out the bodies that no server can send. What is described of `HEAD` is what GET would be answered with (RFC 9110,
/// 9.3.2); of a status, it is a mistake.
pub(super) fn healed(document: &mut Document, diagnostics: &mut Diagnostics) {
    for operation in document.path_items.iter_mut().flat_map(|item| &mut item.operations)
    {
        for (status, response) in &mut operation.responses {
            let source = without_body(*status);
            let Some(first) = response.content.first() else { continue };
            if let Some((status, section)) = source {
                let message = format!(
                    "a response of {status} has no body (RFC 9110, {section}): what is described was left out"
                );
                let help = "drop `content`, or give the response another status";
                diagnostics.push(
                    Diagnostic::warning(
                        Code::UnsupportedResponse,
                        first.name.span,
                        message,
                    )
                    .help(help),
                );
            }
            if source.is_some() || operation.verb == Verb::Head {
                Arc::make_mut(response).content.clear();
            }
        }
    }
}

/// A status that has no body, and where that is said.
fn without_body(status: Status) -> Option<(u16, &'static str)> {
    match status {
        Status::Exact(code @ 100..=199) => Some((code, "15.2")),
        Status::Exact(204) => Some((204, "15.3.5")),
        Status::Exact(205) => Some((205, "15.3.6")),
        Status::Exact(304) => Some((304, "15.4.5")),
        _ => None,
    }
}
