// @generated from spec/openapi.yaml by clientwright; do not edit.

use crate::runtime::{UnknownValue, string_enum};

/// The OAuth 2.0 grant type. Must be client_credentials.
#[derive(Clone)]
#[non_exhaustive]
pub enum GrantType {
    /// `client_credentials`.
    ClientCredentials,
    /// A value that the document does not list, kept as it came.
    Unknown(UnknownValue),
}

string_enum! {
    GrantType {
        ClientCredentials = "client_credentials",
    }
}
