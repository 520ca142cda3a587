//! JSON out and in.

#[cfg(feature = "client")]
mod decode;
mod encode;
mod finite;
#[cfg(feature = "client")]
mod place;
#[cfg(feature = "client")]
mod whole;

#[cfg(feature = "client")]
pub(super) use decode::decode;
#[cfg(feature = "streams")]
pub(super) use decode::is_json;
#[cfg(feature = "client")]
pub(super) use encode::encode;
#[cfg(feature = "xml")]
#[cfg(feature = "mock")]
pub(super) use encode::text;
#[cfg(feature = "unions")]
pub(super) use encode::value;
#[cfg(feature = "xml")]
pub(super) use whole::has_wide;
