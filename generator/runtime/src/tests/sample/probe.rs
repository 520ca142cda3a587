//! An operation that a test puts together itself.

use serde_json::Value;

use crate::runtime::{
    Call, Client, Decode, Mismatch, Operation, OperationInfo, Reply, Request, Retry,
    Schemes, format,
};

use super::Failure;

/// A GET without credentials, whose success is any JSON.
pub enum Probe {}

impl Probe {
    pub fn of(client: &Client, build: impl FnOnce(Call) -> Call) -> Request<Self> {
        build(Call::new(client)).request()
    }
}

impl Operation for Probe {
    type Output = Value;
    type Error = ProbeError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "probe",
        method: "GET",
        route: "/{anything}",
        retry: Retry::ReadOnly,
        security: Schemes::None,
        ..OperationInfo::DEFAULT
    };
}

/// A GET whose success is a map of numbers.
pub enum Balances {}

impl Balances {
    pub fn of(client: &Client) -> Request<Self> {
        Call::new(client).path("/balances").request()
    }
}

impl Operation for Balances {
    type Output = std::collections::BTreeMap<String, f64>;
    type Error = ProbeError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "balances",
        ..OperationInfo::DEFAULT
    };
}

#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ProbeError {
    BadRequest(Failure),
    Unauthorized(Failure),
}

impl Decode for ProbeError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}
