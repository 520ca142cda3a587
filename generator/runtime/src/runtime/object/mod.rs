//! Objects of JSON: what all structs share, so that each adds little to compile.
//!
//! A struct's own code is two calls, [`read::object`] and [`write::object`], and a tuple of slots, one for each of its
//! properties: pairs of four slots and the slots after them. The compiler knows the types of a struct's fields by
//! that tuple alone, and all else it looks at once, here.

mod key;
mod lenient;
mod macros;
pub mod read;
pub mod write;

pub(crate) use macros::object;
