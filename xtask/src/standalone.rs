//! The generated crate by itself: a copy outside the workspace builds, tests and documents itself.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Copies `generated-client/` to a folder of its own and runs there what a team that vendors it would run.
pub(crate) fn run() -> Result<()> {
    eprintln!(
        "\n==> a copy of generated-client/ outside the workspace stands by itself"
    );
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let copy = folder.path().join("instacart-fulfillment");
    copy_folder(Path::new("generated-client"), &copy)?;
    // The versions that were tested here, so that the copy is not built from others.
    fs::copy("Cargo.lock", copy.join("Cargo.lock")).context("cannot copy Cargo.lock")?;
    let target = std::env::current_dir()?.join("target/standalone");
    for arguments in [
        &["test", "--quiet", "--features", "mock"][..],
        &["doc", "--quiet", "--no-deps", "--features", "mock"],
        &["fmt", "--check"],
    ] {
        eprintln!("    cargo {}", arguments.join(" "));
        let status = Command::new("cargo")
            .args(arguments)
            .current_dir(&copy)
            .env("CARGO_TARGET_DIR", &target)
            .env("RUSTDOCFLAGS", "-D warnings")
            .status()
            .context("cargo cannot be run")?;
        if !status.success() {
            bail!("`cargo {}` failed in the copy ({status})", arguments.join(" "));
        }
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in
        fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?
    {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot copy {}", entry.path().display()))?;
        }
    }
    Ok(())
}
