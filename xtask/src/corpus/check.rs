//! Generated crates before the compiler: in batches, each one workspace, all with one target folder, so that what they
//! depend on is compiled once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::row::{Check, Row};

/// How many crates are compiled together.
const BATCH: usize = 24;

/// What every workspace says: nothing that is only for debugging or for the next run.
const PROFILE: &str = "
[profile.dev]
debug = false
incremental = false
";

/// What of Cargo reads the crates, with its arguments.
pub(super) type Judge = &'static [&'static str];

/// The compiler, on a crate as its users have it.
pub(super) const COMPILER: Judge = &["check"];

/// Clippy, on a crate and its mock.
pub(super) const CLIPPY: Judge = &["clippy", "--features", "mock"];

/// The name of a document's crate.
pub(super) fn package(index: usize) -> String {
    format!("corpus-{index:04}")
}

/// The folder of a document's crate.
pub(super) fn member(target: &Path, index: usize) -> PathBuf {
    target.join("check").join(package(index))
}

/// Compiles each crate and notes what the compiler says.
pub(super) fn checked(target: &Path, judge: Judge, rows: &mut [Row]) -> Result<()> {
    let generated: Vec<usize> =
        (0..rows.len()).filter(|index| rows[*index].is_generated()).collect();
    let bar = super::bar(generated.len())?;
    for batch in generated.chunks(BATCH) {
        bar.set_message("compiling");
        for (index, found) in compiled(target, judge, batch)? {
            rows[index].check = Some(found);
        }
        bar.inc(batch.len() as u64);
    }
    bar.finish_and_clear();
    Ok(())
}

/// What the compiler says of each crate of a batch, which is then removed.
fn compiled(
    target: &Path,
    judge: Judge,
    batch: &[usize],
) -> Result<Vec<(usize, Check)>> {
    let root = target.join("check");
    let artifacts = target.join("check-target");
    let members: Vec<String> =
        batch.iter().map(|index| format!("    \"{}\",\n", package(*index))).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n{PROFILE}",
        members.concat()
    );
    fs::write(root.join("Cargo.toml"), manifest)?;
    // The versions that the repository was tested with.
    fs::copy("Cargo.lock", root.join("Cargo.lock")).context("cannot copy Cargo.lock")?;
    let output = Command::new("cargo")
        .args(judge)
        .args(["--workspace", "--keep-going", "--offline"])
        .args(["--quiet", "--message-format=json"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", std::path::absolute(&artifacts)?)
        .output()
        .context("cargo cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let messages: Vec<(String, Value)> = text.lines().filter_map(message).collect();
    let mut found = Vec::with_capacity(batch.len());
    for index in batch {
        let crate_name = package(*index).replace('-', "_");
        let own = messages.iter().filter(|(name, _)| *name == crate_name);
        found.push((*index, check(own.map(|(_, message)| message))));
        fs::remove_dir_all(member(target, *index))?;
        forget(&artifacts.join("debug"), &package(*index))?;
    }
    if !output.status.success() && found.iter().all(|(_, check)| check.errors == 0) {
        bail!("cargo check failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(found)
}

/// The crate and the message of a line, where it is one of the compiler's.
fn message(line: &str) -> Option<(String, Value)> {
    let mut value: Value = serde_json::from_str(line).ok()?;
    if value["reason"] != "compiler-message" {
        return None;
    }
    let name = value["target"]["name"].as_str()?.to_owned();
    Some((name, value["message"].take()))
}

fn check<'m>(messages: impl Iterator<Item = &'m Value>) -> Check {
    let mut found = Check::default();
    // What only counts the others stands nowhere.
    for message in
        messages.filter(|message| message["spans"] != Value::Array(Vec::new()))
    {
        let error = message["level"] == "error";
        let count = if error { &mut found.errors } else { &mut found.warnings };
        *count += 1;
        if found.first.is_empty() || (error && found.errors == 1) {
            let place = &message["spans"][0];
            let (file, line) =
                (place["file_name"].as_str(), place["line_start"].as_u64());
            found.first = format!(
                "{} at {}:{}",
                message["message"].as_str().unwrap_or_default(),
                file.unwrap_or_default(),
                line.unwrap_or_default()
            );
        }
    }
    found
}

/// Removes what the compiler left of a crate: a corpus would fill the disk.
fn forget(artifacts: &Path, package: &str) -> Result<()> {
    let library = package.replace('-', "_");
    for folder in ["deps", ".fingerprint"] {
        let Ok(entries) = fs::read_dir(artifacts.join(folder)) else { continue };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !(name.contains(&library) || name.contains(package)) {
                continue;
            }
            if path.is_dir() {
                fs::remove_dir_all(path)?;
            } else {
                fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}
