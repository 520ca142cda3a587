//! Forms: bodies that are names and values, or parts with names.

mod call;
mod field;
mod file;
#[cfg(feature = "part-headers")]
mod headers;
mod multipart;
mod pairs;
#[cfg(feature = "streams")]
mod passed;
mod urlencoded;

pub use field::FormField;
pub use file::FilePart;
#[cfg(feature = "part-headers")]
pub use headers::PartHeader;
#[cfg(feature = "part-headers")]
pub(super) use headers::Waiting;
