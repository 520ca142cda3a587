//! Forms: bodies that are names and values, or parts with names.

mod field;
mod file;
mod multipart;
mod pairs;
mod urlencoded;

pub use field::FormField;
pub use file::FilePart;

pub(super) use multipart::multipart;
pub(super) use urlencoded::urlencoded;
