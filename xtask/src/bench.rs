//! `bench`: what generating and compiling cost, measured on this machine.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::measure::{Cost, RUNS, cost};

const CHECK: &[&str] =
    &["cargo", "check", "--quiet", "--package", "instacart-fulfillment"];
const CLEAN: &str = "cargo clean --quiet --package instacart-fulfillment";

/// Measures, and prints a Markdown table.
pub(crate) fn run() -> Result<()> {
    eprintln!("building the release binary …");
    call(&["cargo", "build", "--quiet", "--release", "--package", "clientwright"])?;
    eprintln!("generating {RUNS} times …");
    let out = tempfile::tempdir().context("cannot make a temporary folder")?;
    let out = out.path().to_string_lossy();
    let generate = cost(
        None,
        &[
            "target/release/clientwright",
            "generate",
            "--spec",
            "spec/openapi.yaml",
            "--config",
            "spec/client.toml",
            "--out",
            &out,
        ],
    )?;
    eprintln!("checking {RUNS} times …");
    call(CHECK)?;
    let check = cost(Some(CLEAN), CHECK)?;
    println!("| what | median | least to most | peak memory |");
    println!("|---|---|---|---|");
    row("generate the Instacart crate, release build, a process a run", &generate);
    row("`cargo check` of it, runtime included, dependencies built", &check);
    Ok(())
}

/// Runs a program to its end.
pub(crate) fn call(words: &[&str]) -> Result<()> {
    let status = Command::new(words[0]).args(&words[1..]).status();
    let status = status.with_context(|| format!("cannot run {}", words[0]))?;
    if !status.success() {
        bail!("`{}` failed ({status})", words.join(" "));
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "figures of three digits for people")]
fn row(what: &str, cost: &Cost) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "| {what} | {:.1} ms | {:.1} to {:.1} ms | {:.1} MB |",
        milliseconds(cost.median),
        milliseconds(cost.least),
        milliseconds(cost.most),
        cost.peak as f64 * 1024.0 / 1e6,
    );
}
