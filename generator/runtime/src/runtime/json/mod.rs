//! JSON out and in.

mod decode;
mod encode;
mod finite;

pub(super) use decode::decode;
pub(super) use encode::encode;
