//! From a document to a crate's text: what is generated, what is refused, and how.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by a panic"
)]

mod cases;
mod files;
mod gathered;
mod hostile;
mod hostile_unions;
mod ir;
mod left_out;
mod program;
mod refuse;
mod seed;
mod selection;
