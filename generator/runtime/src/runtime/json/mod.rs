//! JSON out and in.

mod decode;
mod encode;
mod finite;
mod place;

pub(super) use decode::decode;
pub(super) use encode::encode;
#[cfg(feature = "unions")]
pub(super) use encode::value;
