//! Objects of JSON: what all structs share, so that each adds little to compile.
//!
//! A struct is read by one call, [`read::object`], with a slot for every property: a tuple of four slots and, last in it, the
//! tuple of those after them. By these types alone the compiler knows what a struct holds; how slots are read it looks at
//! once, here. It is written by a chain of calls that begins with [`write::object`]. Beside them stand the names, in the same
//! order ([`Listed`]).

mod find;
mod key;
mod lenient;
mod macros;
pub(super) mod nesting;
mod sending;

pub mod read;
pub mod write;

#[allow(unused_imports, reason = "a document may have no object")]
pub use find::Listed;

pub(crate) use macros::object;
#[cfg(feature = "client")]
pub(super) use sending::sending;
