//! JSON out: bytes, without the numbers that JSON cannot hold.

#[cfg(feature = "client")]
use bytes::Bytes;
use serde::Serialize;

use super::finite::Finite;
#[cfg(feature = "client")]
use crate::runtime::object::sending;

/// A value as JSON, in memory.
#[cfg(feature = "unions")]
pub(in crate::runtime) fn value<T: Serialize>(
    value: &T,
) -> Result<serde_json::Value, serde_json::Error> {
    value.serialize(Finite(serde_json::value::Serializer))
}

/// The JSON text of a request's body.
///
/// # Errors
///
/// Those of [`text`].
#[cfg(feature = "client")]
pub(in crate::runtime) fn encode(
    body: &(impl Serialize + ?Sized),
) -> Result<Bytes, String> {
    sending(|| text(body))
}

/// The JSON text of a value.
///
/// `serde_json` writes `null` for a number that is NaN or infinite. A server would take that for
/// an absent value, so it is refused here.
#[cfg(feature = "client")]
pub(in crate::runtime) fn text(
    body: &(impl Serialize + ?Sized),
) -> Result<Bytes, String> {
    let mut text = Vec::with_capacity(256);
    let mut serializer = serde_json::Serializer::new(&mut text);
    body.serialize(Finite(&mut serializer)).map_err(|error| error.to_string())?;
    Ok(Bytes::from(text))
}
