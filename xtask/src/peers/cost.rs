//! What one tool takes for one document: to generate its crate, and to check it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::tool::Tool;
use crate::corpus::{End, measured, outcome_of};

/// After how many seconds a generator or the compiler is ended.
const LIMIT: u64 = 900;

/// Time and memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    pub(super) seconds: f64,
    /// The most memory that one of its processes held, in MB.
    pub(super) megabytes: f64,
}

/// One tool on one document; what is missing did not work.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Costs {
    pub(super) generate: Option<Cost>,
    pub(super) check: Option<Cost>,
}

/// Generates once into the folder, which is new: what was there is put aside.
///
/// It is not deleted, since ext4 looks through all files that were deleted of late for each that is made, which would be
/// measured with it.
pub(super) fn generate(
    tool: Tool,
    program: &Path,
    spec: &Path,
    (folder, aside): (&Path, &Path),
) -> Result<Option<Cost>> {
    if folder.exists() {
        fs::create_dir_all(aside)?;
        let count = fs::read_dir(aside)?.count();
        fs::rename(folder, aside.join(count.to_string()))?;
    }
    fs::create_dir_all(folder)?;
    let mut command = measured(LIMIT)?;
    command.arg(program);
    tool.arguments(&mut command, spec, folder)?;
    run(&mut command)
}

/// Checks the crate in the folder, with everything that it depends on already built.
pub(super) fn check(tool: Tool, folder: &Path, target: &Path) -> Result<Option<Cost>> {
    tool.finish(folder)?;
    let sources = folder.join("src");
    let aside = folder.join("aside");
    fs::rename(&sources, &aside)?;
    fs::create_dir(&sources)?;
    fs::write(sources.join("lib.rs"), "")?;
    let dependencies = run(&mut cargo_check(folder, target)?)?;
    fs::remove_dir_all(&sources)?;
    fs::rename(&aside, &sources)?;
    if dependencies.is_none() {
        bail!("the dependencies of {} were not built", folder.display());
    }
    // Cargo goes by the time of files, which those that were put aside have kept.
    let library = sources.join("lib.rs");
    let text = fs::read(&library).context("a crate without src/lib.rs")?;
    fs::write(&library, text)?;
    run(&mut cargo_check(folder, target)?)
}

fn cargo_check(folder: &Path, target: &Path) -> Result<std::process::Command> {
    let mut command = measured(LIMIT)?;
    command.args(["cargo", "check", "--quiet"]).current_dir(folder);
    command.env("CARGO_TARGET_DIR", std::path::absolute(target)?);
    command.env("RUSTFLAGS", "--cap-lints=allow");
    Ok(command)
}

fn run(command: &mut std::process::Command) -> Result<Option<Cost>> {
    let outcome = outcome_of(command)?;
    if outcome.end != End::Exit(0) {
        let said: Vec<&str> = outcome.said.lines().take(3).collect();
        eprintln!("{:?}: {}", outcome.end, said.join(" | "));
        return Ok(None);
    }
    Ok(Some(Cost {
        seconds: outcome.seconds,
        megabytes: outcome.megabytes(),
    }))
}
