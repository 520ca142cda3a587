//! XML: values as the tables of the document's schemas say they stand in it.
//!
//! Models know JSON alone. What is sent becomes a JSON value first and then, by its table, XML; what
//! comes back goes the other way, so that its errors are those of JSON, and name the same places.

mod call;
mod characters;
mod element;
mod read;
mod reply;
mod scalar;
mod slot;
mod table;
mod write;

pub use table::{Node, Property, Shape};

#[cfg(feature = "mock")]
pub(crate) use {reply::decode, write::write};
