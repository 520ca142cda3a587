//! What holds for the repository's own code, whatever it does.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by a panic")]

mod builder;
mod configuration;
mod documents;
mod layers;
mod manifest;
mod reserved;
mod sizes;
mod tree;
