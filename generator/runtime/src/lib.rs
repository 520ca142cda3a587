//! The runtime of generated crates, under the path it has there.

pub mod runtime;

#[cfg(all(test, feature = "client"))]
mod tests;
