//! Values that are one of several: which one is told by a property, or by the value's shape.

mod candidates;
mod macros;
mod raw_json;
mod read;
mod readings;
mod tell;
mod whole;

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::json;

pub use candidates::Candidates;
pub use raw_json::RawJson;
pub use read::read;
pub use tell::{Property, Tell};

pub(crate) use macros::one_of;

/// The text of the property that tells which value an object is; that of JSON where it is a number or a boolean.
#[must_use]
pub fn tag<'v>(value: &'v Value, property: &str) -> Option<Cow<'v, str>> {
    match value.get(property)? {
        Value::String(text) => Some(text.into()),
        value => whole::literal(value).map(Cow::Owned),
    }
}

/// Reads a value as a branch.
///
/// # Errors
///
/// When it is not as the document describes the branch.
pub fn branch<T: DeserializeOwned>(value: &Value) -> Result<T, serde_json::Error> {
    T::deserialize(value).or_else(|error| match whole::integers(value) {
        Some(value) => T::deserialize(&value),
        None => Err(error),
    })
}

/// Writes a branch, and before it the property that tells it from the others.
///
/// # Errors
///
/// Those of the serializer, and of the branch.
pub fn tagged<T: Serialize, S: Serializer>(
    serializer: S,
    property: &'static str,
    text: &'static str,
    branch: &T,
) -> Result<S::Ok, S::Error> {
    let value = json::value(branch).map_err(S::Error::custom)?;
    let Value::Object(members) = &value else { return branch.serialize(serializer) };
    let mut map = serializer.serialize_map(Some(members.len() + 1))?;
    map.serialize_entry(property, text)?;
    for (name, member) in members {
        map.serialize_entry(name, member)?;
    }
    map.end()
}
