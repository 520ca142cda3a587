//! A small API, written as the generator writes it.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "written as it would stand in a generated crate, where all of it is public"
)]

mod client;
mod models;
mod operations;
mod probe;

pub use models::*;
pub use operations::*;
pub use probe::*;
