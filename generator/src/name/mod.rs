//! Names: the document's words in, valid and unique Rust identifiers out.
//!
//! [`TypeName`], [`ValueName`], [`ModuleName`] and [`FeatureName`] can only be made here, so whoever holds one holds a name
//! that compiles.

mod feature;
mod ident;
mod reserved;
mod scope;
mod words;

pub use feature::{Feature, FeatureName};
pub use ident::{FileStem, ModuleName, TypeName, ValueName};
pub use reserved::is_keyword;
pub use scope::{Module, Role, Scope, Type, Value, Variant, are_same, is_name};
pub use words::{Words, plural_of_one};
