//! `bench decode`: objects read by their tables, beside the same read by serde's derive.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Measures, and prints a Markdown table.
pub(crate) fn run() -> Result<()> {
    eprintln!("building the runtime's tests, optimized …");
    let status = Command::new("cargo")
        .args(["test", "--quiet", "--release", "--package", "clientwright-runtime"])
        .args(["--lib", "decoding_beside_the_derive"])
        .args(["--", "--ignored", "--nocapture"])
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the measurement failed ({status})");
    }
    Ok(())
}
