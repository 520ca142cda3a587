//! Forms: bodies that are names and values, or parts with names.

mod call;
mod field;
mod file;
mod multipart;
mod pairs;
#[cfg(feature = "streams")]
mod passed;
mod urlencoded;

pub use field::FormField;
pub use file::FilePart;
