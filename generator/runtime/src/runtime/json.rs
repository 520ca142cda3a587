//! JSON out: bytes, without the numbers that JSON cannot hold.

use bytes::Bytes;
use serde::Serialize;

/// The JSON text of a body.
pub(super) fn encode(body: &(impl Serialize + ?Sized)) -> Result<Bytes, String> {
    serde_json::to_vec(body).map(Bytes::from).map_err(|error| error.to_string())
}
