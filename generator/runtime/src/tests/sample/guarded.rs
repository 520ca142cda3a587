//! Operations that need credentials of several schemes.

use std::convert::Infallible;

use crate::runtime::{Operation, OperationInfo, Schemes, format};

/// A call that needs `key`, or `user` and `cookie` together, or `param`.
pub enum Guarded {}

impl Operation for Guarded {
    type Output = ();
    type Error = Infallible;
    type Format = format::Empty;
    const INFO: OperationInfo = OperationInfo {
        id: "guarded",
        method: "GET",
        security: Schemes::AnyOf(&[&["key"], &["user", "cookie"], &["param"]]),
        ..OperationInfo::DEFAULT
    };
}

/// A call that may have credentials, or none.
pub enum Optional {}

impl Operation for Optional {
    type Output = ();
    type Error = Infallible;
    type Format = format::Empty;
    const INFO: OperationInfo = OperationInfo {
        id: "optional",
        security: Schemes::AnyOf(&[&["key"], &[]]),
        ..OperationInfo::DEFAULT
    };
}
