//! `bench decode`: objects read by their tables, beside the same read by serde's derive.

use anyhow::Result;

use crate::bench::call;

/// Measures, and prints a Markdown table.
pub(crate) fn run() -> Result<()> {
    eprintln!("building the runtime's tests, optimized …");
    call(&[
        "cargo",
        "test",
        "--quiet",
        "--release",
        "--package",
        "clientwright-runtime",
        "--lib",
        "decoding_beside_the_derive",
        "--",
        "--ignored",
        "--nocapture",
    ])
}
