//! Names: the document's words in, valid and unique Rust identifiers out.
//!
//! [`TypeName`], [`ValueName`] and [`ModuleName`] can only be made here, so whoever holds one holds a name that compiles.

mod ident;
mod reserved;
mod scope;
mod words;

pub use ident::{FileStem, ModuleName, TypeName, ValueName};
pub use scope::{Module, Role, Scope, Type, Value, Variant};
pub use words::{Words, plural_of_one};
