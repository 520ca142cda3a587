//! Operations that need credentials of several schemes.

use std::convert::Infallible;

use crate::runtime::{Method, Mismatch, Operation, OperationInfo, Reply};

/// A call that needs `key`, or `user` and `cookie` together, or `param`.
pub enum Guarded {}

impl Operation for Guarded {
    type Output = ();
    type Error = Infallible;
    const INFO: OperationInfo = OperationInfo {
        id: "guarded",
        method: Method::GET,
        security: &[&["key"], &["user", "cookie"], &["param"]],
        ..OperationInfo::DEFAULT
    };

    fn output(reply: &Reply) -> Result<(), Mismatch> {
        reply.on(&[200])?.empty()
    }
}

/// A call that may have credentials, or none.
pub enum Optional {}

impl Operation for Optional {
    type Output = ();
    type Error = Infallible;
    const INFO: OperationInfo = OperationInfo {
        id: "optional",
        security: &[&["key"], &[]],
        ..OperationInfo::DEFAULT
    };

    fn output(reply: &Reply) -> Result<(), Mismatch> {
        reply.on(&[200])?.empty()
    }
}
