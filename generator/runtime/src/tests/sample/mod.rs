//! A small API, written as the generator writes it.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::return_self_not_must_use,
    reason = "written as it would stand in a generated crate, where all of it is public"
)]

mod client;
mod guarded;
mod models;
mod operations;
mod probe;

pub use client::Server;
pub use guarded::*;
pub use models::*;
pub use operations::*;
pub use probe::*;
