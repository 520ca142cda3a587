// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::object;

/// `Error` of the document.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ErrorBody {
    /// A human-readable error message.
    pub error: Option<String>,
    /// The HTTP status code.
    pub status: Option<i64>,
}

object! {
    ErrorBody {
        optional error = "error",
        optional status = "status",
    }
}
