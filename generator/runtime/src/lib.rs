//! The runtime of generated crates, under the path it has there.

pub mod runtime;

#[cfg(test)]
mod tests;
