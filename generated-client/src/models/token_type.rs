// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::{UnknownValue, string_enum};

/// The type of token issued.
#[derive(Clone)]
#[non_exhaustive]
pub enum TokenType {
    /// `Bearer`.
    Bearer,
    /// A value that the document does not list, kept as it came.
    Unknown(UnknownValue),
}

string_enum! {
    TokenType {
        Bearer = "Bearer",
    }
}
