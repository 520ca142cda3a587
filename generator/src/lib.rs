//! clientwright turns an OpenAPI document into a Rust client crate.

pub mod config;
pub mod diagnostic;
pub mod document;
pub mod read;
pub mod ir;
pub mod lower;
pub mod name;
